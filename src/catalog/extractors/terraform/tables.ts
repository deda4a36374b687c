/** All rows of all clouds, and the kind that a Terraform type makes. */
import type { AssetKind } from '../../../kit/define-extractor.ts';
import type { AttachmentTable, JoinTable, ResourceTable } from '../../../kit/resource-row.ts';
import { awsCloudControl, awsCloudControlJoins } from './aws-cloud-control.ts';
import { awsAttachments, awsData } from './aws-data.ts';
import { awsIntelligence, awsJoins } from './aws-intelligence.ts';
import { awsRunning } from './aws-running.ts';
import { azureAttachments, azureResources } from './azure-resources.ts';
import { googleAttachments, googleResources } from './google-resources.ts';

export const resourceTable: ResourceTable = {
  ...awsData,
  ...awsRunning,
  ...awsIntelligence,
  ...awsCloudControl,
  ...googleResources,
  ...azureResources,
};

export const attachmentTable: AttachmentTable = { ...awsAttachments, ...googleAttachments, ...azureAttachments };

export const joinTable: JoinTable = { ...awsJoins, ...awsCloudControlJoins };

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
export const kindOfType = (type: string): AssetKind | undefined =>
  policyCarriers.includes(type)
    ? 'identity'
    : Object.hasOwn(resourceTable, type)
      ? resourceTable[type]!.kind
      : type === 'aws_security_group'
        ? 'network-exposure'
        : undefined;
