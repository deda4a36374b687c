/** Azure Verified Modules, by the resource that each of them makes: their parameters are the properties of it. https://azure.github.io/Azure-Verified-Modules/indexes/bicep/bicep-resource-modules/ */
import { literal, type Term } from '../../../kit/define-extractor.ts';
import { allAt, literalText } from '../../../kit/template-paths.ts';
import type { BicepModule } from '../../../read/bicep.ts';
import type { TemplateResource } from '../../../read/cloudformation.ts';

const types: Readonly<Record<string, string>> = {
  'cognitive-services/account': 'Microsoft.CognitiveServices/accounts',
  'search/search-service': 'Microsoft.Search/searchServices',
  'machine-learning-services/workspace': 'Microsoft.MachineLearningServices/workspaces',
  'storage/storage-account': 'Microsoft.Storage/storageAccounts',
  'document-db/database-account': 'Microsoft.DocumentDB/databaseAccounts',
  'managed-identity/user-assigned-identity': 'Microsoft.ManagedIdentity/userAssignedIdentities',
  'web/site': 'Microsoft.Web/sites',
  'app/container-app': 'Microsoft.App/containerApps',
  'operational-insights/workspace': 'Microsoft.OperationalInsights/workspaces',
};

const entry = (key: string, value: Term): readonly [Term, Term] => [literal(key), value];

/** The resource that a module of the registry makes; undefined for a module that is not known here. */
export const resourceOfModule = ({ symbol, source, parameters, line }: BicepModule): TemplateResource | undefined => {
  const name = /^br(?:\/public|:mcr\.microsoft\.com\/bicep)[:/]avm\/res\/([\w/-]+):/.exec(source)?.[1] ?? '';
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined || parameters.t !== 'map') return undefined;
  const isOwn = allAt(parameters, 'managedIdentities.systemAssigned').some(
    (term) => term.t === 'literal' && term.value,
  );
  const identity: Term = { t: 'map', entries: [entry('type', literal('SystemAssigned'))] };
  const properties: Term = {
    ...parameters,
    entries: [...parameters.entries, entry('properties', parameters), ...(isOwn ? [entry('identity', identity)] : [])],
  };
  const beside = literal(literalText(allAt(parameters, 'name')[0]) ?? symbol);
  return { address: symbol, type, properties, beside, foreignDefaults: true, line };
};

/** Whether the module is told to send records anywhere: yes, no, or as an expression decides. */
export const recordsOf = ({ parameters }: BicepModule): boolean | undefined => {
  const given =
    parameters.t === 'map'
      ? parameters.entries.findLast(([key]) => literalText(key) === 'diagnosticSettings')?.[1]
      : undefined;
  if (given?.t === 'list') return given.items.length > 0;
  return given === undefined ? false : undefined;
};
