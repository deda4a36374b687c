/** Roles, users and policies: who may take them on, and what they allow. */
import type { FactName, FactSaid, Term } from '../../../kit/define-extractor.ts';
import { literal, unknownTerm } from '../../../kit/define-extractor.ts';
import { trustedBy } from '../../../kit/policy-principals.ts';
import { managedPolicyDocument, managedPolicyName, type PolicyScope, stateRights } from '../../../kit/policy-rights.ts';
import { allAt, literalText, partOf } from '../../../kit/template-paths.ts';
import type { TemplateStack } from '../../../kit/template-stack.ts';
import { eachOf, statementsOf } from '../../../read/aws-policy.ts';
import type { TemplateResource } from '../../../read/cloudformation.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const services: Readonly<Record<string, string>> = {
  S3: 's3',
  DynamoDB: 'dynamodb',
  SQS: 'sqs',
  OpenSearchServerless: 'aoss',
  OpenSearchService: 'es',
  Bedrock: 'bedrock',
  SageMaker: 'sagemaker',
  RDS: 'rds',
  IAM: 'iam',
  Logs: 'logs',
  SecretsManager: 'secretsmanager',
  Lambda: 'lambda',
  Serverless: 'lambda',
};

/** The template as the reader of policies sees it. */
const scopeOf = (stack: TemplateStack): PolicyScope => ({
  relations: stack.relations,
  follow: (term) => term,
  named: (term) => {
    const target = stack.targetOf(term);
    if (target === undefined) return undefined;
    const row = stack.row(target.type);
    if (row === undefined) return 'unknown';
    const service =
      target.type === 'AWS::Serverless::SimpleTable' ? 'dynamodb' : services[target.type.split('::')[1] ?? ''];
    return { reference: stack.assetAt(target.address, row.kind), service: service ?? '' };
  },
});

/** States facts of an identity of the template. */
const add = (address: string, suffix: string, facts: Facts, line: number, stack: TemplateStack): void => {
  if (Object.keys(facts).length === 0) return;
  const resource = stack.resource(address);
  stack.assets.push({
    key: `${stack.keyOf(address)}#${suffix}`,
    kind: 'identity',
    name: resource ? stack.nameOf(resource, stack.row(resource.type)?.name ?? 'Name') : address,
    identifiers: [{ scheme: 'template-resource', value: stack.identify(address) }],
    facts,
    line,
  });
};

/** One identity and everything that the template gives it. */
interface Grants {
  readonly documents: { readonly document: Term; readonly line: number }[];
  hidden?: string;
}

/** What SAM’s policy templates allow. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html */
const samPolicies: Readonly<
  Record<string, { readonly actions: readonly string[]; readonly on: string; readonly arn: string }>
> = {
  S3ReadPolicy: { actions: ['s3:GetObject', 's3:ListBucket'], on: 'BucketName', arn: 'arn:aws:s3:::' },
  S3WritePolicy: { actions: ['s3:PutObject'], on: 'BucketName', arn: 'arn:aws:s3:::' },
  S3CrudPolicy: {
    actions: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'],
    on: 'BucketName',
    arn: 'arn:aws:s3:::',
  },
  S3FullAccessPolicy: { actions: ['s3:*'], on: 'BucketName', arn: 'arn:aws:s3:::' },
  DynamoDBReadPolicy: { actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'], on: 'TableName', arn: '' },
  DynamoDBWritePolicy: { actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], on: 'TableName', arn: '' },
  DynamoDBCrudPolicy: {
    actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    on: 'TableName',
    arn: '',
  },
  SQSSendMessagePolicy: { actions: ['sqs:SendMessage'], on: 'QueueName', arn: '' },
  SQSPollerPolicy: { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], on: 'QueueName', arn: '' },
  AWSSecretsManagerGetSecretValuePolicy: { actions: ['secretsmanager:GetSecretValue'], on: 'SecretArn', arn: '' },
};

const documentOf = (actions: readonly string[], resource: Term, line: number): Term => ({
  t: 'map',
  entries: [
    [
      literal('Statement'),
      {
        t: 'list',
        items: [
          {
            t: 'map',
            entries: [
              [literal('Effect'), literal('Allow')],
              [literal('Action'), { t: 'list', items: actions.map((action) => literal(action)) }],
              [literal('Resource'), resource],
            ],
            at: line,
          },
        ],
      },
    ],
  ],
  at: line,
});

/** A policy by its ARN, its name in AWS, or the template of SAM; else a document. */
const grant = (given: Term, line: number, to: Grants, stack: TemplateStack): void => {
  const text = literalText(given);
  const last = given.t === 'template' ? literalText(given.parts.at(-1)) : undefined;
  const managed =
    managedPolicyName(given) ??
    /:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(last ?? '')?.[1] ??
    (text !== undefined && /^[A-Z]\w+$/.test(text) ? text : undefined);
  if (managed !== undefined) {
    const document = managedPolicyDocument(managed, line);
    if (document) to.documents.push({ document, line });
    else to.hidden ??= `the actions of the managed policy ${managed} are not known here`;
    return;
  }
  const target = stack.targetOf(given);
  const carrier = target && stack.resource(target.address);
  if (carrier) {
    for (const document of allAt(carrier.properties, 'PolicyDocument')) to.documents.push({ document, line });
    return;
  }
  if (given.t === 'map') {
    for (const [key, value] of given.entries) {
      const name = literalText(key) ?? '';
      const sam = Object.hasOwn(samPolicies, name) ? samPolicies[name] : undefined;
      const on = sam && partOf(value, sam.on);
      if (sam && on) {
        const resource: Term =
          sam.arn === '' || on.t === 'reference' ? on : { t: 'template', parts: [literal(sam.arn), on] };
        to.documents.push({ document: documentOf(sam.actions, resource, line), line });
        return;
      }
    }
    if (partOf(given, 'Statement')) to.documents.push({ document: given, line });
    else to.hidden ??= 'a policy of a template whose actions are not known here';
    return;
  }
  to.hidden ??= 'a policy that is not written out';
};

/** Everybody that a role trusts; a role of the template is joined to it. */
const stateTrust = (resource: TemplateResource, document: Term, stack: TemplateStack): void => {
  const trusted = new Set<string>();
  let hidden: string | undefined;
  const { address, line } = resource;
  for (const { value } of trustedBy(statementsOf(document))) {
    const text = literalText(value);
    const target = stack.targetOf(value);
    if (text !== undefined) trusted.add(text);
    else if (target?.type === 'AWS::IAM::Role')
      stack.relations.push({
        relation: 'assumes',
        from: stack.assetAt(target.address, 'identity'),
        to: { local: stack.keyOf(address) },
        line,
      });
    // The account itself: `arn:aws:iam::${AWS::AccountId}:root`.
    else if (value.t === 'template' && value.parts.every((part) => part.t === 'literal' || part.t === 'reference'))
      trusted.add(
        value.parts
          .map((part) => (part.t === 'literal' ? part.value : part.t === 'reference' ? `\${${part.name}}` : ''))
          .join(''),
      );
    else hidden ??= 'a principal that is not written out';
  }
  const value = hidden === undefined ? [...trusted].sort() : unknownTerm(hidden, line);
  if (trusted.size > 0 || hidden !== undefined)
    add(address, 'trust', { trustedPrincipals: { value, line } }, line, stack);
};

/** The resources that a policy is attached to. */
const receiversOf = (policy: TemplateResource, stack: TemplateStack): readonly string[] =>
  ['Roles', 'Users', 'Groups'].flatMap((key) =>
    allAt(policy.properties, key).flatMap((term) => stack.targetOf(term)?.address ?? []),
  );

/** States roles, users and functions with policies of their own, after all resources are stated. */
export const stateIdentities = (stack: TemplateStack): void => {
  const all = new Map<string, Grants>();
  const grantsOf = (address: string): Grants => {
    const known = all.get(address) ?? { documents: [] };
    all.set(address, known);
    return known;
  };
  for (const resource of stack.resources) {
    const { type, address, properties, line } = resource;
    if (type === 'AWS::IAM::Role' || type === 'AWS::IAM::User') {
      const grants = grantsOf(address);
      for (const policy of allAt(properties, 'Policies'))
        for (const document of eachOf(partOf(policy, 'PolicyDocument')))
          grants.documents.push({ document, line: policy.at || line });
      for (const arn of allAt(properties, 'ManagedPolicyArns')) grant(arn, arn.at || line, grants, stack);
      for (const document of allAt(properties, 'AssumeRolePolicyDocument')) stateTrust(resource, document, stack);
    }
    if (type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')
      for (const receiver of receiversOf(resource, stack))
        for (const document of allAt(properties, 'PolicyDocument'))
          grantsOf(receiver).documents.push({ document, line });
    // A function without a role gets one made for it.
    if (type === 'AWS::Serverless::Function' && partOf(properties, 'Role') === undefined) {
      const role = `${address}Role`;
      add(role, 'role', { provider: { value: 'aws' }, longLived: { value: false } }, line, stack);
      stack.relations.push({
        relation: 'runs-as',
        from: { local: stack.keyOf(address) },
        to: { local: `${stack.keyOf(role)}#role` },
        line,
      });
      const grants = grantsOf(role);
      for (const policy of allAt(properties, 'Policies')) grant(policy, policy.at || line, grants, stack);
    }
  }
  const scope = scopeOf(stack);
  for (const [address, { documents, hidden }] of all) {
    const line = stack.resource(address)?.line ?? documents[0]?.line ?? 0;
    const own = `${stack.keyOf(address)}#role`;
    const identity = stack.assets.some(({ key }) => key === own) ? { local: own } : stack.assetAt(address, 'identity');
    let isWide = false;
    let unseen = hidden;
    for (const [number, { document, line: at }] of documents.entries()) {
      const statements = statementsOf(document);
      const facts = stateRights(identity, statements, at, scope);
      isWide ||= facts.wildcardActions !== undefined || facts.wildcardResources !== undefined;
      unseen ??= statements.flatMap((statement) => statement.hidden)[0];
      add(address, `rights:${number}`, facts, at, stack);
    }
    if (unseen !== undefined) {
      const value: FactSaid = { value: unknownTerm(unseen, line), line };
      add(address, 'hidden', { actions: value, wildcardActions: value, wildcardResources: value }, line, stack);
    } else if (!isWide) {
      const narrow: FactSaid = { value: false, line, how: 'inferred', confidence: 0.85 };
      add(address, 'narrow', { wildcardActions: narrow, wildcardResources: narrow }, line, stack);
    }
  }
};
