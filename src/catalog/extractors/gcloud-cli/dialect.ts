/** How Google Cloud names what it speaks of: by full resource name, or by the address of a service account. */
import type { SaidIdentifier } from '../../../kit/define-extractor.ts';
import { cloudName, type ExportDialect } from '../../../kit/state-export.ts';

/** Types of Cloud Asset Inventory by the name that the tables know. https://cloud.google.com/asset-inventory/docs/asset-types */
export const types: Readonly<Record<string, string>> = {
  'storage.googleapis.com/Bucket': 'google_storage_bucket',
  'aiplatform.googleapis.com/Endpoint': 'google_vertex_ai_endpoint',
  'aiplatform.googleapis.com/Index': 'google_vertex_ai_index',
  'aiplatform.googleapis.com/IndexEndpoint': 'google_vertex_ai_index_endpoint',
  'aiplatform.googleapis.com/Dataset': 'google_vertex_ai_dataset',
  'iam.googleapis.com/ServiceAccount': 'google_service_account',
  'run.googleapis.com/Service': 'google_cloud_run_service',
  'cloudfunctions.googleapis.com/Function': 'google_cloudfunctions2_function',
  'compute.googleapis.com/Instance': 'google_compute_instance',
  'notebooks.googleapis.com/Instance': 'google_workbench_instance',
  'bigquery.googleapis.com/Dataset': 'google_bigquery_dataset',
  'secretmanager.googleapis.com/Secret': 'google_secret_manager_secret',
  'discoveryengine.googleapis.com/DataStore': 'google_discovery_engine_data_store',
};

/** The project in a name. */
export const projectOf = (name: string): string | undefined =>
  /(?:^|\/)projects\/([a-z0-9][a-z0-9.:-]*)/.exec(name)?.[1];

/** A service account by its address. */
export const serviceAccount = (address: string): SaidIdentifier => cloudName('google', 'service-account', address);

const isAddress = (text: string): boolean => /^[\w.-]+@[\w.-]+$/.test(text);

export const google: ExportDialect = {
  cloud: 'google',
  identify: (kind, text) => {
    if (kind === 'identity' && isAddress(text)) return serviceAccount(text);
    return text.startsWith('//') ? { scheme: 'resource-id', value: text } : undefined;
  },
  account: (id) => ({
    name: `Google Cloud project ${id}`,
    identifier: { scheme: 'resource-id', value: `//cloudresourcemanager.googleapis.com/projects/${id}` },
  }),
};
