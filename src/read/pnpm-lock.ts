/** Reads pnpm-lock.yaml in its formats 5 to 9: every package it installs, once. */
import { findReach } from './find-reach.ts';
import {
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { readLockYaml } from './plain-yaml.ts';
import { booleanOf, entriesOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';

const sections = [
  ['dependencies', 'production'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
] as const satisfies readonly (readonly [string, ScopeOfUse])[];

/** Without what says which peers it is installed beside: `(react@18.2.0)`. */
const withoutPeers = (key: string): string => key.replace(/\(.*$/s, '');

/** Name and version of a key: `/react-dom/18.2.0_react@18.2.0` (5), `/react-dom@18.2.0(react@18.2.0)` (6), `react-dom@18.2.0` (9). */
const readKey = (key: string): { readonly name: string; readonly version: string } | undefined => {
  const plain = withoutPeers(key).replace(/^\//, '');
  const found =
    /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/.exec(plain) ?? /(?:^|\/)((?:@[^/]+\/)?[^/@]+)\/(\d[^/_]*)(?:_.*)?$/.exec(plain);
  return found ? { name: found[1]!, version: found[2]! } : undefined;
};

const mentionOf = (
  key: string,
  entry: Positioned,
  line: number,
  scope: ScopeOfUse | undefined,
): PackageMention | undefined => {
  const read = readKey(key);
  const name = textOf(valueAt(entry, 'name')) ?? read?.name;
  if (name === undefined) return undefined;
  const base = {
    ecosystem: 'npm',
    name: normaliseName('npm', name),
    line,
    ...(scope === undefined ? {} : { scope }),
  } as const;
  const tarball = textOf(valueAt(entry, 'resolution', 'tarball'));
  const repository = textOf(valueAt(entry, 'resolution', 'repo'));
  if (valueAt(entry, 'resolution', 'directory') !== undefined || /^(?:file|link):/.test(tarball ?? read?.version ?? ''))
    return undefined;
  if (repository !== undefined) {
    const commit = textOf(valueAt(entry, 'resolution', 'commit'));
    return { ...base, requirement: withoutCredentials(repository), pinned: isCommit(commit) };
  }
  // What comes from a repository carries a version too, but need not be that release.
  if (read !== undefined && isExactVersion('npm', read.version))
    return { ...base, version: read.version, pinned: true };
  const address = tarball ?? read?.version ?? key;
  return { ...base, requirement: withoutCredentials(address), pinned: isCommit(/([0-9a-f]{40})$/i.exec(address)?.[1]) };
};

/** Format 9 says no more of a package what it is needed for: found from what the source’s own projects ask for. */
const reachOf = (document: Positioned): ReadonlyMap<string, ScopeOfUse> => {
  const snapshots = valueAt(document, 'snapshots');
  const keyOf = (name: string, version: string): string => {
    const full = `${name}@${version}`;
    return valueAt(snapshots, full) === undefined ? version : full;
  };
  const named = (table: Positioned | undefined): string[] =>
    entriesOf(table).flatMap(([name, { value }]) => {
      const version = textOf(value) ?? textOf(valueAt(value, 'version'));
      return version === undefined ? [] : [keyOf(name, version)];
    });
  const importers = entriesOf(valueAt(document, 'importers'));
  const roots = Object.fromEntries(
    sections.map(([section, scope]) => [scope, importers.flatMap(([, { value }]) => named(valueAt(value, section)))]),
  );
  const reached = findReach(roots, (key) => {
    const snapshot = valueAt(snapshots, key);
    return [...named(valueAt(snapshot, 'dependencies')), ...named(valueAt(snapshot, 'optionalDependencies'))];
  });
  const strongest = new Map<string, ScopeOfUse>();
  for (const [key, scope] of reached) {
    const package_ = withoutPeers(key);
    if (!strongest.has(package_)) strongest.set(package_, scope);
  }
  return strongest;
};

const scopeOf = (entry: Positioned): ScopeOfUse | undefined => {
  if (booleanOf(valueAt(entry, 'dev')) === true) return 'development';
  if (booleanOf(valueAt(entry, 'optional')) === true) return 'optional';
  return booleanOf(valueAt(entry, 'dev')) === false ? 'production' : undefined;
};

/** Reads a pnpm-lock.yaml. */
export const readPnpmLock = (text: string): PackageList => {
  const documents = readLockYaml(text);
  const errors = documents.flatMap((document) => document.errors);
  const mentions = new Map<string, PackageMention>();
  let isLock = false;
  for (const { value } of documents) {
    const format = valueAt(value, 'lockfileVersion');
    if (value === undefined || format?.is !== 'scalar') continue;
    isLock = true;
    const hasSnapshots = valueAt(value, 'snapshots') !== undefined;
    const reach = hasSnapshots ? reachOf(value) : undefined;
    for (const [key, { line, value: entry }] of entriesOf(valueAt(value, 'packages'))) {
      const mention = mentionOf(key, entry, line, reach ? reach.get(withoutPeers(key)) : scopeOf(entry));
      const id = mention && `${mention.name}@${mention.version ?? mention.requirement}`;
      // The same version beside other peers is told once.
      if (mention && !mentions.has(id!)) mentions.set(id!, mention);
    }
  }
  return {
    mentions: [...mentions.values()],
    errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of pnpm' }],
  };
};
