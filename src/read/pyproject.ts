/** Reads pyproject.toml: the project’s name and the packages it asks for, as PEP 621, PEP 735, Poetry, PDM and uv write them. */
import {
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { readRequirement } from './requirements.ts';
import { readToml } from './toml-positions.ts';
import { isExactVersion, normaliseName } from './versions.ts';

type Trouble = { readonly line: number; readonly why: string };

const scopeOfGroup = (name: string): ScopeOfUse => (/test/i.test(name) ? 'test' : 'development');

/** Names that uv takes from the source itself: members of the workspace and folders. */
const ownNames = (root: Positioned | undefined): ReadonlySet<string> =>
  new Set(
    entriesOf(valueAt(root, 'tool', 'uv', 'sources')).flatMap(([name, { value }]) =>
      booleanOf(valueAt(value, 'workspace')) || valueAt(value, 'path') !== undefined
        ? [normaliseName('pypi', name)]
        : [],
    ),
  );

/** A list of requirements in the notation of PEP 508; `{ include-group = … }` of PEP 735 names a group that is read itself. */
const readList = (list: Positioned | undefined, scope: ScopeOfUse, troubles: Trouble[]): PackageMention[] =>
  itemsOf(list).flatMap((item) => {
    const text = textOf(item);
    if (text === undefined) return [];
    const mention = readRequirement(text, scope, item.line);
    if (typeof mention === 'string') troubles.push({ line: item.line, why: mention });
    return mention === undefined || typeof mention === 'string' ? [] : [mention];
  });

/** One package of Poetry: a range, or a table with one; `^` and `~` are ranges, a bare version is exact. */
const readPoetryEntry = (written: string, value: Positioned, line: number, scope: ScopeOfUse): PackageMention[] => {
  const name = normaliseName('pypi', written);
  if (name === 'python' || valueAt(value, 'path') !== undefined || valueAt(value, 'file') !== undefined) return [];
  const asked = booleanOf(valueAt(value, 'optional')) ? 'optional' : scope;
  const base = { ecosystem: 'pypi', name, line, scope: asked } as const;
  const git = textOf(valueAt(value, 'git'));
  if (git !== undefined) {
    const pinned = isCommit(textOf(valueAt(value, 'rev')));
    return [{ ...base, requirement: withoutCredentials(git), pinned }];
  }
  const url = textOf(valueAt(value, 'url'));
  if (url !== undefined) {
    const mention = readRequirement(`${written} @ ${url}`, asked, line);
    return mention === undefined || typeof mention === 'string' ? [] : [mention];
  }
  const range = textOf(value) ?? textOf(valueAt(value, 'version'));
  if (range === undefined || range === '*') return [{ ...base, pinned: false }];
  const exact = range.replace(/^={1,3}\s*/, '').trim();
  return isExactVersion('pypi', exact)
    ? [{ ...base, requirement: range, version: exact, pinned: true }]
    : [{ ...base, requirement: range, pinned: false }];
};

/** A table of Poetry; one package may have a list of entries, each for other platforms or versions of Python, so that none is the only one. */
const readPoetry = (table: Positioned | undefined, scope: ScopeOfUse): PackageMention[] =>
  entriesOf(table).flatMap(([written, { line, value }]) => {
    const entries = value.is === 'list' ? value.items : [value];
    const mentions = entries.flatMap((each) => readPoetryEntry(written, each, line, scope));
    const [first] = mentions;
    if (first === undefined || mentions.length === 1) return mentions;
    const requirement = mentions.map((each) => each.requirement ?? '*').join(' || ');
    return [{ ecosystem: first.ecosystem, name: first.name, scope, line, requirement, pinned: false }];
  });

/** Reads a pyproject.toml. A package named in several places is told once, in the strongest. */
export const readPyproject = (text: string): PackageList => {
  const { value: root, errors } = readToml(text);
  const troubles: Trouble[] = [...errors];
  const list = (scope: ScopeOfUse, ...path: string[]) => readList(valueAt(root, ...path), scope, troubles);
  const lists = (scope: (name: string) => ScopeOfUse, ...path: string[]) =>
    entriesOf(valueAt(root, ...path)).flatMap(([name, { value }]) => readList(value, scope(name), troubles));
  const own = ownNames(root);
  const all = [
    ...list('production', 'project', 'dependencies'),
    ...readPoetry(valueAt(root, 'tool', 'poetry', 'dependencies'), 'production'),
    ...lists(() => 'optional', 'project', 'optional-dependencies'),
    ...lists(scopeOfGroup, 'dependency-groups'),
    ...list('development', 'tool', 'uv', 'dev-dependencies'),
    ...lists(scopeOfGroup, 'tool', 'pdm', 'dev-dependencies'),
    ...readPoetry(valueAt(root, 'tool', 'poetry', 'dev-dependencies'), 'development'),
    ...entriesOf(valueAt(root, 'tool', 'poetry', 'group')).flatMap(([name, { value }]) =>
      readPoetry(valueAt(value, 'dependencies'), scopeOfGroup(name)),
    ),
  ];
  const named = entryOf(valueAt(root, 'project'), 'name') ?? entryOf(valueAt(root, 'tool', 'poetry'), 'name');
  const name = textOf(named?.value);
  const itself = name === undefined ? undefined : normaliseName('pypi', name);
  const mentions = new Map<string, PackageMention>();
  // A project asks for itself to name its own extras: `app[test]`.
  for (const mention of all)
    if (!own.has(mention.name) && mention.name !== itself && !mentions.has(mention.name))
      mentions.set(mention.name, mention);
  return {
    mentions: [...mentions.values()],
    ...(name ? { project: { name, line: named!.line } } : {}),
    errors: troubles,
  };
};
