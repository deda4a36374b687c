/** Reads pdm.lock: every package it installs. */
import {
  atVersion,
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { itemsOf, type Positioned, textOf, textsOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';
import { normaliseName } from './versions.ts';

/** Groups of `[project.optional-dependencies]` and of development stand side by side here; only their names tell them apart. */
const scopeOf = (groups: readonly string[]): ScopeOfUse | undefined => {
  if (groups.length === 0) return undefined;
  if (groups.includes('default')) return 'production';
  if (groups.every((group) => /test/i.test(group))) return 'test';
  return groups.every((group) => /test|dev|lint|docs?\b|type|format/i.test(group)) ? 'development' : 'optional';
};

const mentionOf = (entry: Positioned): PackageMention | undefined => {
  const named = valueAt(entry, 'name');
  const [name, version] = [textOf(named), textOf(valueAt(entry, 'version'))];
  if (name === undefined || valueAt(entry, 'path') !== undefined) return undefined;
  const scope = scopeOf(textsOf(valueAt(entry, 'groups')));
  const base = {
    ecosystem: 'pypi',
    name: normaliseName('pypi', name),
    line: named!.line,
    ...(scope === undefined ? {} : { scope }),
  } as const;
  const address = textOf(valueAt(entry, 'git')) ?? textOf(valueAt(entry, 'url'));
  if (address === undefined) return version === undefined ? undefined : { ...base, ...atVersion('pypi', version) };
  const isFile = valueAt(entry, 'url') !== undefined;
  return {
    ...base,
    requirement: withoutCredentials(address),
    pinned: isFile || isCommit(textOf(valueAt(entry, 'revision'))),
  };
};

/** Reads a pdm.lock. A package locked once more with an extra is told once. */
export const readPdmLock = (text: string): PackageList => {
  const { value, errors } = readToml(text);
  const mentions = itemsOf(valueAt(value, 'package')).flatMap((entry) => mentionOf(entry) ?? []);
  const isLock = mentions.length > 0 || valueAt(value, 'metadata', 'lock_version') !== undefined;
  return { mentions, errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of PDM' }] };
};
