/** What Azure’s AI services and stores say of themselves, in Terraform, ARM templates and Bicep. */
import type { AttachmentRow, FactRule, JoinRow, LinkRule, Meaning, ResourceRow } from '../resource-row.ts';
import { customerKey, registryPage as page, runsAs as runsAsAt, unless } from './rules.ts';

const managedService: FactRule = { value: true };
const azure: FactRule = { value: 'azure' };
const region: FactRule = { at: 'location' };
const runsAs = runsAsAt('identity.identity_ids', { scheme: 'display-name' });
const yes = { true: true, false: false } as const;
const access = 'public_network_access_enabled|public_network_access|properties.public_network_access';
const accessIs = { ...yes, Enabled: true, enabled: true, Disabled: false, disabled: false, SecuredByPerimeter: false };
/** Open to every network: unless it is switched off, or a rule turns away whoever is not listed. */
const network: readonly FactRule[] = [
  { at: access, certain: true, is: { false: false, Disabled: false, disabled: false, SecuredByPerimeter: false } },
  {
    at: 'network_acls.default_action|network_rules.default_action|properties.network_acls.default_action',
    certain: true,
    is: { Deny: false, deny: false },
  },
  { at: access, is: accessIs, otherwise: { value: true, how: 'default' } },
];
/** Local keys are on unless they are switched off. */
const localKeys: readonly FactRule[] = [
  { at: 'local_auth_enabled|local_authentication_enabled', is: { true: 'key', false: 'identity' } },
  {
    at: 'properties.disable_local_auth',
    is: { true: 'identity', false: 'key' },
    otherwise: { value: 'key', how: 'default' },
  },
];
/** Without a diagnostic setting nothing is recorded; it would stand in the same stack. */
const unlogged: FactRule = { at: 'never', otherwise: { value: false, how: 'inferred' } };
const encryptedByKey = customerKey(
  'customer_managed_key|customer_managed_key_id|encryption.key_vault_key_id|properties.encryption.key_vault_properties|properties.encryption.keyvaultproperties|properties.key_vault_key_uri',
  'inferred',
);
/** A child names its parent: in Terraform by an argument, in templates by where it stands. */
const parent = (relation: LinkRule['relation'], at: string, kind: LinkRule['kind']): LinkRule => ({
  relation,
  at,
  kind,
  scheme: 'display-name',
  reverse: true,
});

const deployment: ResourceRow = {
  reference: page('azurerm_cognitive_deployment'),
  kind: 'model',
  name: 'model.name|properties.model.name',
  facts: {
    provider: azure,
    modelName: { at: 'model.name|properties.model.name' },
    version: { at: 'model.version|properties.model.version' },
    hosting: { value: 'remote-api' },
    source: { value: 'provider-api' },
  },
  links: [
    parent('serves', 'cognitive_account_id|parent_id', 'inference-endpoint'),
    {
      relation: 'guarded-by',
      at: 'rai_policy_name|properties.rai_policy_name',
      kind: 'guardrail',
      scheme: 'display-name',
    },
  ],
};

const intelligence: readonly Meaning<ResourceRow>[] = [
  {
    types: ['azurerm_cognitive_account', 'azurerm_ai_services', 'Microsoft.CognitiveServices/accounts'],
    reference: page('azurerm_cognitive_account'),
    kind: 'inference-endpoint',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:cognitive-account/{name}' }],
    facts: {
      managedService,
      provider: azure,
      service: {
        at: 'kind',
        is: { OpenAI: 'azure-openai', AIServices: 'azure-ai-services', '*': 'azure-cognitive-services' },
        otherwise: { value: 'azure-ai-services', how: 'default' },
      },
      authentication: localKeys,
      public: network,
      encryptedTransport: { value: true },
      logging: unlogged,
      region,
    },
    links: [runsAs],
  },
  // Programs name the deployment, not the model; in templates the name of a child begins with that of its parent.
  {
    types: ['azurerm_cognitive_deployment'],
    ...deployment,
    identifiers: [{ scheme: 'model-name', value: 'azure:{name}' }],
  },
  { types: ['Microsoft.CognitiveServices/accounts/deployments'], ...deployment },
  {
    types: ['azurerm_search_service', 'Microsoft.Search/searchServices'],
    reference: page('azurerm_search_service'),
    kind: 'vector-store',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:search-service/{name}' }],
    facts: {
      managedService,
      provider: azure,
      service: { value: 'azure-ai-search' },
      authentication: localKeys,
      public: network,
      encryptedAtRest: { value: true },
      encryptedTransport: { value: true },
      region,
    },
  },
  {
    types: ['azurerm_machine_learning_workspace', 'Microsoft.MachineLearningServices/workspaces'],
    reference: page('azurerm_machine_learning_workspace'),
    kind: 'compute',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:machine-learning-workspace/{name}' }],
    facts: {
      managedService,
      provider: azure,
      service: { value: 'azure-machine-learning' },
      public: network,
      authentication: { value: 'identity' },
      // https://learn.microsoft.com/azure/machine-learning/how-to-managed-network
      unrestrictedEgress: {
        at: 'managed_network.isolation_mode|properties.managed_network.isolation_mode',
        is: { AllowOnlyApprovedOutbound: false, AllowInternetOutbound: true, Disabled: true },
        otherwise: { value: true, how: 'default' },
      },
      region,
    },
    links: [runsAs],
  },
  {
    types: ['azurerm_machine_learning_compute_instance', 'Microsoft.MachineLearningServices/workspaces/computes'],
    reference: page('azurerm_machine_learning_compute_instance'),
    kind: 'compute',
    facts: {
      managedService,
      provider: azure,
      service: { value: 'azure-machine-learning-compute' },
      public: {
        at: 'node_public_ip_enabled|properties.properties.enable_node_public_ip',
        is: { false: false },
      },
    },
    links: [runsAs],
  },
  {
    types: ['azurerm_machine_learning_online_endpoint', 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints'],
    reference:
      'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/onlineendpoints',
    kind: 'inference-endpoint',
    facts: {
      managedService,
      provider: azure,
      service: { value: 'azure-machine-learning' },
      authentication: { at: 'properties.auth_mode', is: { Key: 'key', AMLToken: 'token', AADToken: 'identity' } },
      public: network,
      encryptedTransport: { value: true },
    },
  },
];

const stores: readonly Meaning<ResourceRow>[] = [
  {
    types: ['azurerm_storage_account', 'Microsoft.Storage/storageAccounts'],
    reference: page('azurerm_storage_account'),
    kind: 'bucket',
    identifiers: [{ scheme: 'bucket-name', value: 'https://{name}.blob.core.windows.net' }],
    facts: {
      provider: azure,
      // Azure Storage always encrypts: https://learn.microsoft.com/azure/storage/common/storage-service-encryption
      encryptedAtRest: { value: true },
      customerKey: encryptedByKey,
      versioned: unless('blob_properties.versioning_enabled', false, yes),
      // The account only allows containers to be public; whether one is, stands at the container.
      public: {
        at: 'allow_nested_items_to_be_public|allow_blob_public_access|properties.allow_blob_public_access',
        is: { false: false },
      },
      encryptedTransport: unless(
        'https_traffic_only_enabled|enable_https_traffic_only|properties.supports_https_traffic_only',
        true,
        yes,
      ),
      minTlsVersion: {
        at: 'min_tls_version|properties.minimum_tls_version',
        is: { TLS1_0: '1.0', TLS1_1: '1.1', TLS1_2: '1.2', TLS1_3: '1.3' },
      },
      authentication: {
        at: 'shared_access_key_enabled|properties.allow_shared_key_access',
        is: { true: 'key', false: 'identity' },
        otherwise: { value: 'key', how: 'default' },
      },
      region,
    },
  },
  {
    types: ['azurerm_storage_container', 'Microsoft.Storage/storageAccounts/blobServices/containers'],
    reference: page('azurerm_storage_container'),
    kind: 'bucket',
    facts: {
      provider: azure,
      public: unless('container_access_type|properties.public_access', false, {
        private: false,
        blob: true,
        container: true,
        None: false,
        Blob: true,
        Container: true,
      }),
      encryptedAtRest: { value: true },
    },
  },
  {
    types: ['azurerm_cosmosdb_account', 'Microsoft.DocumentDB/databaseAccounts'],
    reference: page('azurerm_cosmosdb_account'),
    kind: 'data-store',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:cosmos-account/{name}' }],
    facts: {
      provider: azure,
      service: { value: 'cosmosdb' },
      authentication: [{ at: 'local_authentication_disabled', is: { true: 'identity', false: 'key' } }, ...localKeys],
      public: network,
      encryptedAtRest: { value: true },
      customerKey: encryptedByKey,
      region,
    },
  },
];

export const azureServices: readonly Meaning<ResourceRow>[] = [...intelligence, ...stores];

export const azureAttachments: readonly Meaning<AttachmentRow>[] = [
  {
    types: ['azurerm_storage_account_customer_managed_key'],
    reference: page('azurerm_storage_account_customer_managed_key'),
    of: 'storage_account_id',
    kind: 'bucket',
    scheme: 'display-name',
    facts: { customerKey: { value: true } },
  },
  {
    types: ['azurerm_monitor_diagnostic_setting', 'Microsoft.Insights/diagnosticSettings'],
    reference: page('azurerm_monitor_diagnostic_setting'),
    of: 'target_resource_id|scope',
    kind: 'inference-endpoint',
    scheme: 'display-name',
    facts: { managedService, logging: { value: true } },
  },
];

export const azureJoins: readonly Meaning<JoinRow>[] = [
  {
    types: ['azurerm_monitor_diagnostic_setting', 'Microsoft.Insights/diagnosticSettings'],
    reference: page('azurerm_monitor_diagnostic_setting'),
    relation: 'logs-to',
    from: { at: 'target_resource_id|scope', kind: 'inference-endpoint', scheme: 'display-name' },
    to: {
      at: 'log_analytics_workspace_id|properties.workspace_id',
      kind: 'log-sink',
      scheme: 'display-name',
    },
  },
];
