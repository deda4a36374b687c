/** The answers of `aws` that are resources: where they stand in what it prints, by which keys they are known, and as which type the tables know them. */
import type { FactName, Term } from '../../../kit/define-extractor.ts';
import { literal } from '../../../kit/define-extractor.ts';
import { withEntries, withoutEntries } from '../../../kit/exported-term.ts';
import type { ExportFacts } from '../../../kit/state-export.ts';
import { allAt, literalText, partOf } from '../../../kit/template-paths.ts';
import { entryOf, type Positioned } from '../../../read/positioned.ts';

export interface Answer {
  /** The page that documents the answer. */
  readonly reference: string;
  /** The key under which the resource or the list of resources stands; empty for the answer itself. */
  readonly at: string;
  /** Keys that each resource has. */
  readonly needs: readonly string[];
  readonly type: string;
  readonly arn?: string;
  /** Keys of its names; the first is what people call it. */
  readonly names: readonly string[];
  readonly leavesOut?: readonly FactName[];
  /** The properties as a template would write them. */
  readonly adapt?: (properties: Term, root: Positioned) => Term;
  readonly facts?: (properties: Term, root: Positioned) => ExportFacts;
}

const page = (service: string, operation: string): string =>
  `https://docs.aws.amazon.com/${service}/latest/APIReference/API_${operation}.html`;
const bedrock = (operation: string): string => page('bedrock', operation);
const sagemaker = (operation: string): string =>
  `https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_${operation}.html`;

/** A bound on runs at once is told only beside the function. */
const concurrency = (_: Term, root: Positioned): ExportFacts => ({
  rateLimited: { value: entryOf(root, 'Concurrency') !== undefined },
});

/** The answer names the parts of a guardrail without the `Config` of a request. */
const guardrailParts = (properties: Term): Term =>
  withEntries(properties, {
    contentPolicyConfig: renamed(partOf(properties, 'contentPolicy'), 'filters', 'filtersConfig'),
    topicPolicyConfig: partOf(properties, 'topicPolicy'),
    wordPolicyConfig: partOf(properties, 'wordPolicy'),
    sensitiveInformationPolicyConfig: partOf(properties, 'sensitiveInformationPolicy'),
    contextualGroundingPolicyConfig: partOf(properties, 'contextualGroundingPolicy'),
  });
const renamed = (term: Term | undefined, from: string, to: string): Term | undefined =>
  term && withEntries(term, { [to]: partOf(term, from) });

const groupIds =
  (from: string, to: string) =>
  (properties: Term): Term =>
    withEntries(withoutEntries(properties, 'SecurityGroups', 'VpcSecurityGroups'), {
      [to]: { t: 'list', items: allAt(properties, from) },
    });

const lambdaKeys = ['FunctionName', 'FunctionArn', 'Role'] as const;
const lambda = { type: 'AWS::Lambda::Function', arn: 'FunctionArn', names: ['FunctionName'], needs: lambdaKeys };
const agentNames = ['agentName', 'agentId'] as const;
const endpoint = {
  type: 'AWS::SageMaker::Endpoint',
  arn: 'EndpointArn',
  names: ['EndpointName'],
  adapt: (properties: Term): Term => withoutEntries(properties, 'EndpointConfigName'),
};

export const answers: readonly Answer[] = [
  {
    reference: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html',
    at: 'Buckets',
    needs: ['Name', 'CreationDate'],
    type: 'AWS::S3::Bucket',
    names: ['Name'],
    adapt: (properties) => withEntries(properties, { BucketName: partOf(properties, 'Name') }),
    leavesOut: ['customerKey', 'versioned', 'encryptedAtRest'],
  },
  { reference: page('lambda', 'ListFunctions'), at: 'Functions', ...lambda },
  { reference: page('lambda', 'GetFunction'), at: 'Configuration', ...lambda, facts: concurrency },
  { reference: page('lambda', 'GetFunctionConfiguration'), at: '', ...lambda },
  {
    reference: bedrock('ListGuardrails'),
    at: 'guardrails',
    needs: ['id', 'arn', 'name', 'version', 'status'],
    type: 'AWS::Bedrock::Guardrail',
    arn: 'arn',
    names: ['name', 'id'],
    leavesOut: ['filters', 'guardrailStrength'],
  },
  {
    reference: bedrock('GetGuardrail'),
    at: '',
    needs: ['name', 'guardrailId', 'guardrailArn', 'version', 'status'],
    type: 'AWS::Bedrock::Guardrail',
    arn: 'guardrailArn',
    names: ['name', 'guardrailId'],
    adapt: guardrailParts,
  },
  {
    reference: bedrock('agent_ListAgents'),
    at: 'agentSummaries',
    needs: ['agentId', 'agentName', 'agentStatus'],
    type: 'AWS::Bedrock::Agent',
    names: agentNames,
  },
  {
    reference: bedrock('agent_GetAgent'),
    at: 'agent',
    needs: ['agentId', 'agentName', 'agentArn', 'agentStatus'],
    type: 'AWS::Bedrock::Agent',
    arn: 'agentArn',
    names: agentNames,
  },
  {
    reference: bedrock('agent_GetAgentActionGroup'),
    at: 'agentActionGroup',
    needs: ['actionGroupId', 'actionGroupName', 'agentId'],
    type: 'aws_bedrockagent_agent_action_group',
    names: ['actionGroupName', 'actionGroupId'],
    adapt: (properties) =>
      withEntries(properties, { parentActionGroupSignature: partOf(properties, 'parentActionSignature') }),
  },
  {
    reference: bedrock('agent_GetKnowledgeBase'),
    at: 'knowledgeBase',
    needs: ['knowledgeBaseId', 'name', 'knowledgeBaseArn', 'storageConfiguration'],
    type: 'AWS::Bedrock::KnowledgeBase',
    arn: 'knowledgeBaseArn',
    names: ['name', 'knowledgeBaseId'],
  },
  {
    reference: bedrock('agent_ListKnowledgeBases'),
    at: 'knowledgeBaseSummaries',
    needs: ['knowledgeBaseId', 'name', 'status'],
    type: 'AWS::Bedrock::KnowledgeBase',
    names: ['name', 'knowledgeBaseId'],
  },
  {
    reference: bedrock('agent_GetDataSource'),
    at: 'dataSource',
    needs: ['dataSourceId', 'knowledgeBaseId', 'dataSourceConfiguration'],
    type: 'AWS::Bedrock::DataSource',
    names: ['name', 'dataSourceId'],
  },
  {
    reference: sagemaker('DescribeEndpoint'),
    at: '',
    needs: ['EndpointName', 'EndpointArn', 'EndpointConfigName', 'EndpointStatus'],
    ...endpoint,
    facts: (properties) => ({
      logging: { value: literalOf(allAt(properties, 'DataCaptureConfig.EnableCapture')[0]) === true },
    }),
  },
  {
    reference: sagemaker('ListEndpoints'),
    at: 'Endpoints',
    needs: ['EndpointName', 'EndpointArn', 'EndpointStatus'],
    ...endpoint,
  },
  {
    reference: sagemaker('DescribeModel'),
    at: '',
    needs: ['ModelName', 'ModelArn', 'CreationTime'],
    type: 'AWS::SageMaker::Model',
    arn: 'ModelArn',
    names: ['ModelName'],
  },
  {
    reference: sagemaker('DescribeNotebookInstance'),
    at: '',
    needs: ['NotebookInstanceArn', 'NotebookInstanceName', 'NotebookInstanceStatus'],
    type: 'AWS::SageMaker::NotebookInstance',
    arn: 'NotebookInstanceArn',
    names: ['NotebookInstanceName'],
  },
  {
    reference: sagemaker('DescribeDomain'),
    at: '',
    needs: ['DomainArn', 'DomainId', 'DomainName'],
    type: 'AWS::SageMaker::Domain',
    arn: 'DomainArn',
    names: ['DomainName', 'DomainId'],
  },
  {
    reference: page('AmazonECS', 'DescribeTaskDefinition'),
    at: 'taskDefinition',
    needs: ['taskDefinitionArn', 'family', 'containerDefinitions'],
    type: 'AWS::ECS::TaskDefinition',
    arn: 'taskDefinitionArn',
    names: ['family'],
  },
  {
    reference: page('AmazonECS', 'DescribeServices'),
    at: 'services',
    needs: ['serviceArn', 'serviceName', 'taskDefinition'],
    type: 'AWS::ECS::Service',
    arn: 'serviceArn',
    names: ['serviceName'],
  },
  {
    reference: page('AWSEC2', 'DescribeInstances'),
    at: 'Reservations.Instances',
    needs: ['InstanceId', 'InstanceType', 'State'],
    type: 'AWS::EC2::Instance',
    names: ['InstanceId'],
    // The profile of an instance is not the role in it.
    adapt: (properties) =>
      withoutEntries(groupIds('SecurityGroups.GroupId', 'SecurityGroupIds')(properties), 'IamInstanceProfile'),
    facts: (properties) => ({
      ...(literalText(partOf(properties, 'PublicIpAddress')) === undefined ? { public: { value: false } } : {}),
    }),
  },
  {
    reference: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html',
    at: 'LoadBalancers',
    needs: ['LoadBalancerArn', 'LoadBalancerName', 'Scheme'],
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    arn: 'LoadBalancerArn',
    names: ['LoadBalancerName'],
  },
  {
    reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html',
    at: 'DBInstances',
    needs: ['DBInstanceIdentifier', 'DBInstanceArn', 'Engine'],
    type: 'AWS::RDS::DBInstance',
    arn: 'DBInstanceArn',
    names: ['DBInstanceIdentifier'],
    adapt: groupIds('VpcSecurityGroups.VpcSecurityGroupId', 'VpcSecurityGroupIds'),
  },
  {
    reference: page('amazondynamodb', 'DescribeTable'),
    at: 'Table',
    needs: ['TableName', 'TableArn', 'TableStatus'],
    type: 'AWS::DynamoDB::Table',
    arn: 'TableArn',
    names: ['TableName'],
  },
  {
    reference: page('AmazonCloudWatchLogs', 'DescribeLogGroups'),
    at: 'logGroups',
    needs: ['logGroupName', 'creationTime'],
    type: 'AWS::Logs::LogGroup',
    arn: 'arn',
    names: ['logGroupName'],
    // Kept for ever where no number is given.
    adapt: (properties) =>
      partOf(properties, 'retentionInDays') === undefined
        ? withEntries(properties, { retentionInDays: literal(0) })
        : properties,
  },
];

const literalOf = (term: Term | undefined) => (term?.t === 'literal' ? term.value : undefined);

/** What an item of AWS Config or of an inventory is, by its type there, where the item is written as the answer above. */
export const answerOfType = (type: string): Answer | undefined =>
  answers.findLast((answer) => answer.type === type && answer.leavesOut === undefined) ??
  answers.find((answer) => answer.type === type);
