/** The cloud account that a stack works in, what its resources belong to, and account-wide settings of Bedrock. */
import type { AssetKind, AssetReference } from '../../../kit/define-extractor.ts';
import { attributeAt, attributeOf, type TerraformBlock } from '../../../read/terraform.ts';
import { addressOf, type StackFile } from './stack-file.ts';
import { referenceTo } from './state-resource.ts';

const belonging: readonly AssetKind[] = [
  'bucket',
  'identity',
  'compute',
  'data-store',
  'vector-store',
  'inference-endpoint',
  'agent',
  'guardrail',
  'log-sink',
];
const clouds: Readonly<Record<string, string>> = { aws: 'aws', awscc: 'aws', google: 'google', azurerm: 'azure' };

/** The provider configuration that a resource uses: `aws`, or `aws.west` for an alias. */
const providerOf = (block: TerraformBlock): string => {
  const [type = ''] = block.labels;
  const given = attributeOf(block, 'provider')?.term;
  const name = given?.t === 'reference' ? given.name : type.slice(0, type.indexOf('_'));
  return name === 'google-beta' ? 'google' : name;
};

/** One account per provider configuration of the folder: resources that share it stand in one account. */
export const stateAccounts = (stack: StackFile): void => {
  const stated = new Set<string>();
  const belongs = new Set<string>();
  for (const block of stack.file.blocks) {
    if (block.type !== 'resource') continue;
    const provider = providerOf(block);
    const cloud = clouds[provider.split('.')[0] ?? ''];
    const asset = stack.assets.find(({ key }) => key === stack.keyOf(addressOf(block)));
    if (cloud === undefined || !asset || !belonging.includes(asset.kind) || belongs.has(asset.key)) continue;
    belongs.add(asset.key);
    const address = `provider.${provider}`;
    if (!stated.has(address)) {
      stated.add(address);
      stack.assets.push({
        key: stack.keyOf(address),
        kind: 'cloud-account',
        name: `${cloud} account of ${stack.folder === '' ? 'the Terraform stack' : stack.folder}`,
        identifiers: [{ scheme: 'terraform-address', value: stack.identify(address) }],
        facts: { provider: { value: cloud }, ...regionOf(provider, stack) },
        line: block.line,
        how: 'inferred',
        confidence: 0.9,
      });
    }
    stack.relations.push({
      relation: 'belongs-to',
      from: { local: asset.key },
      to: { local: stack.keyOf(address) },
      line: block.line,
      how: 'inferred',
      confidence: 0.9,
    });
  }
};

const regionOf = (provider: string, stack: StackFile) => {
  const [name, alias] = provider.split('.');
  const block = stack.file.blocks.find(({ type, labels, attributes }) => {
    const own = attributes.find((each) => each.name === 'alias')?.term;
    const isAlias = alias === undefined ? own === undefined : own?.t === 'literal' && own.value === alias;
    return type === 'provider' && labels[0] === name && isAlias;
  });
  const region = block && attributeOf(block, 'region');
  return region ? { region: { value: region.term, line: region.line } } : {};
};

/** The account-wide record of Bedrock calls. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrock_model_invocation_logging_configuration */
export const stateInvocationLogging = (stack: StackFile): void => {
  for (const block of stack.resources('aws_bedrock_model_invocation_logging_configuration')) {
    const key = stack.keyOf(addressOf(block));
    // A record without what was asked and answered tells too little to follow anything up.
    const texts = attributeAt(block, 'logging_config.text_data_delivery_enabled');
    const isOff = texts?.term.t === 'literal' && texts.term.value === false;
    stack.assets.push({
      key,
      kind: 'provider-account',
      name: 'bedrock',
      identifiers: [{ scheme: 'provider', value: 'bedrock' }],
      facts: { provider: { value: 'bedrock' }, logging: { value: !isOff, line: isOff ? texts.line : block.line } },
      line: block.line,
    });
    const self: AssetReference = { local: key };
    const sinks = [
      ['logging_config.s3_config.bucket_name', 'bucket', 'bucket-name', 's3://'],
      ['logging_config.cloudwatch_config.log_group_name', 'log-sink', 'display-name', undefined],
    ] as const;
    for (const [path, kind, scheme, prefix] of sinks) {
      const given = attributeAt(block, path);
      if (!given) continue;
      const rule = prefix === undefined ? { kind, scheme } : { kind, scheme, prefix };
      for (const to of referenceTo(given.term, rule, stack))
        stack.relations.push({ relation: 'logs-to', from: self, to, line: given.line });
    }
  }
};
