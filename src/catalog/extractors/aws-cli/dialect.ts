/** How AWS names what it speaks of: by ARN, or by a name that is unique in one account and region. */
import type { AssetKind, SaidIdentifier } from '../../../kit/define-extractor.ts';
import { cloudName, type ExportDialect } from '../../../kit/state-export.ts';

/** The word for things of a type, as in their ARNs. */
export const words: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'lambda',
  'AWS::IAM::Role': 'iam-role',
  'AWS::IAM::User': 'iam-user',
  'AWS::Bedrock::Agent': 'bedrock-agent',
  'AWS::Bedrock::Guardrail': 'bedrock-guardrail',
  aws_bedrockagent_agent_action_group: 'bedrock-action-group',
  'AWS::Bedrock::KnowledgeBase': 'bedrock-knowledge-base',
  'AWS::SageMaker::Endpoint': 'sagemaker-endpoint',
  'AWS::SageMaker::Model': 'sagemaker-model',
  'AWS::SageMaker::NotebookInstance': 'sagemaker-notebook',
  'AWS::SageMaker::Domain': 'sagemaker-domain',
  'AWS::DynamoDB::Table': 'dynamodb-table',
  'AWS::Logs::LogGroup': 'log-group',
  'AWS::EC2::SecurityGroup': 'security-group',
  'AWS::EC2::Instance': 'ec2-instance',
  'AWS::ECS::TaskDefinition': 'ecs-task',
  'AWS::RDS::DBInstance': 'rds-instance',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load-balancer',
};

/** What a plain name means where the tables expect this kind. */
const wordOfKind: Partial<Record<AssetKind, string>> = {
  guardrail: 'bedrock-guardrail',
  agent: 'bedrock-agent',
  'vector-store': 'bedrock-knowledge-base',
  'log-sink': 'log-group',
  'network-exposure': 'security-group',
  'model-artifact': 'sagemaker-model',
};

const arn = /^arn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:.+/s;

/** Tells whether a text is an ARN. */
export const isArn = (text: string | undefined): text is string => text !== undefined && arn.test(text);

/** The account of an ARN. */
export const accountOfArn = (text: string): string | undefined => {
  const account = arn.exec(text)?.[1];
  return account === 'aws' ? undefined : account;
};

/** The account in whose name a file was saved: a folder or name of twelve digits. */
export const accountOfPath = (path: string): string | undefined => /(?:^|[/._-])(\d{12})(?=$|[/._-])/.exec(path)?.[1];

export const aws: ExportDialect = {
  cloud: 'aws',
  identify: (kind, text): SaidIdentifier | undefined => {
    if (isArn(text)) return { scheme: 'arn', value: text };
    const word = wordOfKind[kind];
    return word === undefined ? undefined : cloudName('aws', word, text);
  },
  account: (id) => ({
    name: `AWS account ${id}`,
    identifier: { scheme: 'arn', value: `arn:aws:iam::${id}:root` },
  }),
};
