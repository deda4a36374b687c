/** What AWS resources that run code, act as somebody or let the network in say of themselves, in Terraform and CloudFormation. */
import type { FactRule, JoinRow, LinkRule, Meaning, ResourceRow } from '../resource-row.ts';
import { exposedBy, registryPage as page, runsAs, unless } from './rules.ts';

const aws: FactRule = { value: 'aws' };
const serverless = (name: string): string =>
  `https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-${name}.html`;
const exposes = (at: string, more: Partial<LinkRule> = {}): LinkRule => ({
  relation: 'exposes',
  at,
  kind: 'compute',
  scheme: 'arn',
  ...more,
});
/** The name of a type that has none: its address. */
const unnamed = 'never';
// Without the argument the image decides: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
const oldMetadata: FactRule = { at: 'metadata_options.http_tokens', is: { required: false, optional: true } };

const compute: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_lambda_function', 'AWS::Lambda::Function'],
    reference: page('aws_lambda_function'),
    kind: 'compute',
    name: 'function_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:lambda/{function_name}' }],
    facts: {
      provider: aws,
      service: { value: 'lambda' },
      version: { at: 'runtime' },
      // A reserved number of runs at once bounds what strangers can make it cost.
      rateLimited: {
        at: 'reserved_concurrent_executions',
        is: { '-1': false, '*': true },
        otherwise: { value: false, how: 'default' },
      },
    },
    links: [
      runsAs('role'),
      { relation: 'logs-to', at: 'logging_config.log_group', kind: 'log-sink', scheme: 'display-name' },
    ],
    environment: [{ map: 'environment.variables' }],
    // `aws cloudformation package` takes a path of the machine in `Code`.
    code: ['filename|code', 'source_dir'],
    image: ['image_uri|code.image_uri'],
  },
  {
    types: ['AWS::Serverless::Function'],
    reference: serverless('function'),
    kind: 'compute',
    name: 'function_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:lambda/{function_name}' }],
    facts: {
      provider: aws,
      service: { value: 'lambda' },
      version: { at: 'runtime' },
      rateLimited: {
        at: 'reserved_concurrent_executions',
        is: { '*': true },
        otherwise: { value: false, how: 'default' },
      },
    },
    links: [runsAs('role')],
    environment: [{ map: 'environment.variables' }],
    code: ['code_uri', 'docker_context'],
    image: ['image_uri'],
  },
  {
    types: ['aws_ecs_task_definition', 'AWS::ECS::TaskDefinition'],
    reference: page('aws_ecs_task_definition'),
    kind: 'compute',
    name: 'family',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:ecs-task/{family}' }],
    facts: { provider: aws, service: { value: 'ecs' } },
    links: [runsAs('task_role_arn')],
    environment: [{ containers: 'container_definitions' }],
    image: ['container_definitions.image'],
  },
  {
    types: ['aws_instance', 'AWS::EC2::Instance'],
    reference: page('aws_instance'),
    kind: 'compute',
    name: 'tags.Name',
    facts: {
      provider: aws,
      service: { value: 'ec2' },
      public: {
        at: 'associate_public_ip_address|network_interfaces.associate_public_ip_address',
        is: { false: false },
      },
      oldMetadataService: oldMetadata,
    },
    links: [
      runsAs('iam_instance_profile', { through: ['roles'], scheme: 'display-name' }),
      exposedBy('vpc_security_group_ids|security_group_ids'),
    ],
  },
  {
    types: ['aws_apprunner_service', 'AWS::AppRunner::Service'],
    reference: page('aws_apprunner_service'),
    kind: 'compute',
    name: 'service_name',
    facts: {
      provider: aws,
      service: { value: 'apprunner' },
      public: unless('network_configuration.ingress_configuration.is_publicly_accessible', true, {
        true: true,
        false: false,
      }),
    },
    links: [runsAs('instance_configuration.instance_role_arn')],
    environment: [
      { map: 'source_configuration.image_repository.image_configuration.runtime_environment_variables' },
      { blocks: 'source_configuration.image_repository.image_configuration.runtime_environment_variables' },
    ],
    image: ['source_configuration.image_repository.image_identifier'],
  },
  {
    types: ['aws_batch_job_definition', 'AWS::Batch::JobDefinition'],
    reference: page('aws_batch_job_definition'),
    kind: 'compute',
    name: 'name|job_definition_name',
    facts: { provider: aws, service: { value: 'batch' } },
    links: [runsAs('container_properties.job_role_arn')],
    environment: [{ containers: 'container_properties' }],
  },
  {
    types: ['aws_codebuild_project', 'AWS::CodeBuild::Project'],
    reference: page('aws_codebuild_project'),
    kind: 'compute',
    facts: { provider: aws, service: { value: 'codebuild' } },
    links: [runsAs('service_role')],
    environment: [{ blocks: 'environment.environment_variable|environment.environment_variables' }],
    image: ['environment.image'],
  },
];

const waysIn: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_lambda_function_url', 'AWS::Lambda::Url'],
    reference: page('aws_lambda_function_url'),
    kind: 'network-exposure',
    name: 'function_name',
    facts: {
      authentication: { at: 'authorization_type|auth_type', is: { NONE: 'none', AWS_IAM: 'identity' } },
      public: { at: 'authorization_type|auth_type', is: { NONE: true, AWS_IAM: false } },
      encryptedTransport: { value: true },
      // Only the number of runs of the function bounds it: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
      rateLimited: { value: false },
    },
    links: [exposes('function_name|target_function_arn', { scheme: 'display-name' })],
  },
  {
    types: ['aws_apigatewayv2_integration', 'AWS::ApiGatewayV2::Integration'],
    reference: page('aws_apigatewayv2_integration'),
    kind: 'network-exposure',
    name: unnamed,
    facts: { public: unless('connection_type', true, { INTERNET: true }), encryptedTransport: { value: true } },
    links: [exposes('integration_uri')],
  },
  {
    types: ['aws_api_gateway_integration'],
    reference: page('aws_api_gateway_integration'),
    kind: 'network-exposure',
    name: unnamed,
    facts: { encryptedTransport: { value: true } },
    links: [exposes('uri')],
  },
  {
    types: ['AWS::ApiGateway::Method'],
    reference: page('aws_api_gateway_method'),
    kind: 'network-exposure',
    name: unnamed,
    facts: {
      authentication: {
        at: 'authorization_type',
        is: { AWS_IAM: 'identity', COGNITO_USER_POOLS: 'token', CUSTOM: 'token' },
      },
      encryptedTransport: { value: true },
    },
    links: [exposes('integration.uri')],
  },
  {
    types: ['aws_lb', 'aws_alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
    reference: page('aws_lb'),
    kind: 'network-exposure',
    facts: {
      public: unless('internal|scheme', true, { true: false, false: true, internal: false, 'internet-facing': true }),
    },
  },
];

/** What stands between a load balancer and what it leads to. */
const targetGroup: Meaning<ResourceRow> = {
  types: ['aws_lb_target_group', 'aws_alb_target_group', 'AWS::ElasticLoadBalancingV2::TargetGroup'],
  reference: page('aws_lb_target_group'),
  kind: 'network-exposure',
  facts: { port: { at: 'port' } },
};

export const awsRunningJoins: readonly Meaning<JoinRow>[] = [
  {
    types: ['aws_lb_listener', 'aws_alb_listener', 'AWS::ElasticLoadBalancingV2::Listener'],
    reference: page('aws_lb_listener'),
    relation: 'exposes',
    from: { at: 'load_balancer_arn', kind: 'network-exposure', scheme: 'display-name' },
    to: {
      at: 'default_action.target_group_arn|default_actions.target_group_arn|default_action.forward.target_group.arn|default_actions.forward_config.target_groups.target_group_arn',
      kind: 'network-exposure',
      scheme: 'display-name',
    },
  },
  {
    types: ['aws_ecs_service', 'AWS::ECS::Service'],
    reference: page('aws_ecs_service'),
    relation: 'exposes',
    from: {
      at: 'load_balancer.target_group_arn|load_balancers.target_group_arn',
      kind: 'network-exposure',
      scheme: 'display-name',
    },
    to: { at: 'task_definition', kind: 'compute', scheme: 'display-name' },
  },
];

const identities: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_iam_role', 'awscc_iam_role', 'AWS::IAM::Role'],
    reference: page('aws_iam_role'),
    kind: 'identity',
    name: 'name|role_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:iam-role/{name|role_name}' }],
    facts: { provider: aws, longLived: { value: false } },
  },
  {
    types: ['aws_iam_user', 'AWS::IAM::User'],
    reference: page('aws_iam_user'),
    kind: 'identity',
    name: 'name|user_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:iam-user/{name|user_name}' }],
    facts: { provider: aws },
  },
  {
    types: ['aws_iam_access_key', 'AWS::IAM::AccessKey'],
    reference: page('aws_iam_access_key'),
    kind: 'secret',
    name: 'user|user_name',
    facts: {
      secretKind: { value: 'aws-access-key' },
      provider: aws,
      longLived: { value: true },
      place: { value: 'variable' },
    },
    links: [
      { relation: 'authenticates-as', at: 'user|user_name', kind: 'identity', scheme: 'display-name', only: true },
    ],
  },
  {
    // A key of Bedrock is a credential of one service, and never ends unless an age is written: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    types: ['aws_iam_service_specific_credential'],
    reference: page('aws_iam_service_specific_credential'),
    kind: 'secret',
    name: 'user_name',
    facts: {
      secretKind: { at: 'service_name', is: { 'bedrock.amazonaws.com': 'bedrock-api-key' } },
      provider: aws,
      longLived: unless('credential_age_days', true, { '*': false }),
      place: { value: 'variable' },
    },
    links: [{ relation: 'authenticates-as', at: 'user_name', kind: 'identity', scheme: 'display-name', only: true }],
  },
];

export const awsRunning: readonly Meaning<ResourceRow>[] = [...compute, ...waysIn, targetGroup, ...identities];
