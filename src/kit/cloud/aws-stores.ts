/** What AWS resources that hold data, secrets and logs say of themselves, in Terraform and CloudFormation. */
import type { AttachmentRow, FactRule, JoinRow, Meaning, ResourceRow } from '../resource-row.ts';
import { customerKey, exposedBy, registryPage as page, unless } from './rules.ts';

const managedService: FactRule = { value: true };
const aws: FactRule = { value: 'aws' };
const service = (value: string): FactRule => ({ value });
const bySignature: FactRule = { value: 'identity' };
const off = { value: false, how: 'default' } as const;

export const awsStores: readonly Meaning<ResourceRow>[] = [
  {
    types: ['aws_s3_bucket', 'awscc_s3_bucket', 'AWS::S3::Bucket'],
    reference: page('aws_s3_bucket'),
    kind: 'bucket',
    name: 'bucket|bucket_name',
    identifiers: [
      { scheme: 'bucket-name', value: 's3://{bucket|bucket_name}' },
      { scheme: 'arn', value: 'arn:aws:s3:::{bucket|bucket_name}' },
    ],
    facts: {
      provider: aws,
      public: [
        // Closed whatever its policies say; one that is off says that a policy may open the bucket, not that one does.
        { at: 'public_access_block_configuration.restrict_public_buckets', is: { true: false } },
        // Since April 2023 new buckets block public access unless a resource says otherwise: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
        {
          at: 'acl|access_control',
          is: { 'public-read': true, 'public-read-write': true, PublicRead: true, PublicReadWrite: true, '*': false },
          otherwise: off,
        },
      ],
      userWritable: { at: 'acl|access_control', is: { 'public-read-write': true, PublicReadWrite: true } },
      // Since January 2023 S3 encrypts every new object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
      encryptedAtRest: {
        at: 'server_side_encryption_configuration|bucket_encryption',
        present: true,
        otherwise: { value: true, how: 'default' },
      },
      customerKey: customerKey(
        'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id|bucket_encryption.server_side_encryption_configuration.server_side_encryption_by_default.kms_master_key_id',
        'inferred',
      ),
      // In Terraform versioning is a resource of its own that would stand in the same stack.
      versioned: {
        at: 'versioning.enabled|versioning_configuration.status',
        is: { true: true, false: false, Enabled: true, '*': false },
        otherwise: { value: false, how: 'inferred' },
      },
    },
    links: [
      {
        relation: 'replicates-to',
        at: 'replication_configuration.rules.destination.bucket',
        kind: 'bucket',
        scheme: 'arn',
      },
    ],
  },
  {
    types: ['aws_dynamodb_table', 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
    reference: page('aws_dynamodb_table'),
    kind: 'data-store',
    name: 'name|table_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:dynamodb-table/{name|table_name}' }],
    facts: {
      provider: aws,
      service: service('dynamodb'),
      // Encrypted with an AWS-owned key unless told otherwise.
      encryptedAtRest: { value: true },
      customerKey: customerKey('server_side_encryption.kms_key_arn|sse_specification.kms_master_key_id'),
    },
  },
  {
    types: ['AWS::Serverless::SimpleTable'],
    reference:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html',
    kind: 'data-store',
    name: 'table_name',
    facts: { provider: aws, service: service('dynamodb'), encryptedAtRest: { value: true } },
  },
  {
    types: ['aws_db_instance', 'AWS::RDS::DBInstance'],
    reference: page('aws_db_instance'),
    kind: 'data-store',
    name: 'identifier|db_instance_identifier',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:rds-instance/{identifier|db_instance_identifier}' }],
    facts: {
      provider: aws,
      service: { at: 'engine' },
      // Without the argument CloudFormation decides by the subnets: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
      public: unless('publicly_accessible', false, { true: true, false: false }),
      encryptedAtRest: unless('storage_encrypted', false, { true: true, false: false }),
      customerKey: customerKey('kms_key_id'),
      port: { at: 'port' },
    },
    links: [exposedBy('vpc_security_group_ids|vpc_security_groups')],
  },
  {
    types: ['aws_rds_cluster', 'AWS::RDS::DBCluster'],
    reference: page('aws_rds_cluster'),
    kind: 'data-store',
    name: 'cluster_identifier|db_cluster_identifier',
    facts: {
      provider: aws,
      service: { at: 'engine' },
      encryptedAtRest: unless('storage_encrypted', false, { true: true, false: false }),
      customerKey: customerKey('kms_key_id'),
    },
    links: [exposedBy('vpc_security_group_ids')],
  },
  {
    types: ['aws_opensearch_domain', 'AWS::OpenSearchService::Domain'],
    reference: page('aws_opensearch_domain'),
    kind: 'data-store',
    name: 'domain_name',
    facts: {
      provider: aws,
      service: service('opensearch'),
      encryptedAtRest: unless('encrypt_at_rest.enabled|encryption_at_rest_options.enabled', false, {
        true: true,
        false: false,
      }),
      customerKey: customerKey('encrypt_at_rest.kms_key_id|encryption_at_rest_options.kms_key_id'),
      encryptedTransport: unless('domain_endpoint_options.enforce_https', false, { true: true, false: false }),
      minTlsVersion: {
        at: 'domain_endpoint_options.tls_security_policy',
        is: { 'Policy-Min-TLS-1-0-2019-07': '1.0', '*': '1.2' },
      },
    },
    links: [exposedBy('vpc_options.security_group_ids')],
  },
  {
    types: ['aws_opensearchserverless_collection', 'AWS::OpenSearchServerless::Collection'],
    reference: page('aws_opensearchserverless_collection'),
    kind: 'vector-store',
    facts: {
      managedService,
      provider: aws,
      service: service('opensearch-serverless'),
      authentication: bySignature,
      encryptedAtRest: { value: true },
    },
  },
  {
    types: ['aws_s3vectors_vector_bucket', 'AWS::S3Vectors::VectorBucket'],
    reference: page('aws_s3vectors_vector_bucket'),
    kind: 'vector-store',
    name: 'vector_bucket_name',
    facts: {
      managedService,
      provider: aws,
      service: service('s3-vectors'),
      authentication: bySignature,
      encryptedAtRest: { value: true },
      customerKey: customerKey('encryption_configuration.kms_key_arn'),
    },
  },
  {
    types: ['aws_kendra_index', 'AWS::Kendra::Index'],
    reference: page('aws_kendra_index'),
    kind: 'vector-store',
    facts: {
      managedService,
      provider: aws,
      service: service('kendra'),
      authentication: bySignature,
      encryptedAtRest: { value: true },
      customerKey: customerKey('server_side_encryption_configuration.kms_key_id'),
    },
  },
  {
    types: ['aws_sqs_queue', 'AWS::SQS::Queue'],
    reference: page('aws_sqs_queue'),
    kind: 'data-store',
    name: 'name|queue_name',
    facts: { provider: aws, service: service('sqs'), encryptedAtRest: { at: 'sqs_managed_sse_enabled' } },
  },
  {
    types: ['aws_secretsmanager_secret', 'AWS::SecretsManager::Secret'],
    reference: page('aws_secretsmanager_secret'),
    kind: 'secret',
    facts: { place: { value: 'manager' }, hardCoded: { value: false } },
  },
  {
    types: ['aws_cloudwatch_log_group', 'AWS::Logs::LogGroup'],
    reference: page('aws_cloudwatch_log_group'),
    kind: 'log-sink',
    name: 'name|log_group_name',
    identifiers: [{ scheme: 'cloud-name', value: 'aws:log-group/{name|log_group_name}' }],
    facts: {
      provider: aws,
      service: service('cloudwatch-logs'),
      // Log groups are always encrypted; without a key of the customer’s it is AWS’s: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
      encryptedAtRest: { value: true },
      // Kept for ever unless a number is written: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
      retentionDays: { at: 'retention_in_days', otherwise: { value: 0, how: 'default' } },
      customerKey: customerKey('kms_key_id'),
    },
  },
];

const bucket = { of: 'bucket', kind: 'bucket', scheme: 'bucket-name', prefix: 's3://' } as const;

export const awsAttachments: readonly Meaning<AttachmentRow>[] = [
  {
    types: ['aws_s3_bucket_acl'],
    reference: page('aws_s3_bucket_acl'),
    ...bucket,
    facts: {
      public: { at: 'acl', is: { 'public-read': true, 'public-read-write': true, '*': false } },
      userWritable: { at: 'acl', is: { 'public-read-write': true } },
    },
  },
  {
    types: ['aws_s3_bucket_public_access_block'],
    reference: page('aws_s3_bucket_public_access_block'),
    ...bucket,
    // Only `restrict_public_buckets` together with `block_public_policy` closes a bucket whatever its policies say.
    facts: { public: { at: 'restrict_public_buckets', is: { true: false } } },
  },
  {
    types: ['aws_s3_bucket_versioning'],
    reference: page('aws_s3_bucket_versioning'),
    ...bucket,
    facts: { versioned: { at: 'versioning_configuration.status', is: { Enabled: true, '*': false } } },
  },
  {
    types: ['aws_s3_bucket_server_side_encryption_configuration'],
    reference: page('aws_s3_bucket_server_side_encryption_configuration'),
    ...bucket,
    facts: {
      encryptedAtRest: { value: true },
      customerKey: { at: 'rule.apply_server_side_encryption_by_default.kms_master_key_id', present: true },
    },
  },
];

export const awsStoreJoins: readonly Meaning<JoinRow>[] = [
  {
    types: ['aws_s3_bucket_replication_configuration'],
    reference: page('aws_s3_bucket_replication_configuration'),
    relation: 'replicates-to',
    from: { at: 'bucket', kind: 'bucket', scheme: 'bucket-name', prefix: 's3://' },
    to: { at: 'rule.destination.bucket', kind: 'bucket', scheme: 'arn' },
  },
];
