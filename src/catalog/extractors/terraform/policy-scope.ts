/** What the resources of a policy name in a Terraform stack. */
import type { AssetKind } from '../../../kit/define-extractor.ts';
import type { PolicyScope } from '../../../kit/policy-rights.ts';
import type { StackFile } from './stack-file.ts';
import { kindOfType } from './tables.ts';

const serviceOfKind: Readonly<Partial<Record<AssetKind, string>>> = {
  bucket: 's3',
  secret: 'secretsmanager',
  compute: 'lambda',
};
const serviceOfType = (type: string, kind: AssetKind): string => {
  if (type.startsWith('aws_dynamodb')) return 'dynamodb';
  if (type.startsWith('aws_sqs')) return 'sqs';
  if (type.startsWith('aws_opensearchserverless')) return 'aoss';
  if (type.startsWith('aws_opensearch')) return 'es';
  if (type.startsWith('aws_bedrock')) return 'bedrock';
  if (type.startsWith('aws_sagemaker')) return 'sagemaker';
  if (type.startsWith('aws_db') || type.startsWith('aws_rds')) return 'rds';
  if (type.startsWith('aws_iam')) return 'iam';
  if (type.startsWith('aws_cloudwatch_log')) return 'logs';
  return serviceOfKind[kind] ?? '';
};

/** The stack as the reader of policies sees it. */
export const policyScope = (stack: StackFile): PolicyScope => ({
  relations: stack.relations,
  follow: (term) => stack.follow(term),
  named: (term) => {
    const target = stack.targetOf(term);
    if (target === undefined) return undefined;
    const kind = kindOfType(target.type);
    if (kind === undefined) return 'unknown';
    return { reference: stack.assetAt(target.address, kind), service: serviceOfType(target.type, kind) };
  },
});
