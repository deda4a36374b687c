/** What CloudFormation resources that run code, let the network in or act as somebody say of themselves. */
import type { FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (service: string, name: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${name}.html`;
const serverless = (name: string): string =>
  `https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-${name}.html`;
const aws: FactRule = { value: 'aws' };
const runsAs = (at: string): LinkRule => ({ relation: 'runs-as', at, kind: 'identity', scheme: 'arn' });

export const runningResources: ResourceTable = {
  'AWS::Lambda::Function': {
    reference: page('lambda', 'function'),
    kind: 'compute',
    name: 'FunctionName',
    facts: { provider: aws, service: { value: 'lambda' }, version: { at: 'Runtime' } },
    links: [runsAs('Role')],
    environment: [{ map: 'Environment.Variables' }],
    // `aws cloudformation package` takes a path of the machine here.
    code: ['Code'],
    image: ['Code.ImageUri'],
  },
  'AWS::Serverless::Function': {
    reference: serverless('function'),
    kind: 'compute',
    name: 'FunctionName',
    facts: { provider: aws, service: { value: 'lambda' }, version: { at: 'Runtime' } },
    links: [runsAs('Role')],
    environment: [{ map: 'Environment.Variables' }],
    code: ['CodeUri', 'DockerContext'],
    image: ['ImageUri'],
  },
  'AWS::ECS::TaskDefinition': {
    reference: page('ecs', 'taskdefinition'),
    kind: 'compute',
    name: 'Family',
    facts: { provider: aws, service: { value: 'ecs' } },
    links: [runsAs('TaskRoleArn')],
    environment: [{ containers: 'ContainerDefinitions' }],
    image: ['ContainerDefinitions.Image'],
  },
  'AWS::EC2::Instance': {
    reference: page('ec2', 'instance'),
    kind: 'compute',
    name: 'Never',
    facts: {
      provider: aws,
      service: { value: 'ec2' },
      public: { at: 'NetworkInterfaces.AssociatePublicIpAddress', is: { false: false } },
    },
    links: [
      {
        relation: 'runs-as',
        at: 'IamInstanceProfile',
        through: ['Roles'],
        kind: 'identity',
        scheme: 'display-name',
      },
      {
        relation: 'exposes',
        at: 'SecurityGroupIds',
        kind: 'network-exposure',
        scheme: 'display-name',
        reverse: true,
      },
    ],
  },
  'AWS::AppRunner::Service': {
    reference: page('apprunner', 'service'),
    kind: 'compute',
    name: 'ServiceName',
    facts: {
      provider: aws,
      service: { value: 'apprunner' },
      public: {
        at: 'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
        otherwise: { value: true, how: 'default' },
      },
    },
    links: [runsAs('InstanceConfiguration.InstanceRoleArn')],
    environment: [{ blocks: 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables' }],
    image: ['SourceConfiguration.ImageRepository.ImageIdentifier'],
  },
  'AWS::Lambda::Url': {
    reference: page('lambda', 'url'),
    kind: 'network-exposure',
    name: 'Never',
    facts: {
      authentication: { at: 'AuthType', is: { NONE: 'none', AWS_IAM: 'identity' } },
      public: { at: 'AuthType', is: { NONE: true, AWS_IAM: false } },
      encryptedTransport: { value: true },
    },
    links: [{ relation: 'exposes', at: 'TargetFunctionArn', kind: 'compute', scheme: 'arn' }],
  },
  'AWS::ApiGatewayV2::Integration': {
    reference: page('apigatewayv2', 'integration'),
    kind: 'network-exposure',
    name: 'Never',
    facts: { public: { value: true }, encryptedTransport: { value: true } },
    links: [{ relation: 'exposes', at: 'IntegrationUri', kind: 'compute', scheme: 'arn' }],
  },
  'AWS::ApiGateway::Method': {
    reference: page('apigateway', 'method'),
    kind: 'network-exposure',
    name: 'Never',
    facts: {
      authentication: {
        at: 'AuthorizationType',
        is: { AWS_IAM: 'identity', COGNITO_USER_POOLS: 'token', CUSTOM: 'token' },
      },
      encryptedTransport: { value: true },
    },
    links: [{ relation: 'exposes', at: 'Integration.Uri', kind: 'compute', scheme: 'arn' }],
  },
  'AWS::CodeBuild::Project': {
    reference: page('codebuild', 'project'),
    kind: 'compute',
    facts: { provider: aws, service: { value: 'codebuild' } },
    links: [runsAs('ServiceRole')],
    environment: [{ blocks: 'Environment.EnvironmentVariables' }],
    image: ['Environment.Image'],
  },
  'AWS::IAM::Role': {
    reference: page('iam', 'role'),
    kind: 'identity',
    name: 'RoleName',
    facts: { provider: aws, longLived: { value: false } },
  },
  'AWS::IAM::User': {
    reference: page('iam', 'user'),
    kind: 'identity',
    name: 'UserName',
    facts: { provider: aws },
  },
  'AWS::IAM::AccessKey': {
    reference: page('iam', 'accesskey'),
    kind: 'secret',
    name: 'UserName',
    facts: {
      secretKind: { value: 'aws-access-key' },
      provider: aws,
      longLived: { value: true },
      place: { value: 'variable' },
    },
    links: [{ relation: 'authenticates-as', at: 'UserName', kind: 'identity', scheme: 'display-name' }],
  },
};
