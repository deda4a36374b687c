/** What every type of cloud resource means, by its name in Terraform, CloudFormation, ARM and Bicep: each kind of resource is described once. */
import type { AssetKind } from '../../domain/kinds.ts';
import { type AttachmentTable, byType, type JoinTable, type ResourceTable } from '../resource-row.ts';
import { awsBedrock, awsBedrockJoins } from './aws-bedrock.ts';
import { awsLearning } from './aws-learning.ts';
import { awsRunning, awsRunningJoins } from './aws-running.ts';
import { awsAttachments, awsStoreJoins, awsStores } from './aws-stores.ts';
import { azureAttachments, azureJoins, azureServices } from './azure.ts';
import { azureRunning } from './azure-running.ts';
import { googleAttachments, googleServices } from './google.ts';
import { otherVendors } from './other-vendors.ts';

/** Types that are assets. */
export const resourceTable: ResourceTable = byType(
  awsStores,
  awsBedrock,
  awsLearning,
  awsRunning,
  azureServices,
  azureRunning,
  googleServices,
  otherVendors,
);

/** Types that say facts about another resource. */
export const attachmentTable: AttachmentTable = byType(awsAttachments, azureAttachments, googleAttachments);

/** Types that join two others. */
export const joinTable: JoinTable = byType(awsStoreJoins, awsBedrockJoins, awsRunningJoins, azureJoins);

/** The kind of asset that a type is, or undefined for one that is none. */
export const kindOfType = (type: string): AssetKind | undefined =>
  Object.hasOwn(resourceTable, type) ? resourceTable[type]!.kind : undefined;
