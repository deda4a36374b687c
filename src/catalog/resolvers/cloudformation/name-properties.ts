/** The property that names a resource, where a reference to the resource gives that name. */

/** `arn` is put before the name to make its ARN, where nothing else is part of that. */
export const nameProperties: Readonly<Record<string, { readonly property: string; readonly arn?: string }>> = {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html#aws-resource-s3-bucket-return-values
  'AWS::S3::Bucket': { property: 'BucketName', arn: 'arn:aws:s3:::' },
  'AWS::DynamoDB::Table': { property: 'TableName' },
  'AWS::Lambda::Function': { property: 'FunctionName' },
  'AWS::Serverless::Function': { property: 'FunctionName' },
  'AWS::Serverless::SimpleTable': { property: 'TableName' },
  'AWS::IAM::Role': { property: 'RoleName' },
  'AWS::IAM::User': { property: 'UserName' },
  'AWS::Logs::LogGroup': { property: 'LogGroupName' },
  'AWS::SageMaker::Model': { property: 'ModelName' },
  'AWS::OpenSearchService::Domain': { property: 'DomainName' },
};
