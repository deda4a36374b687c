/** What Azure resources say of themselves in templates; properties stand below `properties`. */
import type { FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (type: string): string => `https://learn.microsoft.com/azure/templates/${type.toLowerCase()}`;
const azure: FactRule = { value: 'azure' };
const region: FactRule = { at: 'location' };
const network: FactRule = {
  at: 'properties.publicNetworkAccess',
  is: { Enabled: true, enabled: true, Disabled: false, disabled: false },
  otherwise: { value: true, how: 'default' },
};
/** Local keys are on unless they are switched off. */
const localKeys: FactRule = {
  at: 'properties.disableLocalAuth',
  is: { true: 'identity', false: 'key' },
  otherwise: { value: 'key', how: 'default' },
};
const settings = { blocks: 'properties.siteConfig.appSettings' } as const;
/** A child is named by its parent and itself: `account/deployment`. */
const parent = (relation: LinkRule['relation'], kind: LinkRule['kind']): LinkRule => ({
  relation,
  at: 'parentId',
  kind,
  scheme: 'display-name',
  reverse: true,
});

export const resourceTable: ResourceTable = {
  'Microsoft.CognitiveServices/accounts': {
    reference: page('Microsoft.CognitiveServices/accounts'),
    kind: 'inference-endpoint',
    facts: {
      provider: azure,
      service: {
        at: 'kind',
        is: { OpenAI: 'azure-openai', AIServices: 'azure-ai-services', '*': 'azure-cognitive-services' },
      },
      authentication: localKeys,
      public: network,
      encryptedTransport: { value: true },
      region,
    },
  },
  'Microsoft.CognitiveServices/accounts/deployments': {
    reference: page('Microsoft.CognitiveServices/accounts/deployments'),
    kind: 'model',
    name: 'properties.model.name',
    facts: {
      provider: azure,
      modelName: { at: 'properties.model.name' },
      version: { at: 'properties.model.version' },
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
    },
    links: [parent('serves', 'inference-endpoint')],
  },
  'Microsoft.Search/searchServices': {
    reference: page('Microsoft.Search/searchServices'),
    kind: 'vector-store',
    facts: {
      provider: azure,
      service: { value: 'azure-ai-search' },
      authentication: localKeys,
      public: network,
      region,
    },
  },
  'Microsoft.MachineLearningServices/workspaces': {
    reference: page('Microsoft.MachineLearningServices/workspaces'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'azure-machine-learning' }, public: network, region },
  },
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints': {
    reference: page('Microsoft.MachineLearningServices/workspaces/onlineEndpoints'),
    kind: 'inference-endpoint',
    facts: {
      provider: azure,
      service: { value: 'azure-machine-learning' },
      authentication: { at: 'properties.authMode', is: { Key: 'key', AMLToken: 'token', AADToken: 'identity' } },
      public: network,
      encryptedTransport: { value: true },
    },
  },
  'Microsoft.Storage/storageAccounts': {
    reference: page('Microsoft.Storage/storageAccounts'),
    kind: 'bucket',
    identifiers: [{ scheme: 'bucket-name', value: 'https://{name}.blob.core.windows.net' }],
    facts: {
      provider: azure,
      // Azure Storage always encrypts: https://learn.microsoft.com/azure/storage/common/storage-service-encryption
      encryptedAtRest: { value: true },
      // The account only allows containers to be public; whether one is, stands at the container.
      public: { at: 'properties.allowBlobPublicAccess', is: { false: false } },
      encryptedTransport: {
        at: 'properties.supportsHttpsTrafficOnly',
        otherwise: { value: true, how: 'default' },
      },
      region,
    },
  },
  'Microsoft.Storage/storageAccounts/blobServices/containers': {
    reference: page('Microsoft.Storage/storageAccounts/blobServices/containers'),
    kind: 'bucket',
    facts: {
      provider: azure,
      public: {
        at: 'properties.publicAccess',
        is: { None: false, Blob: true, Container: true },
        otherwise: { value: false, how: 'default' },
      },
      encryptedAtRest: { value: true },
    },
  },
  'Microsoft.DocumentDB/databaseAccounts': {
    reference: page('Microsoft.DocumentDB/databaseAccounts'),
    kind: 'data-store',
    facts: {
      provider: azure,
      service: { value: 'cosmosdb' },
      authentication: localKeys,
      public: network,
      encryptedAtRest: { value: true },
      region,
    },
  },
  'Microsoft.ManagedIdentity/userAssignedIdentities': {
    reference: page('Microsoft.ManagedIdentity/userAssignedIdentities'),
    kind: 'identity',
    facts: { provider: azure, longLived: { value: false } },
  },
  'Microsoft.Web/sites': {
    reference: page('Microsoft.Web/sites'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'app-service' }, public: network, region },
    environment: [settings],
  },
  'Microsoft.App/containerApps': {
    reference: page('Microsoft.App/containerApps'),
    kind: 'compute',
    facts: {
      provider: azure,
      service: { value: 'container-apps' },
      public: { at: 'properties.configuration.ingress.external', otherwise: { value: false, how: 'default' } },
    },
    environment: [{ blocks: 'properties.template.containers.env' }],
    image: ['properties.template.containers.image'],
  },
  'Microsoft.ContainerInstance/containerGroups': {
    reference: page('Microsoft.ContainerInstance/containerGroups'),
    kind: 'compute',
    facts: {
      provider: azure,
      service: { value: 'container-instances' },
      public: { at: 'properties.ipAddress.type', is: { Public: true, Private: false } },
    },
    environment: [{ blocks: 'properties.containers.properties.environmentVariables' }],
    image: ['properties.containers.properties.image'],
  },
  'Microsoft.KeyVault/vaults/secrets': {
    reference: page('Microsoft.KeyVault/vaults/secrets'),
    kind: 'secret',
    facts: { place: { value: 'manager' } },
  },
};
