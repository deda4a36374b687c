/** Reads poetry.lock, as Poetry 1 and 2 write it: every package it installs. */
import {
  atVersion,
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { booleanOf, itemsOf, type Positioned, textOf, textsOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';
import { normaliseName } from './versions.ts';

/** Before 1.5 a category, since 2.0 the groups; between them nothing but whether it is optional. */
const scopeOf = (entry: Positioned): ScopeOfUse | undefined => {
  const groups = textsOf(valueAt(entry, 'groups'));
  const category = textOf(valueAt(entry, 'category'));
  const isMain = groups.includes('main') || category === 'main';
  if (booleanOf(valueAt(entry, 'optional')) === true && (isMain || groups.length === 0)) return 'optional';
  if (isMain) return 'production';
  if (groups.length > 0) return groups.every((group) => /test/i.test(group)) ? 'test' : 'development';
  return category === undefined ? undefined : 'development';
};

const mentionOf = (entry: Positioned): PackageMention | undefined => {
  const named = valueAt(entry, 'name');
  const [name, version] = [textOf(named), textOf(valueAt(entry, 'version'))];
  const source = textOf(valueAt(entry, 'source', 'type'));
  if (name === undefined || version === undefined || source === 'directory' || source === 'file') return undefined;
  const scope = scopeOf(entry);
  const base = {
    ecosystem: 'pypi',
    name: normaliseName('pypi', name),
    line: named!.line,
    ...(scope === undefined ? {} : { scope }),
  } as const;
  if (source !== 'git' && source !== 'url') return { ...base, ...atVersion('pypi', version) };
  // What comes from an address carries the version of a release, but need not be it.
  const requirement = withoutCredentials(textOf(valueAt(entry, 'source', 'url')) ?? source);
  const commit =
    textOf(valueAt(entry, 'source', 'resolved_reference')) ?? textOf(valueAt(entry, 'source', 'reference'));
  return { ...base, requirement, pinned: source === 'url' || isCommit(commit) };
};

/** Reads a poetry.lock. */
export const readPoetryLock = (text: string): PackageList => {
  const { value, errors } = readToml(text);
  const mentions = itemsOf(valueAt(value, 'package')).flatMap((entry) => mentionOf(entry) ?? []);
  const isLock = mentions.length > 0 || valueAt(value, 'metadata', 'content-hash') !== undefined;
  return {
    mentions,
    errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of Poetry' }],
  };
};
