// One component of the bill of materials: what it is, its model card where it is a model, and where it was seen.
import type { Report } from '../../../kit/define-exporter.ts';
import { isCommit, packageUrlOf } from '../../../read/package-mention.ts';
import { ecosystems } from '../../../read/versions.ts';
import { type Asset, componentTypes, type Inventory, identifierOf, textOf, versionOf } from './inventory.ts';

/** Places of one component that are told; a package of a monorepo is named in hundreds of files. */
const mostPlaces = 100;

const given = <Value>(name: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined ? {} : { [name]: value };

/** Facts that have a field of their own, and those that say where something lies on somebody’s disk. */
const toldElsewhere = new Set([
  'version',
  'packageName',
  'ecosystem',
  'sha256',
  'license',
  'path',
  'advisories',
  'advisoryData',
]);

/** The facts as properties, under names of our own. https://cyclonedx.org/docs/1.6/json/#components_items_properties */
export const factProperties = (asset: Asset): { name: string; value: string }[] => [
  { name: 'isobar:kind', value: asset.kind },
  ...Object.keys(asset.facts)
    .filter((name) => !toldElsewhere.has(name))
    .sort()
    .map((name) => ({ name: `isobar:fact:${name}`, value: textOf(asset, name)! })),
  ...(asset.unknown ?? []).map(({ fact, why }) => ({ name: `isobar:unknown:${fact}`, value: why })),
];

const isEcosystem = (text: string): text is keyof typeof ecosystems => Object.hasOwn(ecosystems, text);

/** The package URL of a package that no lock file names with a version of its own; undefined where its name has not what the standard asks for. */
const purlOfPackage = (asset: Asset): string | undefined => {
  const ecosystem = textOf(asset, 'ecosystem') ?? '';
  const name = textOf(asset, 'packageName')?.toWellFormed().trim();
  if (!isEcosystem(ecosystem) || !name || name.endsWith('/')) return undefined;
  if (ecosystem === 'maven' && !/^[^:]+:[^:]+$/.test(name)) return undefined;
  // Go's versions have an order of their own, which the standard checks; the component says them anyway.
  return packageUrlOf(ecosystem, name, ecosystem === 'go' ? '' : (textOf(asset, 'version') ?? ''));
};

const purlOf = (asset: Asset): string | undefined => {
  const own = identifierOf(asset, 'purl');
  if (own !== undefined) return own;
  if (asset.kind === 'package-occurrence') return purlOfPackage(asset);
  // https://github.com/package-url/purl-spec/blob/main/types-doc/huggingface-definition.md
  const hub = /^huggingface:([\w.-]+(?:\/[\w.-]+)?)$/.exec(identifierOf(asset, 'model-name') ?? '')?.[1];
  if (hub === undefined) return undefined;
  const revision = textOf(asset, 'revision');
  return `pkg:huggingface/${hub}${isCommit(revision) ? `@${revision!.toLowerCase()}` : ''}`;
};

/** `required` where any file needs it to run; `optional` is the standard’s word for what may be left out, `excluded` for what only the build needs. */
const scopeOf = (mentions: readonly Asset[]): string | undefined => {
  const scopes = new Set(mentions.map((one) => textOf(one, 'scopeOfUse')));
  if (scopes.has('production')) return 'required';
  if (scopes.has('optional')) return 'optional';
  return scopes.has('development') || scopes.has('test') ? 'excluded' : undefined;
};

const evidenceOf = (asset: Asset, mentions: readonly Asset[]) => {
  const places = new Map(
    [asset, ...mentions].flatMap(({ seen }) => seen).map(({ path, line }) => [`${path}:${line}`, { path, line }]),
  );
  const occurrences = [...places.values()]
    .slice(0, mostPlaces)
    .map(({ path, line }) => ({ location: path, ...(line > 0 ? { line } : {}) }));
  const technique = componentTypes[asset.kind] === 'library' ? 'manifest-analysis' : 'source-code-analysis';
  const confidence = Math.max(0, ...asset.seen.map((one) => one.confidence));
  if (occurrences.length === 0) return {};
  return {
    evidence: {
      identity: [{ field: 'name', confidence, methods: [{ technique, confidence }] }],
      occurrences,
    },
  };
};

const datasetsOf = (asset: Asset, report: Report, inventory: Inventory) =>
  report.relations
    .filter(({ from, kind }) => from === asset.id && kind === 'trained-on')
    .flatMap(({ to }) => {
      const ref = inventory.refOf(to);
      return ref === undefined ? [] : [{ ref }];
    });

/** What is known of a model, in the standard’s words where it has one. https://cyclonedx.org/docs/1.6/json/#components_items_modelCard */
const modelCard = (asset: Asset, report: Report, inventory: Inventory) => {
  const datasets = datasetsOf(asset, report, inventory);
  const parameters = {
    ...given('modelArchitecture', textOf(asset, 'architecture')),
    ...(datasets.length > 0 ? { datasets } : {}),
  };
  return {
    'bom-ref': `${asset.id}#card`,
    ...(Object.keys(parameters).length > 0 ? { modelParameters: parameters } : {}),
    properties: factProperties(asset),
  };
};

const dataOf = (asset: Asset) => {
  if (componentTypes[asset.kind] !== 'data') return {};
  const type = asset.kind === 'dataset' ? 'dataset' : 'definition';
  const kinds = asset.facts.dataKinds?.value;
  return {
    data: [
      {
        type,
        name: asset.name,
        ...given('classification', textOf(asset, 'sensitivity')),
        ...(Array.isArray(kinds) && kinds.length > 0 ? { sensitiveData: kinds } : {}),
      },
    ],
  };
};

/** The name of a package without the version that our own name of it carries. */
const nameOf = (asset: Asset): string => textOf(asset, 'packageName') ?? asset.name;

const ancestorsOf = (asset: Asset, report: Report, nameById: ReadonlyMap<string, string>) =>
  report.relations
    .filter(({ from, kind, to }) => from === asset.id && kind === 'fine-tuned-from' && nameById.has(to))
    .map(({ to }) => ({ type: 'machine-learning-model', name: nameById.get(to)! }));

/** Makes the ways to describe components of one report. */
export const createDescriber = (report: Report, inventory: Inventory) => {
  const nameById = new Map(report.assets.map((asset) => [asset.id, asset.name]));
  return (asset: Asset): object => {
    const type = componentTypes[asset.kind]!;
    const mentions = inventory.mentions.get(asset.id) ?? [];
    const isModel = type === 'machine-learning-model';
    const sha256 = textOf(asset, 'sha256');
    const license = textOf(asset, 'license');
    const provider = isModel ? textOf(asset, 'provider') : undefined;
    const ancestors = isModel ? ancestorsOf(asset, report, nameById) : [];
    return {
      type,
      'bom-ref': asset.id,
      ...(provider === undefined ? {} : { supplier: { name: provider } }),
      name: nameOf(asset),
      ...given('version', versionOf(asset)),
      ...given('scope', scopeOf([asset, ...mentions])),
      ...(sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256)
        ? { hashes: [{ alg: 'SHA-256', content: sha256 }] }
        : {}),
      ...(license === undefined ? {} : { licenses: [{ license: { name: license } }] }),
      ...given('purl', purlOf(asset)),
      ...(ancestors.length > 0 ? { pedigree: { ancestors } } : {}),
      ...evidenceOf(asset, mentions),
      ...(isModel ? { modelCard: modelCard(asset, report, inventory) } : {}),
      ...dataOf(asset),
      ...(isModel ? {} : { properties: factProperties(asset) }),
    };
  };
};
