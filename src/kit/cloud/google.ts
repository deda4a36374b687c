/** What Google Cloud resources say of themselves. */
import type { AttachmentRow, FactRule, Meaning, ResourceRow } from '../resource-row.ts';
import { customerKey, registryPage as page, runsAs as runsAsAt, unless } from './rules.ts';

const managedService: FactRule = { value: true };
const google: FactRule = { value: 'google' };
const runsAs = (at: string) => runsAsAt(at, { scheme: 'display-name' });

export const googleServices: readonly Meaning<ResourceRow>[] = [
  {
    types: ['google_storage_bucket'],
    reference: page('google_storage_bucket'),
    kind: 'bucket',
    identifiers: [{ scheme: 'bucket-name', value: 'gs://{name}' }],
    facts: {
      provider: google,
      public: { at: 'public_access_prevention', is: { enforced: false } },
      // Cloud Storage always encrypts: https://cloud.google.com/storage/docs/encryption/default-keys
      encryptedAtRest: { value: true },
      customerKey: customerKey('encryption.default_kms_key_name'),
      versioned: unless('versioning.enabled', false, { true: true, false: false }),
      region: { at: 'location' },
    },
  },
  {
    types: ['google_service_account'],
    reference: page('google_service_account'),
    kind: 'identity',
    name: 'account_id',
    identifiers: [{ scheme: 'cloud-name', value: 'google:service-account/{account_id}' }],
    facts: { provider: google },
  },
  {
    types: ['google_service_account_key'],
    reference: page('google_service_account_key'),
    kind: 'secret',
    name: 'service_account_id',
    facts: {
      secretKind: { value: 'google-service-account-key' },
      provider: google,
      longLived: { value: true },
      place: { value: 'variable' },
    },
    links: [
      { relation: 'authenticates-as', at: 'service_account_id', kind: 'identity', scheme: 'display-name', only: true },
    ],
  },
  {
    types: ['google_cloud_run_v2_service'],
    reference: page('google_cloud_run_v2_service'),
    kind: 'compute',
    identifiers: [{ scheme: 'cloud-name', value: 'google:cloud-run/{name}' }],
    facts: {
      provider: google,
      service: { value: 'cloud-run' },
      public: {
        at: 'ingress',
        is: { INGRESS_TRAFFIC_INTERNAL_ONLY: false, INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER: false },
      },
      encryptedTransport: { value: true },
    },
    links: [runsAs('template.service_account')],
    environment: [{ blocks: 'template.containers.env' }],
    image: ['template.containers.image'],
  },
  {
    types: ['google_cloud_run_service'],
    reference: page('google_cloud_run_service'),
    kind: 'compute',
    identifiers: [{ scheme: 'cloud-name', value: 'google:cloud-run/{name}' }],
    facts: { provider: google, service: { value: 'cloud-run' }, encryptedTransport: { value: true } },
    links: [runsAs('template.spec.service_account_name')],
    environment: [{ blocks: 'template.spec.containers.env' }],
    image: ['template.spec.containers.image'],
  },
  {
    types: ['google_cloudfunctions2_function'],
    reference: page('google_cloudfunctions2_function'),
    kind: 'compute',
    facts: {
      provider: google,
      service: { value: 'cloud-functions' },
      version: { at: 'build_config.runtime' },
      public: {
        at: 'service_config.ingress_settings',
        is: { ALLOW_INTERNAL_ONLY: false, ALLOW_INTERNAL_AND_GCLB: false },
      },
    },
    links: [runsAs('service_config.service_account_email')],
    environment: [{ map: 'service_config.environment_variables' }],
  },
  {
    types: ['google_compute_instance'],
    reference: page('google_compute_instance'),
    kind: 'compute',
    facts: { provider: google, service: { value: 'compute-engine' } },
    links: [runsAs('service_account.email')],
  },
  {
    types: ['google_workbench_instance'],
    reference: page('google_workbench_instance'),
    kind: 'compute',
    facts: {
      managedService,
      provider: google,
      service: { value: 'vertex-workbench' },
      public: { at: 'gce_setup.disable_public_ip', is: { true: false } },
      authentication: { value: 'identity' },
      // Whoever opens it is root unless the metadata say otherwise: https://cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata
      rootAccess: unless('gce_setup.metadata.notebook-disable-root', true, { true: false, false: true, '*': true }),
      // With a public address it reaches the internet directly.
      unrestrictedEgress: unless('gce_setup.disable_public_ip', true, { true: false, false: true }),
    },
    links: [runsAs('gce_setup.service_accounts.email')],
  },
  {
    types: ['google_vertex_ai_endpoint'],
    reference: page('google_vertex_ai_endpoint'),
    kind: 'inference-endpoint',
    name: 'display_name',
    facts: {
      managedService,
      provider: google,
      service: { value: 'vertex-ai' },
      authentication: { value: 'identity' },
      region: { at: 'location' },
      encryptedTransport: { value: true },
      public: unless('network|private_service_connect_config.enable_private_service_connect', true, {
        true: false,
        false: true,
        '*': false,
      }),
      logging: unless('predict_request_response_logging_config.enabled', false, { true: true, false: false }),
    },
  },
  {
    types: ['google_vertex_ai_index'],
    reference: page('google_vertex_ai_index'),
    kind: 'vector-store',
    name: 'display_name',
    facts: {
      managedService,
      provider: google,
      service: { value: 'vertex-vector-search' },
      authentication: { value: 'identity' },
      region: { at: 'region' },
    },
    links: [{ relation: 'grounded-on', at: 'metadata.contents_delta_uri', kind: 'bucket', scheme: 'bucket-name' }],
  },
  {
    types: ['google_vertex_ai_index_endpoint'],
    reference: page('google_vertex_ai_index_endpoint'),
    kind: 'network-exposure',
    name: 'display_name',
    facts: { public: { at: 'public_endpoint_enabled', otherwise: { value: false, how: 'default' } } },
  },
  {
    types: ['google_vertex_ai_dataset'],
    reference: page('google_vertex_ai_dataset'),
    kind: 'dataset',
    name: 'display_name',
    facts: {
      encryptedAtRest: { value: true },
      customerKey: customerKey('encryption_spec.kms_key_name'),
    },
  },
  {
    types: ['google_bigquery_dataset'],
    reference: page('google_bigquery_dataset'),
    kind: 'data-store',
    name: 'dataset_id',
    facts: {
      provider: google,
      service: { value: 'bigquery' },
      encryptedAtRest: { value: true },
      customerKey: customerKey('default_encryption_configuration.kms_key_name'),
      public: { at: 'access[special_group=allAuthenticatedUsers].role', is: { '*': true } },
      region: { at: 'location' },
    },
  },
  {
    types: ['google_sql_database_instance'],
    reference: page('google_sql_database_instance'),
    kind: 'data-store',
    facts: {
      provider: google,
      service: { at: 'database_version' },
      // An instance without this argument gets a public address: https://cloud.google.com/sql/docs/postgres/configure-ip
      public: { at: 'settings.ip_configuration.ipv4_enabled', is: { false: false } },
    },
  },
  {
    types: ['google_discovery_engine_data_store'],
    reference: page('google_discovery_engine_data_store'),
    kind: 'vector-store',
    name: 'display_name',
    facts: {
      managedService,
      provider: google,
      service: { value: 'vertex-ai-search' },
      authentication: { value: 'identity' },
      encryptedAtRest: { value: true },
      customerKey: customerKey('kms_key_name'),
      region: { at: 'location' },
    },
  },
  {
    types: ['google_discovery_engine_chat_engine', 'google_dialogflow_cx_agent'],
    reference: page('google_discovery_engine_chat_engine'),
    kind: 'agent',
    name: 'display_name',
    facts: { managedService, framework: { value: 'google-agent-builder' } },
    links: [{ relation: 'grounded-on', at: 'data_store_ids', kind: 'vector-store', scheme: 'display-name' }],
  },
  {
    types: ['google_secret_manager_secret'],
    reference: page('google_secret_manager_secret'),
    kind: 'secret',
    name: 'secret_id',
    facts: { place: { value: 'manager' }, hardCoded: { value: false } },
  },
];

/** Everybody, signed in or not. https://cloud.google.com/iam/docs/principals-overview */
const everybody: FactRule = { at: 'member|members', is: { allUsers: true, allAuthenticatedUsers: true } };

/** A role that writes, given to everybody. */
const writesForAll: FactRule = {
  at: 'role',
  with: { at: 'member|members', among: ['allUsers', 'allAuthenticatedUsers'] },
  is: {
    'roles/storage.objectViewer': false,
    'roles/storage.objectCreator': true,
    'roles/storage.objectUser': true,
    'roles/storage.objectAdmin': true,
    'roles/storage.admin': true,
  },
};

export const googleAttachments: readonly Meaning<AttachmentRow>[] = [
  {
    types: ['google_storage_bucket_iam_member', 'google_storage_bucket_iam_binding'],
    reference: page('google_storage_bucket_iam'),
    of: 'bucket',
    kind: 'bucket',
    scheme: 'bucket-name',
    prefix: 'gs://',
    facts: { public: everybody, userWritable: writesForAll },
  },
  {
    types: ['google_cloud_run_v2_service_iam_member', 'google_cloud_run_v2_service_iam_binding'],
    reference: page('google_cloud_run_v2_service_iam'),
    of: 'name',
    kind: 'compute',
    scheme: 'display-name',
    facts: { public: everybody, authentication: { at: 'member|members', is: { allUsers: 'none' } } },
  },
  {
    types: ['google_cloud_run_service_iam_member', 'google_cloud_run_service_iam_binding'],
    reference: page('google_cloud_run_service_iam'),
    of: 'service',
    kind: 'compute',
    scheme: 'display-name',
    facts: { public: everybody, authentication: { at: 'member|members', is: { allUsers: 'none' } } },
  },
];
