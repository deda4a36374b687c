/** What resources of Amazon SageMaker say of themselves, in Terraform and CloudFormation. */
import type { FactRule, Meaning, ResourceRow } from '../resource-row.ts';
import { customerKey, registryPage as page, runsAs, unless } from './rules.ts';

const managedService: FactRule = { value: true };
const aws: FactRule = { value: 'aws' };
const modelOf = 'production_variants.model_name';

export const awsLearning: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_sagemaker_model', 'AWS::SageMaker::Model'],
    reference: page('aws_sagemaker_model'),
    kind: 'model-artifact',
    name: 'name|model_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:sagemaker-model/{name|model_name}' }],
    facts: { source: { at: 'primary_container.model_data_url', is: { '*': 'bucket' } } },
    links: [
      {
        relation: 'contains',
        at: 'primary_container.model_data_url|primary_container.model_data_source.s3_data_source.s3_uri',
        kind: 'bucket',
        scheme: 'bucket-name',
        reverse: true,
      },
    ],
  },
  {
    types: ['aws_sagemaker_endpoint', 'AWS::SageMaker::Endpoint'],
    reference: page('aws_sagemaker_endpoint'),
    kind: 'inference-endpoint',
    name: 'name|endpoint_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:sagemaker-endpoint/{name|endpoint_name}' }],
    facts: {
      managedService,
      provider: aws,
      service: { value: 'sagemaker' },
      // Calls are signed: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
      authentication: { value: 'identity' },
      encryptedTransport: { value: true },
      // https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html
      logging: {
        in: 'endpoint_config_name',
        at: 'data_capture_config.enable_capture',
        is: { true: true, false: false },
        otherwise: { value: false, how: 'default' },
      },
    },
    links: [
      {
        relation: 'serves',
        at: 'endpoint_config_name',
        through: [modelOf],
        kind: 'model-artifact',
        scheme: 'display-name',
      },
      runsAs('endpoint_config_name', { through: [modelOf, 'execution_role_arn'] }),
      {
        relation: 'logs-to',
        at: 'endpoint_config_name',
        through: ['data_capture_config.destination_s3_uri'],
        kind: 'bucket',
        scheme: 'bucket-name',
      },
    ],
  },
  {
    types: ['aws_sagemaker_notebook_instance', 'AWS::SageMaker::NotebookInstance'],
    reference: page('aws_sagemaker_notebook_instance'),
    kind: 'compute',
    name: 'name|notebook_instance_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:sagemaker-notebook/{name|notebook_instance_name}' }],
    facts: {
      managedService,
      provider: aws,
      service: { value: 'sagemaker-notebook' },
      // A notebook instance is opened through a signed address only.
      public: { value: false },
      authentication: { value: 'identity' },
      // Both are on unless switched off: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
      unrestrictedEgress: unless('direct_internet_access', true, { Enabled: true, Disabled: false }),
      rootAccess: unless('root_access', true, { Enabled: true, Disabled: false }),
      oldMetadataService: {
        at: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
        is: { 1: true, 2: false },
      },
    },
    links: [runsAs('role_arn')],
  },
  {
    types: ['aws_sagemaker_domain', 'AWS::SageMaker::Domain'],
    reference: page('aws_sagemaker_domain'),
    kind: 'compute',
    name: 'domain_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:sagemaker-domain/{domain_name}' }],
    facts: {
      managedService,
      provider: aws,
      service: { value: 'sagemaker-studio' },
      public: { value: false },
      authentication: { value: 'identity' },
      unrestrictedEgress: unless('app_network_access_type', true, { PublicInternetOnly: true, VpcOnly: false }),
    },
    links: [runsAs('default_user_settings.execution_role')],
  },
  {
    types: ['aws_sagemaker_feature_group', 'AWS::SageMaker::FeatureGroup'],
    reference: page('aws_sagemaker_feature_group'),
    kind: 'data-store',
    name: 'feature_group_name',
    facts: {
      provider: aws,
      service: { value: 'sagemaker-feature-store' },
      encryptedAtRest: { value: true },
      customerKey: customerKey(
        'offline_store_config.s3_storage_config.kms_key_id|online_store_config.security_config.kms_key_id',
      ),
    },
  },
  {
    types: ['aws_sagemaker_pipeline', 'AWS::SageMaker::Pipeline'],
    reference: page('aws_sagemaker_pipeline'),
    kind: 'pipeline',
    name: 'pipeline_name',
    facts: { framework: { value: 'sagemaker' } },
    links: [runsAs('role_arn')],
  },
];
