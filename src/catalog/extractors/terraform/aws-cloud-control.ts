/** What resources of AWS’s Cloud Control provider say of themselves: the same things as the main provider’s, written as maps. */
import type { FactRule, JoinTable, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/awscc/latest/docs/resources/${name}`;
const aws: FactRule = { value: 'aws' };

export const awsCloudControl: ResourceTable = {
  awscc_bedrock_agent: {
    reference: page('bedrock_agent'),
    kind: 'agent',
    name: 'agent_name',
    facts: { framework: { value: 'bedrock-agents' }, description: { at: 'description' } },
    links: [
      { relation: 'invokes', at: 'foundation_model', kind: 'model', scheme: 'model-name', prefix: 'bedrock:' },
      { relation: 'runs-as', at: 'agent_resource_role_arn', kind: 'identity', scheme: 'arn' },
      {
        relation: 'guarded-by',
        at: 'guardrail_configuration.guardrail_identifier',
        kind: 'guardrail',
        scheme: 'display-name',
        absent: { grade: 'default', reference: page('bedrock_agent') },
      },
      {
        relation: 'grounded-on',
        at: 'knowledge_bases.knowledge_base_id',
        kind: 'vector-store',
        scheme: 'display-name',
      },
    ],
  },
  awscc_bedrock_guardrail: {
    reference: page('bedrock_guardrail'),
    kind: 'guardrail',
    facts: { provider: aws, service: { value: 'bedrock-guardrails' } },
  },
  awscc_bedrock_knowledge_base: {
    reference: page('bedrock_knowledge_base'),
    kind: 'vector-store',
    facts: { provider: aws, service: { value: 'bedrock-knowledge-base' }, authentication: { value: 'identity' } },
    links: [
      {
        relation: 'embeds-with',
        at: 'knowledge_base_configuration.vector_knowledge_base_configuration.embedding_model_arn',
        kind: 'model',
        scheme: 'arn',
      },
      {
        relation: 'grounded-on',
        at: 'storage_configuration.opensearch_serverless_configuration.collection_arn',
        kind: 'vector-store',
        scheme: 'arn',
      },
    ],
  },
  awscc_s3_bucket: {
    reference: page('s3_bucket'),
    kind: 'bucket',
    name: 'bucket_name',
    identifiers: [
      { scheme: 'bucket-name', value: 's3://{bucket_name}' },
      { scheme: 'arn', value: 'arn:aws:s3:::{bucket_name}' },
    ],
    facts: {
      provider: aws,
      public: {
        at: 'public_access_block_configuration.restrict_public_buckets',
        is: { true: false },
        otherwise: { value: false, how: 'default' },
      },
      encryptedAtRest: { value: true },
      versioned: {
        at: 'versioning_configuration.status',
        is: { Enabled: true, '*': false },
        otherwise: { value: false, how: 'default' },
      },
    },
  },
  awscc_iam_role: {
    reference: page('iam_role'),
    kind: 'identity',
    name: 'role_name',
    facts: { provider: aws, longLived: { value: false } },
  },
};

export const awsCloudControlJoins: JoinTable = {
  awscc_bedrock_data_source: {
    reference: page('bedrock_data_source'),
    relation: 'grounded-on',
    from: { at: 'knowledge_base_id', kind: 'vector-store', scheme: 'display-name' },
    to: { at: 'data_source_configuration.s3_configuration.bucket_arn', kind: 'bucket', scheme: 'arn' },
  },
};
