/** What Azure resources that run code, act as somebody or keep secrets and logs say of themselves, in Terraform, ARM templates and Bicep. */
import type { FactRule, Meaning, ResourceRow } from '../resource-row.ts';
import { registryPage as page, runsAs as runsAsAt, unless } from './rules.ts';

const azure: FactRule = { value: 'azure' };
const region: FactRule = { at: 'location' };
const runsAs = runsAsAt('identity.identity_ids', { scheme: 'display-name' });
const network = unless('public_network_access_enabled|properties.public_network_access', true, {
  true: true,
  false: false,
  Enabled: true,
  Disabled: false,
});
const tls: Pick<NonNullable<ResourceRow['facts']>, 'encryptedTransport' | 'minTlsVersion'> = {
  // Cleartext is answered unless it is redirected: https://learn.microsoft.com/azure/app-service/configure-ssl-bindings#enforce-https
  encryptedTransport: unless('https_only|properties.https_only', false, { true: true, false: false }),
  minTlsVersion: { at: 'site_config.minimum_tls_version|properties.site_config.min_tls_version' },
};
const settings = [{ map: 'app_settings' }, { blocks: 'properties.site_config.app_settings' }] as const;

const containerGroup: ResourceRow = {
  reference: page('azurerm_container_group'),
  kind: 'compute',
  facts: { provider: azure, service: { value: 'container-instances' } },
  links: [runsAs],
  environment: [
    { map: 'container.environment_variables' },
    { blocks: 'properties.containers.properties.environment_variables' },
  ],
  image: ['container.image|properties.containers.properties.image'],
};

export const azureRunning: readonly Meaning<ResourceRow>[] = [
  {
    types: ['azurerm_user_assigned_identity', 'Microsoft.ManagedIdentity/userAssignedIdentities'],
    reference: page('azurerm_user_assigned_identity'),
    kind: 'identity',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:identity/{name}' }],
    facts: { provider: azure, longLived: { value: false } },
  },
  {
    types: ['azurerm_linux_web_app', 'azurerm_windows_web_app', 'Microsoft.Web/sites'],
    reference: page('azurerm_linux_web_app'),
    kind: 'compute',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:web-app/{name}' }],
    facts: { provider: azure, service: { value: 'app-service' }, public: network, ...tls, region },
    links: [runsAs],
    environment: settings,
    image: ['site_config.application_stack.docker_image_name'],
  },
  {
    types: ['azurerm_linux_function_app', 'azurerm_windows_function_app'],
    reference: page('azurerm_linux_function_app'),
    kind: 'compute',
    facts: { provider: azure, service: { value: 'azure-functions' }, public: network, ...tls, region },
    links: [runsAs],
    environment: settings,
    code: ['zip_deploy_file'],
  },
  {
    types: ['azurerm_container_app', 'Microsoft.App/containerApps'],
    reference: page('azurerm_container_app'),
    kind: 'compute',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:container-app/{name}' }],
    facts: {
      provider: azure,
      service: { value: 'container-apps' },
      public: unless('ingress.external_enabled|properties.configuration.ingress.external', false, {
        true: true,
        false: false,
      }),
    },
    links: [runsAs],
    environment: [{ blocks: 'template.container.env' }, { blocks: 'properties.template.containers.env' }],
    image: ['template.container.image|properties.template.containers.image'],
  },
  {
    types: ['azurerm_container_group'],
    ...containerGroup,
    facts: {
      ...containerGroup.facts,
      public: unless('ip_address_type', true, { Public: true, Private: false, None: false }),
    },
  },
  {
    types: ['Microsoft.ContainerInstance/containerGroups'],
    ...containerGroup,
    facts: {
      ...containerGroup.facts,
      // Without an address it has none.
      public: unless('properties.ip_address.type', false, { Public: true, Private: false }),
    },
  },
  {
    types: ['azurerm_key_vault_secret', 'Microsoft.KeyVault/vaults/secrets'],
    reference: page('azurerm_key_vault_secret'),
    kind: 'secret',
    facts: { place: { value: 'manager' } },
  },
  {
    types: ['azurerm_log_analytics_workspace', 'Microsoft.OperationalInsights/workspaces'],
    reference: page('azurerm_log_analytics_workspace'),
    kind: 'log-sink',
    identifiers: [{ scheme: 'cloud-name', value: 'azure:log-workspace/{name}' }],
    facts: {
      provider: azure,
      service: { value: 'log-analytics' },
      encryptedAtRest: { value: true },
      // Thirty days unless more is asked for: https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
      retentionDays: {
        at: 'retention_in_days|properties.retention_in_days',
        otherwise: { value: 30, how: 'default' },
      },
    },
  },
];
