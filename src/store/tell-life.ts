/** Tells what became of findings and forecasts: what was not looked at again is stale, never resolved. */
import type { Life } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';

/** What was kept of a finding or forecast, as far as its life depends on it. */
export interface Earlier {
  readonly id: string;
  readonly life: Life;
  /** Paths inside its source on which it rested; undefined where that is not known any more. */
  readonly paths: readonly string[] | undefined;
  /** What the run that last saw it left out on purpose. */
  readonly scope: string;
  /** Detector of a finding. */
  readonly detector?: string;
  /** Findings that a forecast rested on. */
  readonly findings?: readonly string[];
  /** Correlation of a forecast; for an advisory its detector. */
  readonly correlation?: string;
}

type Place = Report['findings'][number]['evidence'][number];

/** The life of something that the run saw. */
export const lifeWhenSeen = (before: Life | undefined): Life =>
  before === undefined ? 'new' : before === 'resolved' ? 're-opened' : 'known';

/** Scopes of a gap behind which nothing of the source can be taken as looked at. */
const wholeScopes = new Set(['source', 'unit', 'estate']);

/** Whether a path was looked at in the run; a path that is gone was. */
export const createRevisited = ({ notSeen }: Pick<Report, 'notSeen'>): ((path: string) => boolean) => {
  if (
    notSeen.some(({ what, scope }) => wholeScopes.has(scope) || (scope === 'folder' && (what === '.' || what === '')))
  )
    return () => false;
  const gaps = notSeen.filter(({ scope }) => scope === 'file' || scope === 'folder').map(({ what }) => what);
  const exact = new Set(gaps);
  return (path) => {
    if (exact.size === 0) return true;
    if (exact.has(path)) return false;
    // Members of archives and cells of notebooks lie below their file as files lie below a folder.
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (exact.has(path.slice(0, at))) return false;
    return true;
  };
};

/** The life of earlier findings that this report does not show as failing. */
export const tellMissedFindings = (
  earlier: readonly Earlier[],
  report: Pick<Report, 'notSeen' | 'findings' | 'coverage'>,
  scope: string,
): ReadonlyMap<string, Life> => {
  const isRevisited = createRevisited(report);
  const asked = new Set(report.coverage.detectors.map(({ detector }) => detector));
  const failing = new Set<string>();
  const unanswered = new Set<string>();
  for (const { id, outcome } of report.findings) {
    if (outcome === 'fail') failing.add(id);
    if (outcome === 'unknown') unanswered.add(id);
  }
  const told = new Map<string, Life>();
  for (const one of earlier) {
    if (failing.has(one.id) || one.life === 'resolved') continue;
    const isJudged =
      one.scope === scope &&
      !unanswered.has(one.id) &&
      (one.detector === undefined || asked.has(one.detector)) &&
      one.paths?.every(isRevisited);
    told.set(one.id, isJudged ? 'resolved' : 'stale');
  }
  return told;
};

/** The life of earlier forecasts that this report does not show; one whose finding is stale is stale with it. */
export const tellMissedForecasts = (
  earlier: readonly Earlier[],
  report: Pick<Report, 'notSeen' | 'forecasts' | 'coverage'>,
  scope: string,
  findings: ReadonlyMap<string, Life>,
): ReadonlyMap<string, Life> => {
  const isRevisited = createRevisited(report);
  const { correlations, detectors } = report.coverage;
  // Reports of earlier versions do not say which correlations were asked.
  const asked =
    correlations && new Set([...correlations.map((one) => one.correlation), ...detectors.map((one) => one.detector)]);
  const seen = new Set(report.forecasts.map(({ id }) => id));
  const told = new Map<string, Life>();
  for (const one of earlier) {
    if (seen.has(one.id) || one.life === 'resolved') continue;
    const isJudged =
      one.scope === scope &&
      (one.correlation === undefined || asked === undefined || asked.has(one.correlation)) &&
      one.paths?.every(isRevisited) &&
      (one.findings ?? []).every((id) => findings.get(id) !== 'stale');
    told.set(one.id, isJudged ? 'resolved' : 'stale');
  }
  return told;
};

const distinct = (places: readonly (Place | undefined)[]): string[] =>
  [...new Set(places.flatMap((place) => (place === undefined ? [] : [place.path])))].sort();

/** The paths on which each finding and forecast of a report rests: its own evidence, and where its assets were seen. */
export const createPathsOf = (report: Report) => {
  const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
  const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
  const seenOf = (id: string): readonly Place[] => assets.get(id)?.seen ?? [];
  const placesOfFinding = (finding: Report['findings'][number]): readonly Place[] => [
    ...finding.evidence,
    ...seenOf(finding.asset),
  ];
  return {
    finding: (finding: Report['findings'][number]): string[] => distinct(placesOfFinding(finding)),
    forecast: ({ conditions, hops, findings: ids }: Report['forecasts'][number]): string[] =>
      distinct([
        ...conditions.flatMap(({ evidence }) => evidence),
        ...hops.flatMap(({ from, to, evidence }) => [...evidence, ...seenOf(from), ...seenOf(to)]),
        ...ids.flatMap((id) => {
          const finding = findings.get(id);
          return finding ? placesOfFinding(finding) : [];
        }),
      ]),
  };
};
