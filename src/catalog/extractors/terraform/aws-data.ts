/** What AWS resources that hold data, identities and logs say of themselves. */
import type { AttachmentTable, FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${name}`;
const aws: FactRule = { value: 'aws' };
/** Whoever passes the group’s rules reaches the store. */
const securityGroups: LinkRule = {
  relation: 'exposes',
  at: 'vpc_security_group_ids',
  kind: 'network-exposure',
  scheme: 'display-name',
  reverse: true,
};
const isTrue: FactRule['is'] = { true: true, false: false };

export const awsData: ResourceTable = {
  aws_s3_bucket: {
    reference: page('s3_bucket'),
    kind: 'bucket',
    name: 'bucket',
    identifiers: [
      { scheme: 'bucket-name', value: 's3://{bucket}' },
      { scheme: 'arn', value: 'arn:aws:s3:::{bucket}' },
    ],
    facts: {
      provider: aws,
      // Since April 2023 new buckets block public access unless a resource says otherwise: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
      public: {
        at: 'acl',
        is: { 'public-read': true, 'public-read-write': true, '*': false },
        otherwise: { value: false, how: 'default' },
      },
      // Since January 2023 S3 encrypts every new object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
      encryptedAtRest: {
        at: 'server_side_encryption_configuration',
        present: true,
        otherwise: { value: true, how: 'default' },
      },
      // Versioning is a resource of its own that would stand in the same stack.
      versioned: { at: 'versioning.enabled', is: isTrue, otherwise: { value: false, how: 'inferred' } },
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
  aws_dynamodb_table: {
    reference: page('dynamodb_table'),
    kind: 'data-store',
    facts: {
      provider: aws,
      service: { value: 'dynamodb' },
      // Encrypted with an AWS-owned key unless told otherwise.
      encryptedAtRest: { value: true },
      customerKey: {
        at: 'server_side_encryption.kms_key_arn',
        present: true,
        otherwise: { value: false, how: 'default' },
      },
    },
  },
  aws_db_instance: {
    reference: page('db_instance'),
    kind: 'data-store',
    name: 'identifier',
    facts: {
      provider: aws,
      service: { at: 'engine' },
      public: { at: 'publicly_accessible', otherwise: { value: false, how: 'default' } },
      encryptedAtRest: { at: 'storage_encrypted', otherwise: { value: false, how: 'default' } },
      customerKey: { at: 'kms_key_id', present: true, otherwise: { value: false, how: 'default' } },
      port: { at: 'port' },
    },
    links: [securityGroups],
  },
  aws_rds_cluster: {
    reference: page('rds_cluster'),
    kind: 'data-store',
    name: 'cluster_identifier',
    facts: {
      provider: aws,
      service: { at: 'engine' },
      encryptedAtRest: { at: 'storage_encrypted', otherwise: { value: false, how: 'default' } },
      customerKey: { at: 'kms_key_id', present: true, otherwise: { value: false, how: 'default' } },
    },
    links: [securityGroups],
  },
  aws_opensearch_domain: {
    reference: page('opensearch_domain'),
    kind: 'data-store',
    name: 'domain_name',
    facts: {
      provider: aws,
      service: { value: 'opensearch' },
      encryptedAtRest: { at: 'encrypt_at_rest.enabled', otherwise: { value: false, how: 'default' } },
      encryptedTransport: { at: 'domain_endpoint_options.enforce_https', otherwise: { value: false, how: 'default' } },
    },
  },
  aws_opensearchserverless_collection: {
    reference: page('opensearchserverless_collection'),
    kind: 'vector-store',
    facts: {
      provider: aws,
      service: { value: 'opensearch-serverless' },
      authentication: { value: 'identity' },
      encryptedAtRest: { value: true },
    },
  },
  aws_s3vectors_vector_bucket: {
    reference: page('s3vectors_vector_bucket'),
    kind: 'vector-store',
    name: 'vector_bucket_name',
    facts: { provider: aws, service: { value: 's3-vectors' }, authentication: { value: 'identity' } },
  },
  aws_sqs_queue: {
    reference: page('sqs_queue'),
    kind: 'data-store',
    facts: { provider: aws, service: { value: 'sqs' }, encryptedAtRest: { at: 'sqs_managed_sse_enabled' } },
  },
  aws_secretsmanager_secret: {
    reference: page('secretsmanager_secret'),
    kind: 'secret',
    facts: { place: { value: 'manager' }, hardCoded: { value: false } },
  },
  aws_cloudwatch_log_group: {
    reference: page('cloudwatch_log_group'),
    kind: 'log-sink',
    facts: {
      provider: aws,
      service: { value: 'cloudwatch-logs' },
      retentionDays: { at: 'retention_in_days' },
      customerKey: { at: 'kms_key_id', present: true, otherwise: { value: false, how: 'default' } },
    },
  },
  aws_iam_role: {
    reference: page('iam_role'),
    kind: 'identity',
    facts: { provider: aws, longLived: { value: false } },
  },
  aws_iam_user: {
    reference: page('iam_user'),
    kind: 'identity',
    facts: { provider: aws },
  },
  aws_iam_access_key: {
    reference: page('iam_access_key'),
    kind: 'secret',
    name: 'user',
    facts: {
      secretKind: { value: 'aws-access-key' },
      provider: aws,
      longLived: { value: true },
      place: { value: 'variable' },
    },
    links: [{ relation: 'authenticates-as', at: 'user', kind: 'identity', scheme: 'display-name' }],
  },
};

const bucket = { of: 'bucket', kind: 'bucket', scheme: 'bucket-name', prefix: 's3://' } as const;

export const awsAttachments: AttachmentTable = {
  aws_s3_bucket_acl: {
    reference: page('s3_bucket_acl'),
    ...bucket,
    facts: { public: { at: 'acl', is: { 'public-read': true, 'public-read-write': true, '*': false } } },
  },
  aws_s3_bucket_public_access_block: {
    reference: page('s3_bucket_public_access_block'),
    ...bucket,
    // Only `restrict_public_buckets` together with `block_public_policy` closes a bucket whatever its policies say.
    facts: { public: { at: 'restrict_public_buckets', is: { true: false } } },
  },
  aws_s3_bucket_versioning: {
    reference: page('s3_bucket_versioning'),
    ...bucket,
    facts: { versioned: { at: 'versioning_configuration.status', is: { Enabled: true, '*': false } } },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    reference: page('s3_bucket_server_side_encryption_configuration'),
    ...bucket,
    facts: {
      encryptedAtRest: { value: true },
      customerKey: { at: 'rule.apply_server_side_encryption_by_default.kms_master_key_id', present: true },
    },
  },
};
