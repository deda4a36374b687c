/** All rows of CloudFormation resource types. */
import type { ResourceTable } from '../../../kit/resource-row.ts';
import { dataResources } from './data-resources.ts';
import { intelligenceResources } from './intelligence-resources.ts';
import { runningResources } from './running-resources.ts';

export const resourceTable: ResourceTable = { ...dataResources, ...runningResources, ...intelligenceResources };
