/** Reads Pipenv’s Pipfile and Pipfile.lock. */
import { readJson } from './json-positions.ts';
import {
  firstOfEach,
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { entriesOf, type Mistake, type Positioned, type PositionedEntry, textOf, valueAt } from './positioned.ts';
import { readRequirement } from './requirements.ts';
import { readToml } from './toml-positions.ts';
import { normaliseName } from './versions.ts';

/** One package of either file: a range, or a table with a range, a repository, a folder or a file. A text says what is wrong with it. */
const readPackage = (
  written: string,
  { line, value }: PositionedEntry,
  scope: ScopeOfUse,
): PackageMention | string | undefined => {
  if (valueAt(value, 'path') !== undefined) return undefined;
  const base = { ecosystem: 'pypi', name: normaliseName('pypi', written), scope, line } as const;
  const git = textOf(valueAt(value, 'git'));
  if (git !== undefined)
    return { ...base, requirement: withoutCredentials(git), pinned: isCommit(textOf(valueAt(value, 'ref'))) };
  const file = textOf(valueAt(value, 'file'));
  if (file !== undefined) return readRequirement(`${written} @ ${file}`, scope, line);
  const range = textOf(value) ?? textOf(valueAt(value, 'version')) ?? '*';
  return readRequirement(range === '*' ? written : `${written} ${range}`, scope, line);
};

/** What a lock file always says of a package; one without is cut short. */
const isLocked = (value: Positioned): boolean =>
  ['version', 'git', 'file', 'path'].some((key) => valueAt(value, key) !== undefined);

const readSection = (
  section: Positioned | undefined,
  scope: ScopeOfUse,
  errors: Mistake[],
  isLock = false,
): PackageMention[] =>
  entriesOf(section).flatMap(([written, entry]) => {
    if (isLock && !isLocked(entry.value)) return [];
    const mention = readPackage(written, entry, scope);
    if (typeof mention === 'string') errors.push({ line: entry.line, why: mention });
    return mention === undefined || typeof mention === 'string' ? [] : [mention];
  });

/** Tables of a Pipfile that are no category of packages. */
const settings = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);

/** A category of one’s own is installed only when asked for. */
const scopeOfCategory = (name: string): ScopeOfUse =>
  /test/i.test(name) ? 'test' : /dev|lint|docs/i.test(name) ? 'development' : 'optional';

/** Reads a Pipfile. */
export const readPipfile = (text: string): PackageList => {
  const { value: root, errors } = readToml(text);
  const all = [...errors];
  const mentions = [
    ...readSection(valueAt(root, 'packages'), 'production', all),
    ...readSection(valueAt(root, 'dev-packages'), 'development', all),
    ...entriesOf(root)
      .filter(([name]) => name !== 'packages' && name !== 'dev-packages' && !settings.has(name))
      .flatMap(([name, { value }]) => readSection(value, scopeOfCategory(name), all)),
  ];
  return { mentions: firstOfEach(mentions), errors: all };
};

/** Reads a Pipfile.lock. */
export const readPipfileLock = (text: string): PackageList => {
  const { value: root, errors } = readJson(text);
  if (valueAt(root, '_meta') === undefined)
    return { mentions: [], errors: errors.length > 0 ? errors : [{ line: 1, why: 'it is no lock file of Pipenv' }] };
  const all = [...errors];
  const mentions = entriesOf(root).flatMap(([name, { value }]) => {
    if (name === '_meta') return [];
    const scope = name === 'default' ? 'production' : name === 'develop' ? 'development' : scopeOfCategory(name);
    return readSection(value, scope, all, true);
  });
  // The same package may be locked at other versions for another category.
  return { mentions, errors: all };
};
