/** What the providers compute of a resource from its own arguments, so that a reference to it is a value before apply. */

/**
 * Per type: attribute → text with `{argument}` for the resource’s own arguments; `id: '{bucket}'` says that the id is the bucket’s name.
 * Each row follows the “Attribute Reference” of the page it links.
 */
export const computedAttributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#attribute-reference
  aws_s3_bucket: {
    id: '{bucket}',
    bucket: '{bucket}',
    arn: 'arn:aws:s3:::{bucket}',
    bucket_domain_name: '{bucket}.s3.amazonaws.com',
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object#attribute-reference
  aws_s3_object: { id: '{bucket}/{key}', arn: 'arn:aws:s3:::{bucket}/{key}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#attribute-reference
  aws_iam_role: { id: '{name}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_instance_profile#argument-reference
  aws_iam_instance_profile: { id: '{name}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#attribute-reference
  aws_lambda_function: { id: '{function_name}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#attribute-reference
  aws_dynamodb_table: { id: '{name}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group
  aws_cloudwatch_log_group: { id: '{name}' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_endpoint
  aws_sagemaker_endpoint: { id: '{name}' },
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket#attributes-reference
  google_storage_bucket: { id: '{name}', url: 'gs://{name}' },
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_service_account#attributes-reference
  google_service_account: {
    email: '{account_id}@{project}.iam.gserviceaccount.com',
    member: 'serviceAccount:{account_id}@{project}.iam.gserviceaccount.com',
  },
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#attributes-reference
  azurerm_storage_account: { primary_blob_endpoint: 'https://{name}.blob.core.windows.net/' },
};

/** Attributes by which other places name the resource itself: a reference to one is a reference to the asset. */
export const identifyingAttributes: readonly string[] = [
  'id',
  'arn',
  'name',
  'bucket',
  'self_link',
  'url',
  'email',
  'member',
  'function_name',
  'invoke_arn',
  'qualified_arn',
  'endpoint',
  'agent_id',
  'agent_arn',
  'guardrail_id',
  'guardrail_arn',
  'knowledge_base_id',
  'principal_id',
  'client_id',
  'primary_blob_endpoint',
  'resource_id',
  'object_id',
  'unique_id',
];
