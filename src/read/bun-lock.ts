/** Reads bun.lock, the text one: every package it installs, with how the source’s own projects reach it. */
import { findReach } from './find-reach.ts';
import { readJson } from './json-positions.ts';
import {
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { entriesOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';

const namesIn = (of: Positioned | undefined, ...sections: readonly string[]): readonly string[] =>
  sections.flatMap((section) => entriesOf(valueAt(of, section)).map(([name]) => name));

/** Keys are paths of names: `tools/semver` is the semver that tools gets instead of the outer one. */
const outerOf = (key: string): string | undefined => /^(.*?)\/(?:@[^/]+\/)?[^/]+$/s.exec(key)?.[1];

const longestKey = 1000;

/** The package that a name means where it is asked for. */
const lookUp = (packages: Positioned | undefined, from: string | undefined, name: string): string | undefined => {
  const start = from !== undefined && from.length > longestKey ? undefined : from;
  for (let outer = start; outer !== undefined; outer = outerOf(outer)) {
    const key = `${outer}/${name}`;
    if (valueAt(packages, key) !== undefined) return key;
  }
  return valueAt(packages, name) === undefined ? undefined : name;
};

const reachOf = (root: Positioned | undefined): ReadonlyMap<string, ScopeOfUse> => {
  const packages = valueAt(root, 'packages');
  const workspaces = entriesOf(valueAt(root, 'workspaces'));
  const asked = (from: string | undefined, names: readonly string[]): readonly string[] =>
    names.flatMap((name) => lookUp(packages, from, name) ?? []);
  const roots = (section: string): readonly string[] =>
    workspaces.flatMap(([folder, { value }]) => {
      const from = folder === '' ? undefined : textOf(valueAt(value, 'name'));
      return asked(from, namesIn(value, section));
    });
  const sections = {
    production: roots('dependencies'),
    optional: [...roots('optionalDependencies'), ...roots('peerDependencies')],
    development: roots('devDependencies'),
  };
  return findReach(sections, (key) => {
    const entry = valueAt(packages, key);
    const about = entry?.is === 'list' ? entry.items.find((item) => item.is === 'map') : undefined;
    return asked(key, namesIn(about, 'dependencies', 'optionalDependencies', 'peerDependencies'));
  });
};

const mentionOf = (entry: Positioned, line: number, scope: ScopeOfUse | undefined): PackageMention | undefined => {
  const found = /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/s.exec(textOf(valueAt(entry, 0)) ?? '');
  if (!found || /^(?:workspace|file|link|root):/.test(found[2]!)) return undefined;
  const base = {
    ecosystem: 'npm',
    name: normaliseName('npm', found[1]!),
    line,
    ...(scope === undefined ? {} : { scope }),
  } as const;
  const from = found[2]!;
  if (isExactVersion('npm', from)) return { ...base, version: from, pinned: true };
  // Of a commit of GitHub Bun keeps the first seven digits, or all, and the folder it unpacked it to.
  const commit = /#([0-9a-f]{7,40})$/i.exec(from)?.[1];
  return {
    ...base,
    requirement: withoutCredentials(from),
    pinned: commit !== undefined && (isCommit(commit) || from.startsWith('github:')),
  };
};

/** Reads a bun.lock. The same version in several places is told once, at the first. */
export const readBunLock = (text: string): PackageList => {
  const { value: root, errors } = readJson(text);
  const reach = reachOf(root);
  const mentions = new Map<string, PackageMention>();
  for (const [key, { line, value }] of entriesOf(valueAt(root, 'packages'))) {
    const mention = mentionOf(value, line, reach.get(key));
    const id = mention && `${mention.name}@${mention.version ?? mention.requirement}`;
    if (mention && !mentions.has(id!)) mentions.set(id!, mention);
  }
  const isLock = valueAt(root, 'lockfileVersion') !== undefined && valueAt(root, 'workspaces') !== undefined;
  if (errors.length === 0 && !isLock) return { mentions: [], errors: [{ line: 1, why: 'it is no lock file of Bun' }] };
  return { mentions: [...mentions.values()], errors };
};
