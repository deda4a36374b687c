/** Versions: how each ecosystem orders them, and whether one lies in a range of an advisory. */
import { compare as comparePython, valid as validPython } from '@renovatebot/pep440';
import semver from 'semver';
import { compareMavenVersions, isExactMavenVersion } from './maven-version.ts';

/** Ecosystems by the name that facts use; the second notation is that of advisory databases. */
export const ecosystems = {
  npm: 'npm',
  pypi: 'PyPI',
  go: 'Go',
  cargo: 'crates.io',
  nuget: 'NuGet',
  maven: 'Maven',
  conda: 'conda',
} as const;
export type Ecosystem = keyof typeof ecosystems;

/**
 * One event on the line of versions. A version is affected from an `introduced` on (`0` is before every version;
 * `exclusive` leaves the named version itself out), until below a `fixed` or up to and including a `last_affected`.
 */
export interface RangeEvent {
  readonly introduced?: string;
  readonly exclusive?: boolean;
  readonly fixed?: string;
  readonly last_affected?: string;
}

/** The name of a package as its registry compares it. */
export const normaliseName = (ecosystem: string, name: string): string => {
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  if (ecosystem === 'pypi') return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
  return ecosystem === 'npm' || ecosystem === 'nuget' || ecosystem === 'conda' ? name.toLowerCase() : name;
};

/** A Python version without its local part: `2.5.1+cu118` has the faults of `2.5.1`. */
const withoutLocal = (version: string): string => version.replace(/\+.*$/, '');

/** NuGet has a fourth number; semver does not. */
const nugetShape = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(?:\+.*)?$/;

const compareNuget = (a: RegExpExecArray, b: RegExpExecArray): number => {
  for (let part = 1; part <= 4; part++) {
    const difference = Number(a[part] ?? 0) - Number(b[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  // Unlike in semver a number may begin with a zero and words are equal in any case: `-preview.01`, `-Beta`.
  const labels = (shape: RegExpExecArray): readonly string[] => shape[5]?.slice(1).toLowerCase().split('.') ?? [];
  const [left, right] = [labels(a), labels(b)];
  if (left.length === 0 || right.length === 0) return Math.sign(right.length - left.length);
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = semver.compareIdentifiers(left[at]!, right[at]!);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
};

/** A bound of an advisory may leave out numbers: `1.2` stands for `1.2.0`. */
const padSemver = (version: string): string | null => {
  const shape = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:[-+]).*)?$/.exec(version);
  return shape && semver.valid(`${shape[1]}.${shape[2] ?? 0}.${shape[3] ?? 0}${shape[4] ?? ''}`);
};

/** What advisories name outside of package registries; the version is the release as its maker numbers it. */
const releaseEcosystems: ReadonlySet<string> = new Set([
  'application',
  'container',
  'github',
  'other',
  'system-package',
  'vscode',
]);

/** `1.9.0`, `v0.8.3-rc1`, build numbers such as `b3561`, and of system packages `1.17.8-1`, whose revision is the packager's. */
const releaseShape = /^[vb]?(\d+(?:\.\d+)*)(?:[-~.]?(alpha|beta|rc)[-.]?(\d*))?$/i;

const compareReleases = (a: RegExpExecArray, b: RegExpExecArray): number => {
  const [left, right] = [a[1]!.split('.'), b[1]!.split('.')];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  const rank = (shape: RegExpExecArray): number =>
    shape[2] === undefined ? 3 : ['alpha', 'beta', 'rc'].indexOf(shape[2].toLowerCase());
  return Math.sign(rank(a) - rank(b) || Number(a[3] || 0) - Number(b[3] || 0));
};

/** Compares two versions of an ecosystem: -1, 0 or 1; undefined when either is no version there or the ecosystem’s order is not known. */
export const compareVersions = (ecosystem: string, a: string, b: string): number | undefined => {
  switch (ecosystem) {
    case 'pypi': {
      if (!validPython(a) || !validPython(b)) return undefined;
      return comparePython(a, b);
    }
    case 'npm':
    case 'go':
    case 'cargo': {
      const left = padSemver(a);
      const right = padSemver(b);
      return left === null || right === null ? undefined : semver.compare(left, right);
    }
    case 'nuget': {
      const left = nugetShape.exec(a);
      const right = nugetShape.exec(b);
      return left && right ? compareNuget(left, right) : undefined;
    }
    case 'maven':
      return compareMavenVersions(a, b);
    default: {
      if (!releaseEcosystems.has(ecosystem)) return undefined;
      const plain = (text: string): string =>
        ecosystem === 'system-package' ? text.replace(/^\d+:/, '').replace(/-[\w.+]+$/, '') : text;
      const left = releaseShape.exec(plain(a));
      const right = releaseShape.exec(plain(b));
      return left && right ? compareReleases(left, right) : undefined;
    }
  }
};

/** Tells whether a text names one version, not a range, tag or address. */
export const isExactVersion = (ecosystem: string, text: string): boolean => {
  switch (ecosystem) {
    case 'pypi':
      return validPython(text) !== null && !text.includes('*');
    case 'nuget':
      return nugetShape.test(text);
    case 'maven':
      return isExactMavenVersion(text);
    case 'conda':
      return /^\d[\w.!+]*$/.test(text);
    case 'cargo':
      return /^\d/.test(text) && semver.valid(text) !== null;
    default:
      return semver.valid(text) !== null && !/^=|\s/.test(text);
  }
};

/** Whether a version lies in one list of events; undefined when it or a bound is no version of the ecosystem. */
export const isInRange = (ecosystem: string, version: string, events: readonly RangeEvent[]): boolean | undefined => {
  const asked = ecosystem === 'pypi' ? withoutLocal(version) : version;
  if (compareVersions(ecosystem, asked, asked) === undefined) return undefined;
  // Every bound says what holds from there on; the last one passed decides.
  let last: string | undefined;
  let affected = false;
  for (const event of events) {
    const at = event.introduced ?? event.fixed ?? event.last_affected;
    if (at === undefined) continue;
    const isStart = event.introduced === '0';
    const order = isStart ? 1 : compareVersions(ecosystem, asked, at);
    if (order === undefined) return undefined;
    const holdsAtBound = event.last_affected === undefined && event.exclusive !== true;
    if (order < 0 || (order === 0 && !holdsAtBound)) continue;
    if (last !== undefined && (isStart || (last !== '0' && (compareVersions(ecosystem, at, last) ?? 0) < 0))) continue;
    last = at;
    affected = event.introduced !== undefined;
  }
  return affected;
};

/** Whether a version is affected by any of the ranges or among the versions listed; undefined when that cannot be told. */
export const isAffected = (
  ecosystem: string,
  version: string,
  ranges: readonly (readonly RangeEvent[])[],
  versions: readonly string[] = [],
): boolean | undefined => {
  let undecided = false;
  const asked = ecosystem === 'pypi' ? withoutLocal(version) : version;
  for (const listed of versions) {
    const order = compareVersions(ecosystem, asked, listed);
    if (order === 0) return true;
    undecided ||= order === undefined;
  }
  for (const range of ranges) {
    const answer = isInRange(ecosystem, version, range);
    if (answer) return true;
    undecided ||= answer === undefined;
  }
  return undecided ? undefined : false;
};
