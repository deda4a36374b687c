/** Known vulnerabilities and malicious releases of AI packages: a bundled table, looked up by package, matched by exact version. */
import table from './advisories.json' with { type: 'json' };
import { isAffected, normaliseName, type RangeEvent } from './versions.ts';

/** What is known of one advisory for one package. */
export interface Advisory {
  /** CVE id where there is one. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly ecosystem: string;
  /** Name as the registry normalises it. */
  readonly package: string;
  readonly title?: string;
  /** Class of the weakness: `command-injection`, `deserialization`, `malicious-package`. */
  readonly weakness?: string;
  /** Lists of events; a version is affected when it lies in any of them. */
  readonly ranges: readonly (readonly RangeEvent[])[];
  /** Single versions that are affected. */
  readonly versions: readonly string[];
  /** Versions that end the fault, one per maintained branch. */
  readonly fixed: readonly string[];
  /** CVSS 3 base score, 0 to 10. */
  readonly score?: number;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low';
  readonly cwe: readonly string[];
  /** Day (ISO) on which it was added to a list of known exploited vulnerabilities. */
  readonly exploitedSince?: string;
  /** It lies in the server that the package brings along, which a project that only imports the package never starts. */
  readonly part?: 'server';
  /** How surely range and fix are known. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** What its maker or another source says against it. */
  readonly disputed?: string;
  /** Why it is never matched by itself: its range is not known well enough. */
  readonly review?: string;
}

type Row = Partial<Advisory> & Pick<Advisory, 'id' | 'ecosystem' | 'package' | 'confidence'>;

/** Made on first use: most runs of the program ask nothing of it. */
let byPackage: Map<string, Advisory[]> | undefined;

const keyOf = (ecosystem: string, name: string): string => `${ecosystem} ${normaliseName(ecosystem, name)}`;

const advisoriesByPackage = (): Map<string, Advisory[]> => {
  if (byPackage) return byPackage;
  byPackage = new Map();
  for (const row of table.advisories as readonly Row[]) {
    const key = keyOf(row.ecosystem, row.package);
    const advisory: Advisory = { aliases: [], ranges: [], versions: [], fixed: [], cwe: [], ...row };
    const list = byPackage.get(key);
    if (list) list.push(advisory);
    else byPackage.set(key, [advisory]);
  }
  return byPackage;
};

/** Tells whether the table knows the package at all; of any other nothing can be said. */
export const isPackageKnown = (ecosystem: string, name: string): boolean =>
  advisoriesByPackage().has(keyOf(ecosystem, name));

/** Tells whether the table has records of a package, so that its silence about a version means something. */
export const hasAdvisoryData = (ecosystem: string, name: string): boolean =>
  advisoriesByPackage().has(keyOf(ecosystem, name));

/** Records of releases that were made to do harm, and of names that assistants invent, are no faults of a package: they are asked for by `maliciousReleaseOf`. */
const isMalicious = ({ weakness }: Advisory): boolean =>
  weakness === 'malicious-package' || weakness === 'invented-name';

/**
 * The advisories that a version has, worst first; empty when the package is known and none matches. Undefined when
 * nothing can be said: the package is not in the table, or the version cannot be placed in a range of one that does not match otherwise.
 */
export const advisoriesFor = (ecosystem: string, name: string, version: string): readonly Advisory[] | undefined => {
  const known = advisoriesByPackage().get(keyOf(ecosystem, name));
  if (known === undefined) return undefined;
  let undecided = false;
  const matching = known.filter((advisory) => {
    if (advisory.review !== undefined || isMalicious(advisory)) return false;
    const answer = isAffected(ecosystem, version, advisory.ranges, advisory.versions);
    undecided ||= answer === undefined;
    return answer === true;
  });
  if (undecided && matching.length === 0) return undefined;
  return matching.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.id < b.id ? -1 : 1));
};

/**
 * The record that says a release was published to do harm, or stands under a name that coding assistants invent; `none` when the table has records of the package and none of the
 * release. Without a version it is one only where the package was never anything else: registries withdraw such releases, so a range
 * no longer leads to one. Undefined when nothing can be said.
 */
export const maliciousReleaseOf = (
  ecosystem: string,
  name: string,
  version: string | undefined,
): Advisory | 'none' | undefined => {
  const known = advisoriesByPackage().get(keyOf(ecosystem, name));
  if (known === undefined) return undefined;
  const records = known.filter(isMalicious);
  const whole = records.find(({ ranges }) =>
    ranges.some((events) => events.every((event) => event.introduced === '0')),
  );
  if (whole) return whole;
  if (records.length === 0) return 'none';
  if (version === undefined) return 'none';
  const answers = records.map(({ ranges, versions }) => isAffected(ecosystem, version, ranges, versions));
  const at = answers.indexOf(true);
  return at >= 0 ? records[at] : answers.includes(undefined) ? undefined : 'none';
};

/** Everything known of an advisory; several packages may share an id, so a detector names the one it asks about. */
export const advisoryDetails = (id: string, ecosystem: string, name: string): Advisory | undefined =>
  advisoriesByPackage()
    .get(keyOf(ecosystem, name))
    ?.find((advisory) => advisory.id === id);

/** The lowest fixed version above the one given; undefined when none is known. */
export const fixedVersionFor = (advisory: Advisory, version: string): string | undefined => {
  const { ecosystem } = advisory;
  // A fix of a lower branch does not help: it must end every range that holds the version, so it must itself be clean.
  const fixes = advisory.fixed.filter(
    (fix) =>
      isAffected(ecosystem, fix, advisory.ranges, advisory.versions) === false &&
      isAffected(ecosystem, version, [[{ introduced: '0' }, { fixed: fix }]]) === true,
  );
  return fixes.find((fix) =>
    fixes.every((other) => other === fix || isAffected(ecosystem, fix, [[{ introduced: '0' }, { fixed: other }]])),
  );
};
