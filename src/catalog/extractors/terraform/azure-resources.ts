/** What Azure resources say of themselves. */
import type { AttachmentTable, FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/${name}`;
const azure: FactRule = { value: 'azure' };
const network: FactRule = { at: 'public_network_access_enabled', otherwise: { value: true, how: 'default' } };
const runsAs: LinkRule = { relation: 'runs-as', at: 'identity.identity_ids', kind: 'identity', scheme: 'display-name' };
const region: FactRule = { at: 'location' };

export const azureResources: ResourceTable = {
  azurerm_storage_account: {
    reference: page('storage_account'),
    kind: 'bucket',
    identifiers: [{ scheme: 'bucket-name', value: 'https://{name}.blob.core.windows.net' }],
    facts: {
      provider: azure,
      // Azure Storage always encrypts: https://learn.microsoft.com/azure/storage/common/storage-service-encryption
      encryptedAtRest: { value: true },
      customerKey: { at: 'customer_managed_key', present: true, otherwise: { value: false, how: 'inferred' } },
      versioned: { at: 'blob_properties.versioning_enabled', otherwise: { value: false, how: 'default' } },
      // The account only allows containers to be public; whether one is, stands at the container.
      public: { at: 'allow_nested_items_to_be_public', is: { false: false } },
      encryptedTransport: {
        at: 'https_traffic_only_enabled|enable_https_traffic_only',
        otherwise: { value: true, how: 'default' },
      },
      region,
    },
  },
  azurerm_storage_container: {
    reference: page('storage_container'),
    kind: 'bucket',
    facts: {
      provider: azure,
      public: {
        at: 'container_access_type',
        is: { private: false, blob: true, container: true },
        otherwise: { value: false, how: 'default' },
      },
      encryptedAtRest: { value: true },
    },
  },
  azurerm_cognitive_account: {
    reference: page('cognitive_account'),
    kind: 'inference-endpoint',
    facts: {
      provider: azure,
      service: {
        at: 'kind',
        is: { OpenAI: 'azure-openai', AIServices: 'azure-ai-services', '*': 'azure-cognitive-services' },
      },
      authentication: {
        at: 'local_auth_enabled',
        is: { true: 'key', false: 'identity' },
        otherwise: { value: 'key', how: 'default' },
      },
      public: network,
      encryptedTransport: { value: true },
      region,
    },
    links: [runsAs],
  },
  azurerm_ai_services: {
    reference: page('ai_services'),
    kind: 'inference-endpoint',
    facts: {
      provider: azure,
      service: { value: 'azure-ai-services' },
      authentication: {
        at: 'local_authentication_enabled',
        is: { true: 'key', false: 'identity' },
        otherwise: { value: 'key', how: 'default' },
      },
      public: {
        at: 'public_network_access',
        is: { Enabled: true, Disabled: false },
        otherwise: { value: true, how: 'default' },
      },
      encryptedTransport: { value: true },
      region,
    },
  },
  azurerm_cognitive_deployment: {
    reference: page('cognitive_deployment'),
    kind: 'model',
    name: 'model.name',
    // Programs name the deployment, not the model.
    identifiers: [{ scheme: 'model-name', value: 'azure:{name}' }],
    facts: {
      provider: { value: 'azure' },
      modelName: { at: 'model.name' },
      version: { at: 'model.version' },
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
    },
    links: [
      {
        relation: 'serves',
        at: 'cognitive_account_id',
        kind: 'inference-endpoint',
        scheme: 'display-name',
        reverse: true,
      },
      { relation: 'guarded-by', at: 'rai_policy_name', kind: 'guardrail', scheme: 'display-name' },
    ],
  },
  azurerm_search_service: {
    reference: page('search_service'),
    kind: 'vector-store',
    facts: {
      provider: azure,
      service: { value: 'azure-ai-search' },
      authentication: {
        at: 'local_authentication_enabled',
        is: { true: 'key', false: 'identity' },
        otherwise: { value: 'key', how: 'default' },
      },
      public: network,
      region,
    },
  },
  azurerm_machine_learning_workspace: {
    reference: page('machine_learning_workspace'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'azure-machine-learning' }, public: network, region },
    links: [runsAs],
  },
  azurerm_cosmosdb_account: {
    reference: page('cosmosdb_account'),
    kind: 'data-store',
    facts: {
      provider: azure,
      service: { value: 'cosmosdb' },
      public: network,
      encryptedAtRest: { value: true },
      region,
    },
  },
  azurerm_user_assigned_identity: {
    reference: page('user_assigned_identity'),
    kind: 'identity',
    facts: { provider: azure, longLived: { value: false } },
  },
  azurerm_linux_web_app: {
    reference: page('linux_web_app'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'app-service' }, public: network, region },
    links: [runsAs],
    environment: [{ map: 'app_settings' }],
    image: ['site_config.application_stack.docker_image_name'],
  },
  azurerm_linux_function_app: {
    reference: page('linux_function_app'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'azure-functions' }, public: network, region },
    links: [runsAs],
    environment: [{ map: 'app_settings' }],
    code: ['zip_deploy_file'],
  },
  azurerm_container_app: {
    reference: page('container_app'),
    kind: 'compute',
    facts: {
      provider: azure,
      service: { value: 'container-apps' },
      public: { at: 'ingress.external_enabled', otherwise: { value: false, how: 'default' } },
    },
    links: [runsAs],
    environment: [{ blocks: 'template.container.env' }],
    image: ['template.container.image'],
  },
  azurerm_container_group: {
    reference: page('container_group'),
    kind: 'compute',
    facts: {
      provider: azure,
      service: { value: 'container-instances' },
      public: {
        at: 'ip_address_type',
        is: { Public: true, Private: false, None: false },
        otherwise: { value: true, how: 'default' },
      },
    },
    links: [runsAs],
    environment: [{ map: 'container.environment_variables' }],
    image: ['container.image'],
  },
  azurerm_key_vault_secret: {
    reference: page('key_vault_secret'),
    kind: 'secret',
    facts: { place: { value: 'manager' } },
  },
};

export const azureAttachments: AttachmentTable = {
  azurerm_storage_account_customer_managed_key: {
    reference: page('storage_account_customer_managed_key'),
    of: 'storage_account_id',
    kind: 'bucket',
    scheme: 'display-name',
    facts: { customerKey: { value: true } },
  },
};
