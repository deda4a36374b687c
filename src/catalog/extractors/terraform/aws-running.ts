/** What AWS resources that run code and let the network in say of themselves. */
import type { FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${name}`;
const aws: FactRule = { value: 'aws' };
const runsAs = (at: string): LinkRule => ({ relation: 'runs-as', at, kind: 'identity', scheme: 'arn' });
const logGroup = (at: string): LinkRule => ({ relation: 'logs-to', at, kind: 'log-sink', scheme: 'display-name' });

export const awsRunning: ResourceTable = {
  aws_lambda_function: {
    reference: page('lambda_function'),
    kind: 'compute',
    name: 'function_name',
    facts: { provider: aws, service: { value: 'lambda' }, version: { at: 'runtime' } },
    links: [runsAs('role'), logGroup('logging_config.log_group')],
    environment: [{ map: 'environment.variables' }],
    code: ['filename', 'source_dir'],
    image: ['image_uri'],
  },
  aws_ecs_task_definition: {
    reference: page('ecs_task_definition'),
    kind: 'compute',
    name: 'family',
    facts: { provider: aws, service: { value: 'ecs' } },
    links: [runsAs('task_role_arn')],
    environment: [{ containers: 'container_definitions' }],
  },
  aws_instance: {
    reference: page('instance'),
    kind: 'compute',
    name: 'tags.Name',
    facts: {
      provider: aws,
      service: { value: 'ec2' },
      public: { at: 'associate_public_ip_address', is: { false: false } },
    },
    links: [
      {
        relation: 'runs-as',
        at: 'iam_instance_profile',
        kind: 'identity',
        scheme: 'display-name',
      },
      {
        relation: 'exposes',
        at: 'vpc_security_group_ids',
        kind: 'network-exposure',
        scheme: 'display-name',
        reverse: true,
      },
    ],
  },
  aws_apprunner_service: {
    reference: page('apprunner_service'),
    kind: 'compute',
    name: 'service_name',
    facts: {
      provider: aws,
      service: { value: 'apprunner' },
      public: {
        at: 'network_configuration.ingress_configuration.is_publicly_accessible',
        otherwise: { value: true, how: 'default' },
      },
    },
    links: [runsAs('instance_configuration.instance_role_arn')],
    environment: [{ map: 'source_configuration.image_repository.image_configuration.runtime_environment_variables' }],
    image: ['source_configuration.image_repository.image_identifier'],
  },
  aws_batch_job_definition: {
    reference: page('batch_job_definition'),
    kind: 'compute',
    facts: { provider: aws, service: { value: 'batch' } },
    environment: [{ containers: 'container_properties' }],
  },
  aws_lambda_function_url: {
    reference: page('lambda_function_url'),
    kind: 'network-exposure',
    name: 'function_name',
    facts: {
      authentication: { at: 'authorization_type', is: { NONE: 'none', AWS_IAM: 'identity' } },
      public: { at: 'authorization_type', is: { NONE: true, AWS_IAM: false } },
      encryptedTransport: { value: true },
    },
    links: [{ relation: 'exposes', at: 'function_name', kind: 'compute', scheme: 'display-name' }],
  },
  aws_apigatewayv2_integration: {
    reference: page('apigatewayv2_integration'),
    kind: 'network-exposure',
    name: 'api_id',
    facts: {
      public: { at: 'connection_type', is: { INTERNET: true }, otherwise: { value: true, how: 'default' } },
      encryptedTransport: { value: true },
    },
    links: [{ relation: 'exposes', at: 'integration_uri', kind: 'compute', scheme: 'arn' }],
  },
  aws_api_gateway_integration: {
    reference: page('api_gateway_integration'),
    kind: 'network-exposure',
    name: 'rest_api_id',
    facts: { encryptedTransport: { value: true } },
    links: [{ relation: 'exposes', at: 'uri', kind: 'compute', scheme: 'arn' }],
  },
  aws_lb: {
    reference: page('lb'),
    kind: 'network-exposure',
    facts: { public: { at: 'internal', is: { true: false, false: true }, otherwise: { value: true, how: 'default' } } },
  },
  aws_sagemaker_notebook_instance: {
    reference: page('sagemaker_notebook_instance'),
    kind: 'compute',
    facts: {
      provider: aws,
      service: { value: 'sagemaker-notebook' },
      // A notebook instance is opened through a signed address only.
      public: { value: false },
      authentication: { value: 'identity' },
    },
    links: [runsAs('role_arn')],
  },
  aws_codebuild_project: {
    reference: page('codebuild_project'),
    kind: 'compute',
    facts: { provider: aws, service: { value: 'codebuild' } },
    links: [runsAs('service_role')],
    environment: [{ blocks: 'environment.environment_variable' }],
    image: ['environment.image'],
  },
};
