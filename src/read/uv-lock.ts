/** Reads uv.lock: every package it installs, with how each is reached from the source’s own projects. */
import { findReach } from './find-reach.ts';
import {
  atVersion,
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { entriesOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';
import { normaliseName } from './versions.ts';

type Reach = 'production' | 'optional' | 'development';

interface Locked {
  readonly name: string;
  readonly version?: string;
  readonly line: number;
  readonly entry: Positioned;
  /** A folder of the source itself. */
  readonly isOwn: boolean;
}

const namesIn = (list: Positioned | undefined): readonly string[] =>
  itemsOf(list).flatMap((item) => {
    const name = textOf(valueAt(item, 'name'));
    return name === undefined ? [] : [normaliseName('pypi', name)];
  });

/** What a package asks for, by how it asks: of other people’s packages only what they always need, with any extra. */
const asks = ({ entry, isOwn }: Locked): Record<Reach, readonly string[]> => {
  const extras = entriesOf(valueAt(entry, 'optional-dependencies')).flatMap(([, { value }]) => namesIn(value));
  const always = namesIn(valueAt(entry, 'dependencies'));
  if (!isOwn) return { production: [...always, ...extras], optional: [], development: [] };
  const groups = entriesOf(valueAt(entry, 'dev-dependencies')).flatMap(([, { value }]) => namesIn(value));
  return { production: always, optional: extras, development: groups };
};

/** How surely each name is installed: the strongest way in which the source’s own projects reach it. */
const reachedFrom = (locked: readonly Locked[]): ReadonlyMap<string, ScopeOfUse> => {
  const byName = new Map<string, Locked[]>();
  for (const one of locked) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const own = locked.filter(({ isOwn }) => isOwn);
  const roots = (reach: Reach) => own.flatMap((each) => asks(each)[reach]);
  return findReach(
    { production: roots('production'), optional: roots('optional'), development: roots('development') },
    (name) => (byName.get(name) ?? []).flatMap((one) => asks(one).production),
  );
};

/** Reads a uv.lock. */
export const readUvLock = (text: string): PackageList => {
  const { value, errors } = readToml(text);
  const packages = itemsOf(valueAt(value, 'package'));
  const locked = packages.flatMap((entry): Locked[] => {
    const name = valueAt(entry, 'name');
    const written = textOf(name);
    if (written === undefined) return [];
    const version = textOf(valueAt(entry, 'version'));
    const isOwn = ['virtual', 'editable', 'directory'].some((kind) => valueAt(entry, 'source', kind) !== undefined);
    return [
      {
        name: normaliseName('pypi', written),
        line: name!.line,
        entry,
        isOwn,
        ...(version === undefined ? {} : { version }),
      },
    ];
  });
  const reached = reachedFrom(locked);
  const mentions = locked.flatMap(({ name, version, line, entry, isOwn }): PackageMention[] => {
    if (isOwn || valueAt(entry, 'source', 'path') !== undefined) return [];
    const git = textOf(valueAt(entry, 'source', 'git'));
    const base = { ecosystem: 'pypi', name, line, scope: reached.get(name) ?? 'production' } as const;
    // A commit of a repository carries the version of its last release, but need not be it.
    if (git !== undefined)
      return [{ ...base, requirement: withoutCredentials(git), pinned: isCommit(/#([^#]+)$/.exec(git)?.[1]) }];
    return version === undefined ? [] : [{ ...base, ...atVersion('pypi', version) }];
  });
  const isLock = packages.length > 0 || valueAt(value, 'version') !== undefined;
  return { mentions, errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of uv' }] };
};
