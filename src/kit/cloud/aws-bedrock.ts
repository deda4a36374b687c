/** What resources of Amazon Bedrock say of themselves, in Terraform and CloudFormation. */
import type { FactRule, JoinRow, LinkRule, Meaning, ResourceRow } from '../resource-row.ts';
import { customerKey, registryPage as page, runsAs } from './rules.ts';

const managedService: FactRule = { value: true };
const aws: FactRule = { value: 'aws' };
const framework = (value: string): FactRule => ({ value });
const guardrail: LinkRule = {
  relation: 'guarded-by',
  at: 'guardrail_configuration.guardrail_identifier',
  kind: 'guardrail',
  scheme: 'arn',
  absent: { grade: 'default', reference: page('aws_bedrockagent_agent') },
};
/** Where a tool or runtime of AgentCore may connect to: https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html */
const openNetwork: FactRule = {
  at: 'network_configuration.network_mode',
  is: { PUBLIC: true, SANDBOX: false, VPC: false },
};
const toAnyone: FactRule = { at: 'network_configuration.network_mode', is: { PUBLIC: true, SANDBOX: false } };
/** What a guardrail looks for: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html */
const attack = 'content_policy_config.filters_config[type=PROMPT_ATTACK].input_strength';
const filters: FactRule = {
  collect: {
    content: 'content_policy_config',
    topic: 'topic_policy_config',
    word: 'word_policy_config',
    'personal-data': 'sensitive_information_policy_config',
    grounding: 'contextual_grounding_policy_config',
    'prompt-attack': attack,
  },
};
const confirmation =
  'function_schema.functions.require_confirmation|function_schema.member_functions.functions.require_confirmation';

export const awsBedrock: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_bedrockagent_agent', 'awscc_bedrock_agent', 'AWS::Bedrock::Agent'],
    reference: page('aws_bedrockagent_agent'),
    kind: 'agent',
    name: 'agent_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:bedrock-agent/{agent_name}' }],
    facts: { managedService, framework: framework('bedrock-agents'), description: { at: 'description' } },
    links: [
      { relation: 'invokes', at: 'foundation_model', kind: 'model', scheme: 'model-name', prefix: 'bedrock:' },
      runsAs('agent_resource_role_arn'),
      guardrail,
      {
        relation: 'grounded-on',
        at: 'knowledge_bases.knowledge_base_id',
        kind: 'vector-store',
        scheme: 'display-name',
      },
      {
        relation: 'delegates-to',
        at: 'agent_collaborators.agent_descriptor.alias_arn',
        through: ['agent_id'],
        kind: 'agent',
        scheme: 'display-name',
      },
    ],
  },
  {
    types: ['aws_bedrockagent_agent_action_group'],
    reference: page('aws_bedrockagent_agent_action_group'),
    kind: 'tool',
    name: 'action_group_name',
    facts: {
      framework: framework('bedrock-agents'),
      description: { at: 'description' },
      // The code interpreter runs what the model writes: https://docs.aws.amazon.com/bedrock/latest/userguide/agents-code-interpretation.html
      executesCode: { at: 'parent_action_group_signature', is: { 'AMAZON.CodeInterpreter': true } },
      approval: { at: confirmation, is: { ENABLED: 'always-asks', DISABLED: 'never-asks' } },
    },
    links: [
      { relation: 'uses-tool', at: 'agent_id', kind: 'agent', scheme: 'display-name', reverse: true },
      { relation: 'runs', at: 'action_group_executor.lambda', kind: 'compute', scheme: 'arn', reverse: true },
    ],
  },
  {
    types: ['aws_bedrockagent_knowledge_base', 'awscc_bedrock_knowledge_base', 'AWS::Bedrock::KnowledgeBase'],
    reference: page('aws_bedrockagent_knowledge_base'),
    kind: 'vector-store',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:bedrock-knowledge-base/{name}' }],
    facts: {
      managedService,
      provider: aws,
      service: { value: 'bedrock-knowledge-base' },
      authentication: { value: 'identity' },
      encryptedAtRest: { value: true },
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
      {
        relation: 'grounded-on',
        at: 'storage_configuration.rds_configuration.resource_arn',
        kind: 'data-store',
        scheme: 'arn',
      },
      {
        relation: 'grounded-on',
        at: 'knowledge_base_configuration.kendra_knowledge_base_configuration.kendra_index_arn',
        kind: 'vector-store',
        scheme: 'arn',
      },
      {
        relation: 'grounded-on',
        at: 'storage_configuration.s3_vectors_configuration.index_arn|storage_configuration.s3_vectors_configuration.vector_bucket_arn',
        kind: 'vector-store',
        scheme: 'arn',
      },
    ],
  },
  {
    types: ['aws_bedrock_guardrail', 'awscc_bedrock_guardrail', 'AWS::Bedrock::Guardrail'],
    reference: page('aws_bedrock_guardrail'),
    kind: 'guardrail',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:bedrock-guardrail/{name}' }],
    facts: {
      provider: aws,
      service: { value: 'bedrock-guardrails' },
      filters,
      guardrailStrength: { at: attack, is: { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } },
    },
  },
  {
    types: ['aws_bedrock_custom_model'],
    reference: page('aws_bedrock_custom_model'),
    kind: 'fine-tune',
    name: 'custom_model_name',
    facts: { provider: { value: 'bedrock' } },
    links: [
      { relation: 'fine-tuned-from', at: 'base_model_identifier', kind: 'model', scheme: 'arn' },
      { relation: 'trained-on', at: 'training_data_config.s3_uri', kind: 'bucket', scheme: 'bucket-name' },
      { relation: 'trained-on', at: 'validation_data_config.validator.s3_uri', kind: 'bucket', scheme: 'bucket-name' },
    ],
  },
  {
    types: ['aws_bedrock_inference_profile', 'AWS::Bedrock::ApplicationInferenceProfile'],
    reference: page('aws_bedrock_inference_profile'),
    kind: 'model',
    name: 'name|inference_profile_name',
    facts: { provider: { value: 'bedrock' }, hosting: { value: 'remote-api' }, source: { value: 'provider-api' } },
  },
  {
    types: ['aws_bedrockagent_flow', 'AWS::Bedrock::Flow'],
    reference: page('aws_bedrockagent_flow'),
    kind: 'pipeline',
    facts: { framework: framework('bedrock-flows') },
    links: [runsAs('execution_role_arn')],
  },
  {
    types: ['aws_bedrockagent_prompt', 'AWS::Bedrock::Prompt'],
    reference: page('aws_bedrockagent_prompt'),
    kind: 'prompt',
    facts: {
      description: { at: 'description' },
      encryptedAtRest: { value: true },
      customerKey: customerKey('customer_encryption_key_arn'),
    },
  },
  {
    types: ['aws_bedrockagentcore_agent_runtime', 'AWS::BedrockAgentCore::Runtime'],
    reference: page('aws_bedrockagentcore_agent_runtime'),
    kind: 'compute',
    name: 'agent_runtime_name',
    facts: { managedService, provider: aws, service: { value: 'bedrock-agentcore' }, unrestrictedEgress: openNetwork },
    links: [runsAs('role_arn')],
    environment: [{ map: 'environment_variables' }],
    image: ['agent_runtime_artifact.container_configuration.container_uri'],
  },
  {
    types: ['aws_bedrockagentcore_gateway', 'AWS::BedrockAgentCore::Gateway'],
    reference: page('aws_bedrockagentcore_gateway'),
    kind: 'mcp-server-definition',
    facts: {
      managedService,
      transport: { value: 'streamable-http' },
      authentication: { at: 'authorizer_type', is: { CUSTOM_JWT: 'token', AWS_IAM: 'identity', NONE: 'none' } },
      // Its address is one of the service’s, which answers the internet: https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway.html
      public: { value: true },
      encryptedTransport: { value: true },
    },
    links: [runsAs('role_arn')],
  },
  {
    types: ['aws_bedrockagentcore_gateway_target', 'AWS::BedrockAgentCore::GatewayTarget'],
    reference: page('aws_bedrockagentcore_gateway_target'),
    kind: 'tool',
    facts: { description: { at: 'description' } },
    links: [
      {
        relation: 'offers',
        at: 'gateway_identifier',
        kind: 'mcp-server-definition',
        scheme: 'display-name',
        reverse: true,
      },
      {
        relation: 'runs',
        at: 'target_configuration.mcp.lambda.lambda_arn',
        kind: 'compute',
        scheme: 'arn',
        reverse: true,
      },
    ],
  },
  {
    types: ['aws_bedrockagentcore_code_interpreter', 'AWS::BedrockAgentCore::CodeInterpreterCustom'],
    reference: page('aws_bedrockagentcore_code_interpreter'),
    kind: 'tool',
    facts: { executesCode: { value: true }, sendsOut: toAnyone, unrestrictedEgress: openNetwork },
    links: [runsAs('execution_role_arn')],
  },
  {
    types: ['aws_bedrockagentcore_browser', 'AWS::BedrockAgentCore::BrowserCustom'],
    reference: page('aws_bedrockagentcore_browser'),
    kind: 'tool',
    facts: { takesUntrustedContent: toAnyone, sendsOut: toAnyone, unrestrictedEgress: openNetwork },
    links: [runsAs('execution_role_arn')],
  },
];

export const awsBedrockJoins: readonly Meaning<JoinRow>[] = [
  {
    types: ['aws_bedrockagent_agent_knowledge_base_association'],
    reference: page('aws_bedrockagent_agent_knowledge_base_association'),
    relation: 'grounded-on',
    from: { at: 'agent_id', kind: 'agent', scheme: 'display-name' },
    to: { at: 'knowledge_base_id', kind: 'vector-store', scheme: 'display-name' },
  },
  {
    types: ['aws_bedrockagent_data_source', 'awscc_bedrock_data_source', 'AWS::Bedrock::DataSource'],
    reference: page('aws_bedrockagent_data_source'),
    relation: 'grounded-on',
    from: { at: 'knowledge_base_id', kind: 'vector-store', scheme: 'display-name' },
    to: { at: 'data_source_configuration.s3_configuration.bucket_arn', kind: 'bucket', scheme: 'arn' },
  },
  {
    types: ['aws_bedrockagent_agent_collaborator'],
    reference: page('aws_bedrockagent_agent_collaborator'),
    relation: 'delegates-to',
    from: { at: 'agent_id', kind: 'agent', scheme: 'display-name' },
    to: { at: 'agent_descriptor.alias_arn', kind: 'agent', scheme: 'arn', through: ['agent_id'] },
  },
  {
    types: ['aws_kendra_data_source', 'AWS::Kendra::DataSource'],
    reference: page('aws_kendra_data_source'),
    relation: 'grounded-on',
    from: { at: 'index_id', kind: 'vector-store', scheme: 'display-name' },
    to: {
      at: 'configuration.s3_configuration.bucket_name|configuration.template_configuration.template.connection_configuration.repository_endpoint_metadata.bucket_name|data_source_configuration.s3_configuration.bucket_name',
      kind: 'bucket',
      scheme: 'bucket-name',
      prefix: 's3://',
    },
  },
];
