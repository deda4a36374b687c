/** What CloudFormation resources of Bedrock and SageMaker say of themselves. */
import type { FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (service: string, name: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${name}.html`;
const aws: FactRule = { value: 'aws' };
const runsAs = (at: string): LinkRule => ({ relation: 'runs-as', at, kind: 'identity', scheme: 'arn' });

export const intelligenceResources: ResourceTable = {
  'AWS::Bedrock::Agent': {
    reference: page('bedrock', 'agent'),
    kind: 'agent',
    name: 'AgentName',
    facts: { framework: { value: 'bedrock-agents' }, description: { at: 'Description' } },
    links: [
      { relation: 'invokes', at: 'FoundationModel', kind: 'model', scheme: 'model-name', prefix: 'bedrock:' },
      runsAs('AgentResourceRoleArn'),
      {
        relation: 'guarded-by',
        at: 'GuardrailConfiguration.GuardrailIdentifier',
        kind: 'guardrail',
        scheme: 'display-name',
        absent: { grade: 'default', reference: page('bedrock', 'agent') },
      },
      { relation: 'grounded-on', at: 'KnowledgeBases.KnowledgeBaseId', kind: 'vector-store', scheme: 'display-name' },
    ],
  },
  'AWS::Bedrock::KnowledgeBase': {
    reference: page('bedrock', 'knowledgebase'),
    kind: 'vector-store',
    facts: { provider: aws, service: { value: 'bedrock-knowledge-base' }, authentication: { value: 'identity' } },
    links: [
      {
        relation: 'embeds-with',
        at: 'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn',
        kind: 'model',
        scheme: 'arn',
      },
      {
        relation: 'grounded-on',
        at: 'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn',
        kind: 'vector-store',
        scheme: 'arn',
      },
    ],
  },
  'AWS::Bedrock::Guardrail': {
    reference: page('bedrock', 'guardrail'),
    kind: 'guardrail',
    facts: { provider: aws, service: { value: 'bedrock-guardrails' } },
  },
  'AWS::BedrockAgentCore::Runtime': {
    reference: page('bedrockagentcore', 'runtime'),
    kind: 'compute',
    name: 'AgentRuntimeName',
    facts: { provider: aws, service: { value: 'bedrock-agentcore' } },
    links: [runsAs('RoleArn')],
    environment: [{ map: 'EnvironmentVariables' }],
    image: ['AgentRuntimeArtifact.ContainerConfiguration.ContainerUri'],
  },
  'AWS::SageMaker::Model': {
    reference: page('sagemaker', 'model'),
    kind: 'model-artifact',
    name: 'ModelName',
    facts: { source: { at: 'PrimaryContainer.ModelDataUrl', is: { '*': 'bucket' } } },
    links: [
      {
        relation: 'contains',
        at: 'PrimaryContainer.ModelDataUrl',
        kind: 'bucket',
        scheme: 'bucket-name',
        reverse: true,
      },
    ],
  },
  'AWS::SageMaker::Endpoint': {
    reference: page('sagemaker', 'endpoint'),
    kind: 'inference-endpoint',
    name: 'EndpointName',
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
        at: 'EndpointConfigName',
        through: ['ProductionVariants.ModelName'],
        kind: 'model-artifact',
        scheme: 'display-name',
      },
      {
        relation: 'runs-as',
        at: 'EndpointConfigName',
        through: ['ProductionVariants.ModelName', 'ExecutionRoleArn'],
        kind: 'identity',
        scheme: 'arn',
      },
    ],
  },
  'AWS::SageMaker::NotebookInstance': {
    reference: page('sagemaker', 'notebookinstance'),
    kind: 'compute',
    name: 'NotebookInstanceName',
    facts: {
      provider: aws,
      service: { value: 'sagemaker-notebook' },
      // A notebook instance is opened through a signed address only.
      public: { value: false },
      authentication: { value: 'identity' },
    },
    links: [runsAs('RoleArn')],
  },
  'AWS::SageMaker::Pipeline': {
    reference: page('sagemaker', 'pipeline'),
    kind: 'pipeline',
    name: 'PipelineName',
    facts: { framework: { value: 'sagemaker' } },
    links: [runsAs('RoleArn')],
  },
};
