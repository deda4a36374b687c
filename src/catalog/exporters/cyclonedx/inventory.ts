// What of a report goes into a bill of materials: which asset is a component, which a service, and which only another mention of one.
import type { Report } from '../../../kit/define-exporter.ts';

export type Asset = Report['assets'][number];

/** CycloneDX’s component types for the kinds that are components; a package is told once, however many files name it. */
export const componentTypes: Readonly<Record<string, string>> = {
  'ai-application': 'application',
  chatbot: 'application',
  copilot: 'application',
  agent: 'application',
  tool: 'application',
  'mcp-server-definition': 'application',
  'mcp-client': 'application',
  'mcp-tool': 'application',
  'code-project': 'application',
  model: 'machine-learning-model',
  'fine-tune': 'machine-learning-model',
  'model-artifact': 'machine-learning-model',
  dataset: 'data',
  prompt: 'data',
  skill: 'data',
  'instruction-file': 'data',
  notebook: 'file',
  'package-version': 'library',
  'package-occurrence': 'library',
  'container-image': 'container',
};

const serviceKinds = new Set([
  'inference-endpoint',
  'provider-account',
  'mcp-server-configuration',
  'vector-store',
  'data-store',
  'bucket',
  'guardrail',
]);

/** The text of a fact; undefined where it was not seen. */
export const textOf = (asset: Asset, fact: string): string | undefined => {
  const value = asset.facts[fact]?.value;
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
};

/** The standard’s bound on a version. */
const longestVersion = 1024;

/** A version or revision as the standard takes it. */
export const versionOf = (asset: Asset): string | undefined =>
  (textOf(asset, 'version') ?? textOf(asset, 'revision'))?.slice(0, longestVersion);

/** The value of the first identifier of a scheme. */
export const identifierOf = (asset: Asset, scheme: string): string | undefined =>
  asset.identifiers?.find((one) => one.scheme === scheme)?.value;

/** Who answers for a model that is called over the network; undefined where the code loads it, or nobody said whose it is. */
const remoteProviderOf = (asset: Asset): string | undefined => {
  if (asset.kind !== 'model') return undefined;
  if (textOf(asset, 'hosting') !== 'remote-api' && textOf(asset, 'source') !== 'provider-api') return undefined;
  // An address that speaks some provider’s protocol may be anybody’s.
  const named = /^([^:]+):/.exec(identifierOf(asset, 'model-name') ?? '')?.[1];
  return textOf(asset, 'provider') ?? (named === 'compatible' ? undefined : named);
};

/** The assets of a report, sorted into what the bill of materials knows. */
export interface Inventory {
  /** One asset for each component. */
  readonly components: readonly Asset[];
  readonly services: readonly Asset[];
  /** Providers that answer for a model and are no asset of their own: service reference to name. */
  readonly providers: ReadonlyMap<string, string>;
  /** Other assets that say of a component where else it is named, and what for. */
  readonly mentions: ReadonlyMap<string, readonly Asset[]>;
  /** The service behind a model that a provider answers for. */
  readonly providerOf: ReadonlyMap<string, string>;
  /** The reference under which an asset stands in the bill; undefined where it has none. */
  refOf(asset: string): string | undefined;
}

/** Where the same package is named in several files, the one that stands for all. */
const standIns = (report: Report): ReadonlyMap<string, string> => {
  const known = new Set(report.assets.map(({ id }) => id));
  const versions = new Map(
    report.relations
      .filter(({ kind, to }) => kind === 'occurrence-of' && known.has(to))
      .map(({ from, to }) => [from, to]),
  );
  const firsts = new Map<string, string>();
  return new Map(
    report.assets
      .filter(({ kind }) => kind === 'package-occurrence')
      .map((asset) => {
        const key = `${textOf(asset, 'ecosystem')} ${textOf(asset, 'packageName') ?? asset.name} ${textOf(asset, 'version') ?? ''}`;
        const first = firsts.get(key) ?? asset.id;
        firsts.set(key, first);
        return [asset.id, versions.get(asset.id) ?? first];
      }),
  );
};

/** Sorts a report. */
export const takeInventory = (report: Report): Inventory => {
  const standsFor = standIns(report);
  const own = report.assets.filter(({ id }) => (standsFor.get(id) ?? id) === id);
  const components = own.filter(({ kind }) => componentTypes[kind] !== undefined);
  const services = own.filter(({ kind }) => serviceKinds.has(kind));
  const accounts = new Map(
    services.filter(({ kind }) => kind === 'provider-account').map(({ id, name }) => [name, id]),
  );
  const providerOf = new Map<string, string>();
  const providers = new Map<string, string>();
  for (const asset of components) {
    const provider = remoteProviderOf(asset);
    if (provider === undefined) continue;
    const ref = accounts.get(provider) ?? `provider:${provider}`;
    providerOf.set(asset.id, ref);
    if (!accounts.has(provider)) providers.set(ref, provider);
  }
  const refs = new Set([...components, ...services].map(({ id }) => id));
  return {
    components,
    services,
    providers,
    mentions: Map.groupBy(
      report.assets.filter(({ id }) => standsFor.has(id)),
      ({ id }) => standsFor.get(id)!,
    ),
    providerOf,
    refOf(asset) {
      const ref = standsFor.get(asset) ?? asset;
      return refs.has(ref) ? ref : undefined;
    },
  };
};
