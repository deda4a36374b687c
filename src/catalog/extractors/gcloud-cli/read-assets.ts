/** Finds the resources in what `gcloud` printed: lists of one service, and the inventory of Cloud Asset. */
import { literal, type SaidIdentifier, type Term } from '../../../kit/define-extractor.ts';
import { exportedTerm, withEntries } from '../../../kit/exported-term.ts';
import { cloudName, type ExportedResource, type ExportFacts } from '../../../kit/state-export.ts';
import { allAt, literalText } from '../../../kit/template-paths.ts';
import { entryOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { projectOf, serviceAccount, types } from './dialect.ts';

/** A thing of the inventory: its full name, its type, what it says of itself and who may do what with it. */
export interface Asset {
  /** Full resource name. https://cloud.google.com/asset-inventory/docs/resource-name-format */
  readonly id: string;
  readonly type: string;
  readonly data?: Positioned;
  readonly policy?: Positioned;
  readonly project?: string;
  readonly line: number;
}

const either = (item: Positioned, ...keys: readonly string[]): Positioned | undefined =>
  keys.flatMap((key) => valueAt(item, key) ?? [])[0];

/** An item of `gcloud asset list`, `export`, `search-all-resources` or `search-all-iam-policies`. */
const inventoried = (item: Positioned): Asset | undefined => {
  const id = textOf(either(item, 'name', 'resource'));
  const type = textOf(either(item, 'assetType', 'asset_type'));
  if (id === undefined || type === undefined || !/^\/\/[a-z0-9-]+\.googleapis\.com\/.+/.test(id)) return undefined;
  const data = valueAt(item, 'resource', 'data');
  const policy = either(item, 'iamPolicy', 'iam_policy', 'policy');
  const project = projectOf(id) ?? projectOf(textOf(valueAt(item, 'project')) ?? '');
  return {
    id,
    type,
    line: item.line,
    ...(data?.is === 'map' ? { data } : {}),
    ...(policy?.is === 'map' ? { policy } : {}),
    ...(project === undefined ? {} : { project }),
  };
};

const named: readonly (readonly [pattern: RegExp, service: string, type: string, needs: string])[] = [
  [/^projects\/[^/]+\/locations\/[^/]+\/endpoints\/[\w-]+$/, 'aiplatform', 'Endpoint', 'createTime'],
  [/^projects\/[^/]+\/locations\/[^/]+\/indexEndpoints\/\d+$/, 'aiplatform', 'IndexEndpoint', 'createTime'],
  [/^projects\/[^/]+\/locations\/[^/]+\/indexes\/\d+$/, 'aiplatform', 'Index', 'createTime'],
  [/^projects\/[^/]+\/locations\/[^/]+\/functions\/[\w-]+$/, 'cloudfunctions', 'Function', 'buildConfig'],
  [/^projects\/[^/]+\/serviceAccounts\/[^/]+@[^/]+$/, 'iam', 'ServiceAccount', 'email'],
];

/** An item of a list of one service. */
const listed = (item: Positioned): Asset | undefined => {
  const name = textOf(valueAt(item, 'name')) ?? '';
  const asset = (id: string, type: string): Asset => {
    const project = projectOf(id);
    return { id, type, data: item, line: item.line, ...(project === undefined ? {} : { project }) };
  };
  const url = textOf(valueAt(item, 'storage_url'));
  if (url !== undefined && /^gs:\/\/[^/]+\/?$/.test(url) && name !== '')
    return asset(`//storage.googleapis.com/${name}`, 'storage.googleapis.com/Bucket');
  for (const [pattern, service, type, needs] of named)
    if (pattern.test(name) && entryOf(item, needs) !== undefined)
      return asset(`//${service}.googleapis.com/${name}`, `${service}.googleapis.com/${type}`);
  const link = textOf(valueAt(item, 'selfLink')) ?? '';
  const instance = /^https:\/\/www\.googleapis\.com\/compute\/v1\/(projects\/.+\/instances\/[^/]+)$/.exec(link)?.[1];
  if (instance !== undefined) return asset(`//compute.googleapis.com/${instance}`, 'compute.googleapis.com/Instance');
  const own = textOf(valueAt(item, 'metadata', 'name'));
  const isRun =
    textOf(valueAt(item, 'apiVersion')) === 'serving.knative.dev/v1' && textOf(valueAt(item, 'kind')) === 'Service';
  const place = textOf(valueAt(item, 'metadata', 'labels', 'cloud.googleapis.com/location'));
  const project = textOf(valueAt(item, 'metadata', 'namespace'));
  if (isRun && own !== undefined && place !== undefined && project !== undefined)
    return asset(
      `//run.googleapis.com/projects/${project}/locations/${place}/services/${own}`,
      'run.googleapis.com/Service',
    );
  return undefined;
};

/** What an item of an answer is; undefined for one that is nothing of Google Cloud’s. */
export const assetOf = (item: Positioned): Asset | undefined =>
  item.is === 'map' ? (inventoried(item) ?? listed(item)) : undefined;

const lastOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** How the thing is known besides its full name. */
export const identifiersOf = ({ id, type, data }: Pick<Asset, 'id' | 'type' | 'data'>): readonly SaidIdentifier[] => {
  if (type === 'storage.googleapis.com/Bucket') return [{ scheme: 'bucket-name', value: `gs://${lastOf(id)}` }];
  const whole: SaidIdentifier = { scheme: 'resource-id', value: id };
  if (type === 'iam.googleapis.com/ServiceAccount') {
    const address = textOf(valueAt(data, 'email')) ?? lastOf(id);
    const [name = '', host = ''] = address.split('@');
    if (host === '') return [whole];
    const project = projectOf(`projects/${host.replace(/\.iam\.gserviceaccount\.com$/, '')}`) ?? host;
    // The inventory knows it by a number and other commands by its address: this is the name that both give.
    const value = `//iam.googleapis.com/projects/${project}/serviceAccounts/${address}`;
    return [{ scheme: 'resource-id', value }, serviceAccount(address), serviceAccount(name)];
  }
  return type === 'run.googleapis.com/Service' ? [whole, cloudName('google', 'cloud-run', lastOf(id))] : [whole];
};

/** Settings where the tables look for them, which follow Terraform’s names. */
const adapted = (type: string, properties: Term): Term => {
  const first = (path: string): Term | undefined => allAt(properties, path)[0];
  if (type === 'storage.googleapis.com/Bucket') {
    const versioning = first('versioning_enabled');
    return withEntries(properties, {
      public_access_prevention: first('public_access_prevention|iamConfiguration.publicAccessPrevention'),
      encryption: first('encryption') ?? wrapped('default_kms_key_name', first('default_kms_key')),
      ...(versioning ? { versioning: wrapped('enabled', versioning) } : {}),
    });
  }
  if (type === 'compute.googleapis.com/Instance')
    return withEntries(properties, { service_account: first('serviceAccounts') });
  return properties;
};

const wrapped = (key: string, value: Term | undefined): Term | undefined =>
  value && { t: 'map', entries: [[literal(key, value.at ?? 0), value]], at: value.at ?? 0 };

const factsOf = (type: string, properties: Term): ExportFacts => {
  if (type === 'compute.googleapis.com/Instance' && allAt(properties, 'networkInterfaces').length > 0)
    return allAt(properties, 'networkInterfaces.accessConfigs').length === 0 ? { public: { value: false } } : {};
  if (type !== 'run.googleapis.com/Service' || properties.t !== 'map') return {};
  const annotations = allAt(properties, 'metadata.annotations')[0];
  const ingress =
    annotations?.t === 'map'
      ? annotations.entries.find(([key]) => literalText(key) === 'run.googleapis.com/ingress')?.[1]
      : undefined;
  const word = literalText(ingress);
  return word?.startsWith('internal') ? { public: { value: false, line: ingress?.at ?? 0 } } : {};
};

/** A thing of the inventory as a resource of the tables; undefined where they have none of its type. */
export const resourceOf = (asset: Asset, number: number): ExportedResource | undefined => {
  const type = Object.hasOwn(types, asset.type) ? types[asset.type]! : undefined;
  if (type === undefined) return undefined;
  const plain: Term = asset.data ? exportedTerm(asset.data) : { t: 'map', entries: [], at: asset.line };
  // Cloud Run writes the container below `template`, as the tables do for the older API.
  const properties =
    type === 'google_cloud_run_service' ? withEntries(plain, { template: allAt(plain, 'spec.template')[0] }) : plain;
  const name = textOf(valueAt(asset.data, 'displayName')) ?? lastOf(asset.id);
  return {
    address: `${asset.type}/${number}`,
    type,
    name: asset.type === 'iam.googleapis.com/ServiceAccount' ? lastOf(asset.id).split('@')[0]! : name,
    properties: adapted(asset.type, properties),
    line: asset.line,
    identifiers: identifiersOf(asset),
    facts: factsOf(asset.type, plain),
    isWhole: asset.data !== undefined && asset.type !== 'storage.googleapis.com/Bucket',
    ...(asset.data ? {} : { leavesOut: ['encryptedAtRest', 'customerKey'] as const }),
    ...(asset.project === undefined ? {} : { account: asset.project }),
  };
};
