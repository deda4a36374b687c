/** The kind of asset that a Terraform type makes, with the types that only carry rights or let the network in. */
import { kindOfType as kindOfRow } from '../../../kit/cloud/tables.ts';
import type { AssetKind } from '../../../kit/define-extractor.ts';

/** Types that carry rights: policies are kept as identities that a role may take on, so that rights meet across files. */
const policyCarriers: readonly string[] = [
  'aws_iam_policy',
  'aws_iam_role_policy',
  'aws_iam_user_policy',
  'aws_iam_group_policy',
  'aws_iam_policy_document',
  'aws_iam_instance_profile',
  'aws_iam_group',
];

/** The kind of asset that a type is, or undefined for one that is none. */
export const kindOfType = (type: string): AssetKind | undefined => {
  if (policyCarriers.includes(type)) return 'identity';
  return type === 'aws_security_group' ? 'network-exposure' : kindOfRow(type);
};
