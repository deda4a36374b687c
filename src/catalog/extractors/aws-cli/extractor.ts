/** What `aws` printed and people saved: resources with the values that hold, who may do what, and settings of the whole account. */
import {
  type AssetReference,
  defineExtractor,
  type Extraction,
  emptyExtraction,
} from '../../../kit/define-extractor.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import {
  asObserved,
  cloudName,
  stateExport,
  stateExportedAccount,
  tooManyResources,
} from '../../../kit/state-export.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { readJson } from '../../../read/json-positions.ts';
import { booleanOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { accountOfArn, accountOfPath, aws, isArn } from './dialect.ts';
import { readAnswers, readConfigItems } from './read-answers.ts';
import { addBucket, factsOfBlock, stateBucketAnswer, stateBucketPolicy } from './state-buckets.ts';
import { stateIdentityAnswer } from './state-identities.ts';

/** Words of which each of the answers has one, so that the many JSON files that are none are not taken apart. */
const signs =
  /"(?:arn:aws|Buckets"|PublicAccessBlockConfiguration"|PolicyStatus"|Policy"|Grants"|ServerSideEncryptionConfiguration"|loggingConfig"|agentSummaries"|guardrails"|knowledgeBase|dataSource"|agentActionGroup"|Reservations"|SecurityGroups"|logGroups"|LoadBalancers"|configurationItems"|Results")/;

/** The record of Bedrock’s calls, a setting of the account in one region. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationLoggingConfiguration.html */
const stateInvocationLogging = (
  config: Positioned | undefined,
  path: string,
  line: number,
  into: OpenExtraction,
): void => {
  const sinks = [
    ['s3Config', 'bucketName', 'bucket'],
    ['cloudWatchConfig', 'logGroupName', 'log-sink'],
  ] as const;
  const named = sinks.flatMap(([part, key, kind]) => {
    const value = valueAt(config, part, key);
    const name = textOf(value);
    return name === undefined || name === '' ? [] : [{ kind, name, line: value!.line }];
  });
  // A record without what was asked and answered tells too little to follow anything up.
  const texts = valueAt(config, 'textDataDeliveryEnabled');
  const isOn = named.length > 0 && booleanOf(texts) !== false;
  const account = accountOfPath(path);
  const logging = { logging: { value: isOn, line: (isOn ? undefined : texts?.line) ?? line } };
  const key = 'bedrock';
  into.assets.push({
    key,
    kind: 'provider-account',
    name: 'bedrock',
    identifiers: [{ scheme: 'provider', value: 'bedrock' }],
    facts: { provider: { value: 'bedrock' }, ...logging },
    line,
    how: 'observed',
  });
  const from: AssetReference[] = [{ local: key }];
  if (account !== undefined) from.push(stateExportedAccount(account, line, aws, into.assets, logging));
  for (const { kind, name, line: at } of named)
    for (const each of from)
      into.relations.push({
        relation: 'logs-to',
        from: each,
        to: {
          kind,
          identifier:
            kind === 'bucket' ? { scheme: 'bucket-name', value: `s3://${name}` } : cloudName('aws', 'log-group', name),
          name,
        },
        line: at,
        how: 'observed',
      });
};

/** Whether strangers pass the rules of a security group. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
const stateSecurityGroups = (root: Positioned, into: OpenExtraction): boolean => {
  const groups = itemsOf(valueAt(root, 'SecurityGroups')).filter(
    (group) =>
      /^sg-[0-9a-f]+$/.test(textOf(valueAt(group, 'GroupId')) ?? '') && valueAt(group, 'IpPermissions')?.is === 'list',
  );
  for (const group of groups) {
    const id = textOf(valueAt(group, 'GroupId'))!;
    const open = itemsOf(valueAt(group, 'IpPermissions')).filter((rule) =>
      [
        ...itemsOf(valueAt(rule, 'IpRanges')).map((range) => textOf(valueAt(range, 'CidrIp'))),
        ...itemsOf(valueAt(rule, 'Ipv6Ranges')).map((range) => textOf(valueAt(range, 'CidrIpv6'))),
      ].some((range) => range === '0.0.0.0/0' || range === '::/0'),
    );
    const port = valueAt(open[0], 'FromPort');
    into.assets.push({
      key: `security-group:${id}`,
      kind: 'network-exposure',
      name: textOf(valueAt(group, 'GroupName')) ?? id,
      identifiers: [cloudName('aws', 'security-group', id)],
      facts: {
        public: { value: open.length > 0, line: (open[0] ?? group).line },
        ...(port?.is === 'scalar' && typeof port.value === 'number' && port.value >= 0
          ? { port: { value: port.value, line: port.line } }
          : {}),
      },
      line: group.line,
      how: 'observed',
    });
  }
  return groups.length > 0;
};

/** The address of a function. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html */
const stateFunctionUrl = (root: Positioned, into: OpenExtraction): boolean => {
  const arn = textOf(valueAt(root, 'FunctionArn'));
  const url = textOf(valueAt(root, 'FunctionUrl'));
  const type = valueAt(root, 'AuthType');
  const auth = textOf(type);
  if (!isArn(arn) || url === undefined || (auth !== 'NONE' && auth !== 'AWS_IAM')) return false;
  const line = type!.line;
  const key = `url:${arn}`;
  into.assets.push({
    key,
    kind: 'network-exposure',
    name: `address of ${arn.slice(arn.lastIndexOf(':') + 1)}`,
    identifiers: [{ scheme: 'arn', value: `${arn}:url` }],
    facts: {
      public: { value: auth === 'NONE', line },
      authentication: { value: auth === 'NONE' ? 'none' : 'identity', line },
      encryptedTransport: { value: true },
      rateLimited: { value: false },
    },
    line,
    how: 'observed',
  });
  into.relations.push({
    relation: 'exposes',
    from: { local: key },
    to: { kind: 'compute', identifier: { scheme: 'arn', value: arn }, name: arn.slice(arn.lastIndexOf(':') + 1) },
    line,
    how: 'observed',
  });
  return true;
};

const stateCaller = (root: Positioned, into: OpenExtraction): boolean => {
  const id = textOf(valueAt(root, 'Account'));
  const arn = textOf(valueAt(root, 'Arn'));
  if (!isArn(arn) || id === undefined || accountOfArn(arn) !== id) return false;
  stateExportedAccount(id, root.line, aws, into.assets);
  return true;
};

/** States an answer; nothing for a text that is none. */
const stateAnswer = (root: Positioned, path: string): OpenExtraction | undefined => {
  const account = accountOfPath(path);
  const into = openExtraction();
  const config = valueAt(root, 'loggingConfig');
  if (config?.is === 'map') {
    stateInvocationLogging(config, path, config.line, into);
    return into;
  }
  if (root.is === 'map') {
    if (stateFunctionUrl(root, into) || stateSecurityGroups(root, into)) return into;
    if (stateBucketAnswer(root, path, into) || stateIdentityAnswer(root, into) || stateCaller(root, into)) return into;
  }
  const { found: items, isCut: isHistoryCut } = readConfigItems(root);
  const { found: resources, isCut } =
    items.length > 0
      ? { found: items.map(({ resource }) => resource), isCut: isHistoryCut }
      : readAnswers(root, account);
  if (resources.length === 0) return undefined;
  const stack = stateExport(path, resources, aws);
  for (const { resource, block, policy } of items) {
    const name = resource.name ?? '';
    if (resource.type !== 'AWS::S3::Bucket') continue;
    if (policy) stateBucketPolicy(policy, resource.line, stack, resource.account, name);
    if (block) addBucket(name, factsOfBlock({ ...block, line: resource.line }), resource.line, stack, 'block');
  }
  if (isCut) stack.gaps.push(tooManyResources(path));
  return stack;
};

/** Where nothing is recorded the command prints nothing, or an empty object: only the name of the file says what was asked. */
const isNothingRecorded = (path: string, text: string): boolean =>
  /(?:^|[./_-])(?:model-)?invocation-logging(?:-configuration)?\.json$/.test(path) && /^\s*(?:\{\s*\})?\s*$/.test(text);

export default defineExtractor({
  id: 'aws-cli',
  title: 'Answers of the AWS command line',
  claims: { endings: ['.json'] },
  limit: 50_000_000,
  extract(input): Extraction {
    const { path } = input;
    const text = input.text();
    if (isNothingRecorded(path, text)) {
      const into = openExtraction();
      stateInvocationLogging(undefined, path, 1, into);
      return { ...emptyExtraction, ...into };
    }
    if (!signs.test(text) || /"(?:AWSTemplateFormatVersion|openapi|swagger|terraform_version)"\s*:/.test(text))
      return emptyExtraction;
    const { value, errors } = readJson(text);
    const into = value && stateAnswer(value, path);
    if (into === undefined) return emptyExtraction;
    for (const { line, why } of errors)
      into.gaps.push({ what: `${baseNameOf(path)} line ${line}`, scope: 'file', why });
    const { assets, relations, definitions, units, gaps } = into;
    return withholdDefinitions(
      { assets, relations: relations.map((each) => asObserved(each, aws)), definitions, units, gaps, programs: [] },
      input,
    );
  },
});
