/** Ways in and attachments: events of functions, open security groups, bucket policies, and what joins two resources. */
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import { factsOfOpenBucket } from '../../../kit/policy-principals.ts';
import { allAt, literalText, partOf } from '../../../kit/template-paths.ts';
import type { TemplateStack } from '../../../kit/template-stack.ts';
import { statementsOf } from '../../../read/aws-policy.ts';
import type { TemplateResource } from '../../../read/cloudformation.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** An API or an address that a serverless function is called by. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const stateEvents = (resource: TemplateResource, stack: TemplateStack): void => {
  const { address, properties, line } = resource;
  const way = (name: string, facts: Facts, at: number): void => {
    const key = `${stack.keyOf(address)}#${name}`;
    stack.assets.push({
      key,
      kind: 'network-exposure',
      name: `${name} of ${address}`,
      identifiers: [{ scheme: 'template-resource', value: `${stack.identify(address)}.${name}` }],
      facts: { encryptedTransport: { value: true }, ...facts },
      line: at,
    });
    stack.relations.push({ relation: 'exposes', from: { local: key }, to: { local: stack.keyOf(address) }, line: at });
  };
  const events = partOf(properties, 'Events');
  for (const [key, event] of events?.t === 'map' ? events.entries : []) {
    const name = literalText(key);
    const type = literalText(partOf(event, 'Type'));
    if (name === undefined || (type !== 'Api' && type !== 'HttpApi')) continue;
    const authorizer = literalText(allAt(event, 'Properties.Auth.Authorizer')[0]);
    const facts: Facts =
      authorizer === 'AWS_IAM'
        ? { authentication: { value: 'identity' } }
        : authorizer !== undefined && authorizer !== 'NONE'
          ? { authentication: { value: 'token' } }
          : {};
    way(name, { public: { value: true, how: 'default', confidence: 0.9 }, ...facts }, event.at || line);
  }
  const url = partOf(properties, 'FunctionUrlConfig');
  const auth = literalText(partOf(url, 'AuthType'));
  if (url && (auth === 'NONE' || auth === 'AWS_IAM'))
    way(
      'FunctionUrlConfig',
      {
        public: { value: auth === 'NONE', line: url.at || line },
        authentication: { value: auth === 'NONE' ? 'none' : 'identity', line: url.at || line },
        rateLimited: { value: false, line: url.at || line },
      },
      url.at || line,
    );
};

const isAnywhere = (text: string | undefined): boolean => text === '0.0.0.0/0' || text === '::/0';

const stateSecurityGroup = (resource: TemplateResource, stack: TemplateStack): void => {
  const rules =
    resource.type === 'AWS::EC2::SecurityGroup'
      ? allAt(resource.properties, 'SecurityGroupIngress')
      : [resource.properties];
  const target =
    resource.type === 'AWS::EC2::SecurityGroup'
      ? resource.address
      : stack.targetOf(allAt(resource.properties, 'GroupId')[0] ?? resource.properties)?.address;
  if (target === undefined) return;
  for (const [number, rule] of rules.entries()) {
    const range = allAt(rule, 'CidrIp')[0] ?? allAt(rule, 'CidrIpv6')[0];
    if (range === undefined) continue;
    const text = literalText(range);
    if (text !== undefined && !isAnywhere(text)) continue;
    const line = range.at || resource.line;
    const port = allAt(rule, 'FromPort')[0];
    stack.assets.push({
      key: `${stack.keyOf(resource.address)}#rule${number}`,
      kind: 'network-exposure',
      name: target,
      identifiers: [{ scheme: 'template-resource', value: stack.identify(target) }],
      facts: {
        public:
          text === undefined
            ? { value: { t: 'unknown', why: `the source addresses of ${target} are not written out` }, line }
            : { value: true, line },
        ...(port?.t === 'literal' && Number(port.value) >= 0 ? { port: { value: Number(port.value), line } } : {}),
      },
      line,
    });
  }
};

/** Everybody as principal makes a bucket public. */
const stateBucketPolicy = (resource: TemplateResource, stack: TemplateStack): void => {
  const target = stack.targetOf(allAt(resource.properties, 'Bucket')[0] ?? resource.properties);
  const bucket = target && stack.resource(target.address);
  if (!bucket) return;
  for (const document of allAt(resource.properties, 'PolicyDocument'))
    for (const statement of statementsOf(document)) {
      const facts = factsOfOpenBucket(statement, resource.line);
      const line = statement.line || resource.line;
      if (facts)
        stack.assets.push({
          key: `${stack.keyOf(resource.address)}#of:${line}`,
          kind: 'bucket',
          name: stack.nameOf(bucket, stack.row(bucket.type)?.name ?? 'Name'),
          identifiers: [{ scheme: 'template-resource', value: stack.identify(bucket.address) }],
          facts,
          line,
        });
    }
};

/** The actions of a Bedrock agent stand in it. */
const stateActionGroups = (resource: TemplateResource, stack: TemplateStack): void => {
  for (const [number, group] of allAt(resource.properties, 'ActionGroups').entries()) {
    const key = `${stack.keyOf(resource.address)}#group${number}`;
    const name = literalText(partOf(group, 'ActionGroupName')) ?? `action group ${number + 1}`;
    const description = literalText(partOf(group, 'Description'));
    const line = group.at || resource.line;
    const isInterpreter = literalText(partOf(group, 'ParentActionGroupSignature')) === 'AMAZON.CodeInterpreter';
    stack.assets.push({
      key,
      kind: 'tool',
      name,
      identifiers: [{ scheme: 'template-resource', value: `${stack.identify(resource.address)}.${name}` }],
      facts: {
        framework: { value: 'bedrock-agents' },
        ...(description === undefined ? {} : { description: { value: description } }),
        // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-code-interpretation.html
        ...(isInterpreter ? { executesCode: { value: true, line } } : {}),
      },
      line,
    });
    stack.relations.push({
      relation: 'uses-tool',
      from: { local: stack.keyOf(resource.address) },
      to: { local: key },
      line,
    });
  }
};

const byType: Readonly<Record<string, (resource: TemplateResource, stack: TemplateStack) => void>> = {
  'AWS::Serverless::Function': stateEvents,
  'AWS::EC2::SecurityGroup': stateSecurityGroup,
  'AWS::EC2::SecurityGroupIngress': stateSecurityGroup,
  'AWS::S3::BucketPolicy': stateBucketPolicy,
  'AWS::Bedrock::Agent': stateActionGroups,
};

/** States what needs more than one argument, or another resource, to be seen. */
export const stateExposures = (stack: TemplateStack): void => {
  for (const resource of stack.resources)
    if (Object.hasOwn(byType, resource.type)) byType[resource.type]!(resource, stack);
};
