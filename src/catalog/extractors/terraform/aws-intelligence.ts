/** What AWS resources of Bedrock and SageMaker say of themselves. */
import type { FactRule, JoinTable, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${name}`;
const aws: FactRule = { value: 'aws' };
const model = (relation: LinkRule['relation'], at: string): LinkRule => ({
  relation,
  at,
  kind: 'model',
  scheme: 'model-name',
  prefix: 'bedrock:',
});
const guardrail = (at: string): LinkRule => ({
  relation: 'guarded-by',
  at,
  kind: 'guardrail',
  scheme: 'arn',
  absent: { grade: 'default', reference: page('bedrockagent_agent') },
});

export const awsIntelligence: ResourceTable = {
  aws_bedrockagent_agent: {
    reference: page('bedrockagent_agent'),
    kind: 'agent',
    name: 'agent_name',
    facts: { framework: { value: 'bedrock-agents' }, description: { at: 'description' } },
    links: [
      model('invokes', 'foundation_model'),
      { relation: 'runs-as', at: 'agent_resource_role_arn', kind: 'identity', scheme: 'arn' },
      guardrail('guardrail_configuration.guardrail_identifier'),
    ],
  },
  aws_bedrockagent_agent_action_group: {
    reference: page('bedrockagent_agent_action_group'),
    kind: 'tool',
    name: 'action_group_name',
    facts: {
      framework: { value: 'bedrock-agents' },
      description: { at: 'description' },
      // The code interpreter runs what the model writes: https://docs.aws.amazon.com/bedrock/latest/userguide/agents-code-interpretation.html
      executesCode: { at: 'parent_action_group_signature', is: { 'AMAZON.CodeInterpreter': true } },
    },
    links: [{ relation: 'uses-tool', at: 'agent_id', kind: 'agent', scheme: 'display-name', reverse: true }],
  },
  aws_bedrockagent_knowledge_base: {
    reference: page('bedrockagent_knowledge_base'),
    kind: 'vector-store',
    facts: {
      provider: aws,
      service: { value: 'bedrock-knowledge-base' },
      authentication: { value: 'identity' },
    },
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
  aws_bedrock_guardrail: {
    reference: page('bedrock_guardrail'),
    kind: 'guardrail',
    facts: { provider: aws, service: { value: 'bedrock-guardrails' } },
  },
  aws_bedrock_custom_model: {
    reference: page('bedrock_custom_model'),
    kind: 'fine-tune',
    name: 'custom_model_name',
    facts: { provider: { value: 'bedrock' } },
    links: [
      { relation: 'fine-tuned-from', at: 'base_model_identifier', kind: 'model', scheme: 'arn' },
      { relation: 'trained-on', at: 'training_data_config.s3_uri', kind: 'bucket', scheme: 'bucket-name' },
    ],
  },
  aws_sagemaker_model: {
    reference: page('sagemaker_model'),
    kind: 'model-artifact',
    facts: { source: { at: 'primary_container.model_data_url', is: { '*': 'bucket' } } },
    links: [
      {
        relation: 'contains',
        at: 'primary_container.model_data_url',
        kind: 'bucket',
        scheme: 'bucket-name',
        reverse: true,
      },
    ],
  },
  aws_sagemaker_endpoint: {
    reference: page('sagemaker_endpoint'),
    kind: 'inference-endpoint',
    facts: {
      provider: aws,
      service: { value: 'sagemaker' },
      // Calls are signed: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
      authentication: { value: 'identity' },
      encryptedTransport: { value: true },
    },
    links: [
      {
        relation: 'serves',
        at: 'endpoint_config_name',
        through: ['production_variants.model_name'],
        kind: 'model-artifact',
        scheme: 'display-name',
      },
      {
        relation: 'runs-as',
        at: 'endpoint_config_name',
        through: ['production_variants.model_name', 'execution_role_arn'],
        kind: 'identity',
        scheme: 'arn',
      },
    ],
  },
  aws_sagemaker_pipeline: {
    reference: page('sagemaker_pipeline'),
    kind: 'pipeline',
    name: 'pipeline_name',
    facts: { framework: { value: 'sagemaker' } },
    links: [{ relation: 'runs-as', at: 'role_arn', kind: 'identity', scheme: 'arn' }],
  },
};

/** Resources that only join two others: the relation between what their arguments name. */
export const awsJoins: JoinTable = {
  aws_bedrockagent_agent_knowledge_base_association: {
    reference: page('bedrockagent_agent_knowledge_base_association'),
    relation: 'grounded-on',
    from: { at: 'agent_id', kind: 'agent', scheme: 'display-name' },
    to: { at: 'knowledge_base_id', kind: 'vector-store', scheme: 'display-name' },
  },
  aws_bedrockagent_data_source: {
    reference: page('bedrockagent_data_source'),
    relation: 'grounded-on',
    from: { at: 'knowledge_base_id', kind: 'vector-store', scheme: 'display-name' },
    to: { at: 'data_source_configuration.s3_configuration.bucket_arn', kind: 'bucket', scheme: 'arn' },
  },
  aws_s3_bucket_replication_configuration: {
    reference: page('s3_bucket_replication_configuration'),
    relation: 'replicates-to',
    from: { at: 'bucket', kind: 'bucket', scheme: 'bucket-name', prefix: 's3://' },
    to: { at: 'rule.destination.bucket', kind: 'bucket', scheme: 'arn' },
  },
  aws_bedrockagent_agent_collaborator: {
    reference: page('bedrockagent_agent_collaborator'),
    relation: 'delegates-to',
    from: { at: 'agent_id', kind: 'agent', scheme: 'display-name' },
    to: { at: 'agent_descriptor.alias_arn', kind: 'agent', scheme: 'arn' },
  },
};
