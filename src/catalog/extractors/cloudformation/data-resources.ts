/** What CloudFormation resources that hold data, credentials and logs say of themselves. */
import type { FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (service: string, name: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${name}.html`;
const aws: FactRule = { value: 'aws' };
const securityGroups = (at: string): LinkRule => ({
  relation: 'exposes',
  at,
  kind: 'network-exposure',
  scheme: 'display-name',
  reverse: true,
});

export const dataResources: ResourceTable = {
  'AWS::S3::Bucket': {
    reference: page('s3', 'bucket'),
    kind: 'bucket',
    name: 'BucketName',
    identifiers: [
      { scheme: 'bucket-name', value: 's3://{BucketName}' },
      { scheme: 'arn', value: 'arn:aws:s3:::{BucketName}' },
    ],
    facts: {
      provider: aws,
      // Since April 2023 new buckets block public access: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
      public: {
        at: 'AccessControl',
        is: { PublicRead: true, PublicReadWrite: true, '*': false },
        otherwise: { value: false, how: 'default' },
      },
      // Since January 2023 S3 encrypts every new object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
      encryptedAtRest: { at: 'BucketEncryption', present: true, otherwise: { value: true, how: 'default' } },
      customerKey: {
        at: 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID',
        present: true,
        otherwise: { value: false, how: 'default' },
      },
      versioned: {
        at: 'VersioningConfiguration.Status',
        is: { Enabled: true, '*': false },
        otherwise: { value: false, how: 'default' },
      },
    },
    links: [
      {
        relation: 'replicates-to',
        at: 'ReplicationConfiguration.Rules.Destination.Bucket',
        kind: 'bucket',
        scheme: 'arn',
      },
    ],
  },
  'AWS::DynamoDB::Table': {
    reference: page('dynamodb', 'table'),
    kind: 'data-store',
    name: 'TableName',
    facts: {
      provider: aws,
      service: { value: 'dynamodb' },
      encryptedAtRest: { value: true },
      customerKey: {
        at: 'SSESpecification.KMSMasterKeyId',
        present: true,
        otherwise: { value: false, how: 'default' },
      },
    },
  },
  'AWS::Serverless::SimpleTable': {
    reference:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html',
    kind: 'data-store',
    name: 'TableName',
    facts: { provider: aws, service: { value: 'dynamodb' }, encryptedAtRest: { value: true } },
  },
  'AWS::RDS::DBInstance': {
    reference: page('rds', 'dbinstance'),
    kind: 'data-store',
    name: 'DBInstanceIdentifier',
    facts: {
      provider: aws,
      service: { at: 'Engine' },
      public: { at: 'PubliclyAccessible' },
      encryptedAtRest: { at: 'StorageEncrypted', otherwise: { value: false, how: 'default' } },
      port: { at: 'Port' },
    },
    links: [securityGroups('VPCSecurityGroups')],
  },
  'AWS::RDS::DBCluster': {
    reference: page('rds', 'dbcluster'),
    kind: 'data-store',
    name: 'DBClusterIdentifier',
    facts: {
      provider: aws,
      service: { at: 'Engine' },
      encryptedAtRest: { at: 'StorageEncrypted', otherwise: { value: false, how: 'default' } },
    },
    links: [securityGroups('VpcSecurityGroupIds')],
  },
  'AWS::OpenSearchService::Domain': {
    reference: page('opensearchservice', 'domain'),
    kind: 'data-store',
    name: 'DomainName',
    facts: {
      provider: aws,
      service: { value: 'opensearch' },
      encryptedAtRest: { at: 'EncryptionAtRestOptions.Enabled', otherwise: { value: false, how: 'default' } },
      encryptedTransport: { at: 'DomainEndpointOptions.EnforceHTTPS', otherwise: { value: false, how: 'default' } },
    },
  },
  'AWS::OpenSearchServerless::Collection': {
    reference: page('opensearchserverless', 'collection'),
    kind: 'vector-store',
    facts: {
      provider: aws,
      service: { value: 'opensearch-serverless' },
      authentication: { value: 'identity' },
      encryptedAtRest: { value: true },
    },
  },
  'AWS::S3Vectors::VectorBucket': {
    reference: page('s3vectors', 'vectorbucket'),
    kind: 'vector-store',
    name: 'VectorBucketName',
    facts: { provider: aws, service: { value: 's3-vectors' }, authentication: { value: 'identity' } },
  },
  'AWS::Kendra::Index': {
    reference: page('kendra', 'index'),
    kind: 'vector-store',
    facts: { provider: aws, service: { value: 'kendra' }, authentication: { value: 'identity' } },
  },
  'AWS::SQS::Queue': {
    reference: page('sqs', 'queue'),
    kind: 'data-store',
    name: 'QueueName',
    facts: { provider: aws, service: { value: 'sqs' }, encryptedAtRest: { at: 'SqsManagedSseEnabled' } },
  },
  'AWS::SecretsManager::Secret': {
    reference: page('secretsmanager', 'secret'),
    kind: 'secret',
    facts: { place: { value: 'manager' } },
  },
  'AWS::Logs::LogGroup': {
    reference: page('logs', 'loggroup'),
    kind: 'log-sink',
    name: 'LogGroupName',
    facts: {
      provider: aws,
      service: { value: 'cloudwatch-logs' },
      retentionDays: { at: 'RetentionInDays' },
      customerKey: { at: 'KmsKeyId', present: true, otherwise: { value: false, how: 'default' } },
    },
  },
};
