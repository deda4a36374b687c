/** AWS policies as terms: statements of what is allowed to whom on what, and what their actions mean for data and rights. */
import type { Term } from '../domain/term.ts';

export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  /** Actions as written; those that are no plain text are counted in `hidden`. */
  readonly actions: readonly string[];
  /** `NotAction`: everything but these. */
  readonly exceptActions: boolean;
  readonly resources: readonly Term[];
  readonly exceptResources: boolean;
  /** Principals by kind: `AWS`, `Service`, `Federated`, `*`. */
  readonly principals: readonly { readonly kind: string; readonly value: Term }[];
  readonly conditional: boolean;
  /** Parts that are not written out, in words. */
  readonly hidden: readonly string[];
  readonly line: number;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The value of a key of a map term; keys of policies are compared without regard to case. */
const entry = (of: Term, name: string): Term | undefined =>
  of.t === 'map'
    ? of.entries.findLast(([key]) => key.t === 'literal' && same(String(key.value), name))?.[1]
    : undefined;

/** One or many: the items of a list, or the term itself; both branches of a condition. */
export const eachOf = (term: Term | undefined): readonly Term[] => {
  if (term === undefined) return [];
  if (term.t === 'list') return term.items.flatMap(eachOf);
  if (term.t === 'either') return term.of.flatMap(eachOf);
  if (term.t === 'operation' && ['concat', 'flatten', 'setunion'].includes(term.operator))
    return term.of.flatMap(eachOf);
  if (term.t === 'literal' && term.value === null) return [];
  return [term];
};

const textsOf = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap((term) => (term.t === 'literal' && typeof term.value === 'string' ? [term.value] : []));

const statementOf = (term: Term): PolicyStatement => {
  const hidden: string[] = term.t === 'map' ? [] : ['a statement that is not written out'];
  const notAction = entry(term, 'NotAction');
  const notResource = entry(term, 'NotResource');
  const actions = eachOf(entry(term, 'Action') ?? notAction);
  const texts = textsOf(actions);
  if (texts.length < actions.length) hidden.push('an action that is not written out');
  const effect = entry(term, 'Effect');
  if (effect?.t !== 'literal' && term.t === 'map') hidden.push('an effect that is not written out');
  const principal = entry(term, 'Principal');
  const principals =
    principal?.t === 'map'
      ? principal.entries.flatMap(([kind, value]) =>
          eachOf(value).map((each) => ({ kind: kind.t === 'literal' ? String(kind.value) : '', value: each })),
        )
      : eachOf(principal).map((value) => ({ kind: '*', value }));
  return {
    effect: effect?.t === 'literal' && effect.value === 'Deny' ? 'Deny' : 'Allow',
    actions: texts,
    exceptActions: notAction !== undefined,
    resources: eachOf(entry(term, 'Resource') ?? notResource),
    exceptResources: notResource !== undefined,
    principals,
    conditional: entry(term, 'Condition') !== undefined,
    hidden,
    line: term.at ?? 0,
  };
};

/** The statements of a policy document given as a map. A term that is no map gives one statement with everything hidden. */
export const statementsOf = (document: Term): readonly PolicyStatement[] => {
  if (document.t === 'either') return document.of.flatMap(statementsOf);
  if (document.t !== 'map') return [statementOf(document)];
  return eachOf(entry(document, 'Statement')).map(statementOf);
};

/** What an allowed action does to the thing it is allowed on. */
export type Effect = 'reads' | 'writes' | 'administers' | 'invokes' | 'assumes';

const administering =
  /^(put|delete|create|update|set|attach|detach|add|remove|associate|disassociate|modify|tag|untag|prepare|start|stop)/i;
/** Actions of the services that hold data or answer for models, by what they do; the first that matches counts. */
const services: Readonly<Record<string, readonly (readonly [RegExp, readonly Effect[]])[]>> = {
  s3: [
    [/^(get|list|select)/i, ['reads']],
    [/^(put|delete)(bucket|.*(policy|acl|configuration|publicaccessblock))/i, ['administers']],
    [/^(put|delete|replicate|restore|abort)/i, ['writes']],
  ],
  dynamodb: [
    [/^(get|batchget|query|scan|partiql ?select|describestream)/i, ['reads']],
    [/^(put|update|delete|batchwrite|partiql)(item|.*)/i, ['writes']],
  ],
  secretsmanager: [
    [/^(get|batchget)secretvalue/i, ['reads']],
    [/^(put|update|delete|rotate|restore)/i, ['writes', 'administers']],
  ],
  ssm: [
    [/^getparameter/i, ['reads']],
    [/^(put|delete)parameter/i, ['writes']],
  ],
  sqs: [
    [/^receive/i, ['reads']],
    [/^(send|delete|purge)/i, ['writes']],
  ],
  aoss: [
    [/^apiaccessall$/i, ['reads', 'writes']],
    [administering, ['administers']],
  ],
  es: [
    [/^eshttp(get|head)/i, ['reads']],
    [/^eshttp/i, ['reads', 'writes']],
    [administering, ['administers']],
  ],
  rds: [[administering, ['administers']]],
  bedrock: [
    [/^(invoke|converse|retrieve|applyguardrail)/i, ['invokes']],
    [administering, ['administers']],
  ],
  sagemaker: [
    [/^invoke/i, ['invokes']],
    [administering, ['administers']],
  ],
  lambda: [[/^(update|create|delete|add|remove|put)/i, ['administers']]],
  iam: [[administering, ['administers']]],
  logs: [
    [/^(put|create)log/i, ['writes']],
    [/^(get|filter|describe|startquery)/i, ['reads']],
  ],
  sts: [[/^assumerole/i, ['assumes']]],
};

/** What everything of a service means, for `s3:*`. */
const whole: Readonly<Record<string, readonly Effect[]>> = {
  s3: ['reads', 'writes', 'administers'],
  dynamodb: ['reads', 'writes', 'administers'],
  secretsmanager: ['reads', 'writes', 'administers'],
  sqs: ['reads', 'writes'],
  aoss: ['reads', 'writes', 'administers'],
  es: ['reads', 'writes', 'administers'],
  rds: ['administers'],
  bedrock: ['invokes', 'administers'],
  sagemaker: ['invokes', 'administers'],
  lambda: ['administers'],
  iam: ['administers'],
  logs: ['reads', 'writes'],
  sts: ['assumes'],
  ssm: ['reads', 'writes'],
};

/** What an action means for things of a service: `s3:PutObject` on `s3` writes; `s3:*`, `*` mean everything. */
export const effectsOf = (action: string, service: string): readonly Effect[] => {
  if (action === '*') return whole[service] ?? [];
  const [of = '', verb = ''] = action.split(':');
  if (!same(of, service)) return [];
  if (verb === '*') return whole[service] ?? [];
  // `s3:Get*` begins like every action that it stands for.
  return services[service]?.find(([pattern]) => pattern.test(verb.replace(/[*?].*$/, '')))?.[1] ?? [];
};

/** Tells whether an action is a wildcard over a service or over all. */
export const isWildcardAction = (action: string): boolean => /^(\*|[a-z0-9-]+:\*)$/i.test(action);

/** Tells whether an action may change something. */
export const isChangingAction = (action: string): boolean =>
  action === '*' ||
  !/^[a-z0-9-]+:(get|list|describe|head|batchget|query|scan|select|view|lookup|search|read|receive|retrieve)/i.test(
    action,
  );

/** Actions of AWS managed policies that matter most, by name. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
export const managedPolicies: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['*'],
  PowerUserAccess: ['*'],
  AmazonS3FullAccess: ['s3:*'],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
  AmazonBedrockFullAccess: ['bedrock:*'],
  AmazonBedrockReadOnly: ['bedrock:Get*', 'bedrock:List*'],
  AmazonSageMakerFullAccess: ['sagemaker:*'],
  AmazonDynamoDBFullAccess: ['dynamodb:*'],
  AWSLambda_FullAccess: ['lambda:*'],
  IAMFullAccess: ['iam:*'],
  SecretsManagerReadWrite: ['secretsmanager:*'],
  AmazonOpenSearchServiceFullAccess: ['es:*'],
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AmazonECSTaskExecutionRolePolicy: [
    'ecr:GetAuthorizationToken',
    'ecr:BatchGetImage',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
};
