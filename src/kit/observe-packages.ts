/** What an extractor of a manifest or lock file says of the packages it read: their occurrences, versions and the project that needs them. */
import type {
  AssetObservation,
  AssetReference,
  Definition,
  Extraction,
  RelationObservation,
} from '../domain/observation.ts';
import { literal } from '../domain/term.ts';
import { isPackageName, type PackageList, type PackageMention, packageUrlOf } from '../read/package-mention.ts';
import { firstMistakes } from '../read/positioned.ts';
import { folderOf } from '../read/source-path.ts';

/** Stands for the project in whose folder the file stands; *resolve* puts its asset there. */
export const project = { local: '$project' } as const;

/** What is said of one mention, with the asset that needs it: its occurrence at this place and, where one is named, its version. */
export const observeMention = (
  path: string,
  { ecosystem, name, version, requirement, pinned, scope, confidence, line }: PackageMention,
  neededBy: AssetReference,
): { readonly assets: readonly AssetObservation[]; readonly relations: readonly RelationObservation[] } => {
  const label = version === undefined ? name : `${name}@${version}`;
  const key = `${ecosystem}:${label}`;
  const sureness = confidence === undefined ? {} : ({ how: 'inferred', confidence } as const);
  const occurrence: AssetObservation = {
    key,
    kind: 'package-occurrence',
    name: label,
    identifiers: [{ scheme: 'symbol', value: `${path}#${key}` }],
    facts: {
      ecosystem: { value: ecosystem },
      packageName: { value: name },
      ...(version === undefined ? {} : { version: { value: version } }),
      ...(requirement === undefined ? {} : { requirement: { value: requirement } }),
      ...(pinned === undefined ? {} : { pinned: { value: pinned } }),
      ...(scope === undefined ? {} : { scopeOfUse: { value: scope } }),
    },
    line,
    ...sureness,
  };
  const needed: RelationObservation = { relation: 'depends-on', from: neededBy, to: { local: key }, line, ...sureness };
  if (version === undefined) return { assets: [occurrence], relations: [needed] };
  const url = packageUrlOf(ecosystem, name, version);
  const release: AssetObservation = {
    key: url,
    kind: 'package-version',
    name: label,
    identifiers: [{ scheme: 'purl', value: url }],
    facts: { ecosystem: { value: ecosystem }, packageName: { value: name }, version: { value: version } },
    line,
  };
  return {
    assets: [occurrence, release],
    relations: [needed, { relation: 'occurrence-of', from: { local: key }, to: { local: url }, line }],
  };
};

/** The observations of one manifest or lock file; trouble in it becomes a gap of this file. */
export const observePackages = (path: string, { mentions, project: named, errors }: PackageList): Extraction => {
  const assets: AssetObservation[] = [];
  const relations: RelationObservation[] = [];
  const seen = new Set<string>();
  const nameless: PackageMention[] = [];
  for (const mention of mentions) {
    if (!isPackageName(mention.ecosystem, mention.name)) {
      nameless.push(mention);
      continue;
    }
    const said = observeMention(path, mention, project);
    const { key } = said.assets[0]!;
    if (seen.has(key)) continue;
    seen.add(key);
    assets.push(...said.assets);
    relations.push(...said.relations);
  }
  const definitions: Definition[] = named
    ? [
        {
          namespace: 'project',
          name: named.name,
          value: literal(named.name, named.line),
          line: named.line,
          holder: folderOf(path),
        },
      ]
    : [];
  const troubles = firstMistakes([
    ...errors,
    ...nameless.map(({ line }) => ({ line, why: 'a package stands here under what is no name' })),
  ]);
  const gaps = troubles.map(({ line, why }) => ({ what: `${path}:${line}`, scope: 'file' as const, why }));
  return { assets, relations, definitions, units: [], programs: [], gaps };
};
