/** How Azure names what it speaks of: by resource id, or by the number of a principal. */
import { kindOfType, resourceTable } from '../../../kit/cloud/tables.ts';
import type { AssetKind, SaidIdentifier } from '../../../kit/define-extractor.ts';
import { cloudName, type ExportDialect } from '../../../kit/state-export.ts';

/** The word for things of a type, in names without an account. */
export const words: Readonly<Record<string, string>> = {
  'Microsoft.CognitiveServices/accounts': 'cognitive-account',
  'Microsoft.Search/searchServices': 'search-service',
  'Microsoft.MachineLearningServices/workspaces': 'machine-learning-workspace',
  'Microsoft.DocumentDB/databaseAccounts': 'cosmos-account',
  'Microsoft.App/containerApps': 'container-app',
  'Microsoft.Web/sites': 'web-app',
  'Microsoft.ManagedIdentity/userAssignedIdentities': 'identity',
  'Microsoft.OperationalInsights/workspaces': 'log-workspace',
};

/** The tables’ spelling of a type; answers write types in any case. */
const spellings = new Map(
  Object.keys(resourceTable).flatMap((type) => (type.startsWith('Microsoft.') ? [[type.toLowerCase(), type]] : [])),
);

/** A type by the name that the tables know, or as it is written. */
export const spelled = (type: string): string => spellings.get(type.toLowerCase()) ?? type;

/** The parts of a resource id. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export const partsOfId = (
  id: string,
):
  | { readonly subscription: string; readonly type: string; readonly name: string; readonly parent: string }
  | undefined => {
  const found = /^\/subscriptions\/([0-9a-f-]{36})(?:\/.*)?\/providers\/([^/]+)((?:\/[^/]+\/[^/]+)+)\/?$/i.exec(id);
  if (!found) return undefined;
  const [, subscription = '', provider = '', rest = ''] = found;
  const steps = rest.split('/').slice(1);
  return {
    subscription: subscription.toLowerCase(),
    type: spelled([provider, ...steps.filter((_, number) => number % 2 === 0)].join('/')),
    name: steps.at(-1) ?? '',
    parent: steps.length > 2 ? id.replace(/\/?$/, '').split('/').slice(0, -2).join('/') : '',
  };
};

/** An identity by the number of its principal. */
export const principal = (number: string): SaidIdentifier => cloudName('azure', 'principal', number.toLowerCase());

/** The kind of asset that a resource id names. */
export const kindOfId = (id: string): AssetKind | undefined => {
  const type = partsOfId(id)?.type;
  return type === undefined ? undefined : kindOfType(type);
};

export const azure: ExportDialect = {
  cloud: 'azure',
  identify: (kind, text) => {
    if (/^\/subscriptions\//i.test(text)) return { scheme: 'resource-id', value: text };
    return kind === 'guardrail' ? cloudName('azure', 'content-filter', text) : undefined;
  },
  account: (id) => ({
    name: `Azure subscription ${id}`,
    identifier: { scheme: 'resource-id', value: `/subscriptions/${id}` },
  }),
};
