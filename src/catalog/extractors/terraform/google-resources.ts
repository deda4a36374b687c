/** What Google Cloud resources say of themselves. */
import type { AttachmentTable, FactRule, LinkRule, ResourceTable } from '../../../kit/resource-row.ts';

const page = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/${name}`;
const google: FactRule = { value: 'google' };
const runsAs = (at: string): LinkRule => ({ relation: 'runs-as', at, kind: 'identity', scheme: 'display-name' });

export const googleResources: ResourceTable = {
  google_storage_bucket: {
    reference: page('storage_bucket'),
    kind: 'bucket',
    identifiers: [{ scheme: 'bucket-name', value: 'gs://{name}' }],
    facts: {
      provider: google,
      public: { at: 'public_access_prevention', is: { enforced: false } },
      // Cloud Storage always encrypts: https://cloud.google.com/storage/docs/encryption/default-keys
      encryptedAtRest: { value: true },
      customerKey: {
        at: 'encryption.default_kms_key_name',
        present: true,
        otherwise: { value: false, how: 'default' },
      },
      versioned: { at: 'versioning.enabled', otherwise: { value: false, how: 'default' } },
      region: { at: 'location' },
    },
  },
  google_service_account: {
    reference: page('google_service_account'),
    kind: 'identity',
    name: 'account_id',
    facts: { provider: google },
  },
  google_service_account_key: {
    reference: page('google_service_account_key'),
    kind: 'secret',
    name: 'service_account_id',
    facts: {
      secretKind: { value: 'google-service-account-key' },
      provider: google,
      longLived: { value: true },
      place: { value: 'variable' },
    },
    links: [{ relation: 'authenticates-as', at: 'service_account_id', kind: 'identity', scheme: 'display-name' }],
  },
  google_cloud_run_v2_service: {
    reference: page('cloud_run_v2_service'),
    kind: 'compute',
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
  google_cloud_run_service: {
    reference: page('cloud_run_service'),
    kind: 'compute',
    facts: { provider: google, service: { value: 'cloud-run' }, encryptedTransport: { value: true } },
    links: [runsAs('template.spec.service_account_name')],
    environment: [{ blocks: 'template.spec.containers.env' }],
    image: ['template.spec.containers.image'],
  },
  google_cloudfunctions2_function: {
    reference: page('cloudfunctions2_function'),
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
  google_compute_instance: {
    reference: page('compute_instance'),
    kind: 'compute',
    facts: { provider: google, service: { value: 'compute-engine' } },
    links: [runsAs('service_account.email')],
  },
  google_workbench_instance: {
    reference: page('workbench_instance'),
    kind: 'compute',
    facts: {
      provider: google,
      service: { value: 'vertex-workbench' },
      public: { at: 'gce_setup.disable_public_ip', is: { true: false } },
    },
    links: [runsAs('gce_setup.service_accounts.email')],
  },
  google_vertex_ai_endpoint: {
    reference: page('vertex_ai_endpoint'),
    kind: 'inference-endpoint',
    name: 'display_name',
    facts: {
      provider: google,
      service: { value: 'vertex-ai' },
      authentication: { value: 'identity' },
      region: { at: 'location' },
      encryptedTransport: { value: true },
    },
  },
  google_vertex_ai_index: {
    reference: page('vertex_ai_index'),
    kind: 'vector-store',
    name: 'display_name',
    facts: {
      provider: google,
      service: { value: 'vertex-vector-search' },
      authentication: { value: 'identity' },
      region: { at: 'region' },
    },
    links: [{ relation: 'grounded-on', at: 'metadata.contents_delta_uri', kind: 'bucket', scheme: 'bucket-name' }],
  },
  google_vertex_ai_index_endpoint: {
    reference: page('vertex_ai_index_endpoint'),
    kind: 'network-exposure',
    name: 'display_name',
    facts: { public: { at: 'public_endpoint_enabled', otherwise: { value: false, how: 'default' } } },
  },
  google_vertex_ai_dataset: {
    reference: page('vertex_ai_dataset'),
    kind: 'dataset',
    name: 'display_name',
    facts: {
      encryptedAtRest: { value: true },
      customerKey: { at: 'encryption_spec.kms_key_name', present: true, otherwise: { value: false, how: 'default' } },
    },
  },
  google_bigquery_dataset: {
    reference: page('bigquery_dataset'),
    kind: 'data-store',
    name: 'dataset_id',
    facts: {
      provider: google,
      service: { value: 'bigquery' },
      encryptedAtRest: { value: true },
      region: { at: 'location' },
    },
  },
  google_sql_database_instance: {
    reference: page('sql_database_instance'),
    kind: 'data-store',
    facts: {
      provider: google,
      service: { at: 'database_version' },
      // An instance without this argument gets a public address: https://cloud.google.com/sql/docs/postgres/configure-ip
      public: { at: 'settings.ip_configuration.ipv4_enabled', is: { false: false } },
    },
  },
  google_secret_manager_secret: {
    reference: page('secret_manager_secret'),
    kind: 'secret',
    name: 'secret_id',
    facts: { place: { value: 'manager' }, hardCoded: { value: false } },
  },
};

/** Everybody, signed in or not. https://cloud.google.com/iam/docs/principals-overview */
const everybody: FactRule = { at: 'member', is: { allUsers: true, allAuthenticatedUsers: true } };

export const googleAttachments: AttachmentTable = {
  google_storage_bucket_iam_member: {
    reference: page('storage_bucket_iam'),
    of: 'bucket',
    kind: 'bucket',
    scheme: 'bucket-name',
    prefix: 'gs://',
    facts: { public: everybody },
  },
  google_cloud_run_v2_service_iam_member: {
    reference: page('cloud_run_v2_service_iam'),
    of: 'name',
    kind: 'compute',
    scheme: 'display-name',
    facts: { public: everybody, authentication: { at: 'member', is: { allUsers: 'none' } } },
  },
  google_cloud_run_service_iam_member: {
    reference: page('cloud_run_service_iam'),
    of: 'service',
    kind: 'compute',
    scheme: 'display-name',
    facts: { public: everybody, authentication: { at: 'member', is: { allUsers: 'none' } } },
  },
};
