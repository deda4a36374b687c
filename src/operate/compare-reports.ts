/** What changed from one report to another, by the ids that stay the same from scan to scan. */
import type { Life } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';
import {
  createPathsOf,
  createRevisited,
  type Earlier,
  tellMissedFindings,
  tellMissedForecasts,
} from '../store/tell-life.ts';

type Forecast = Report['forecasts'][number];
type Finding = Report['findings'][number];
type Asset = Report['assets'][number];

/** Something that only the earlier report has. */
export interface Gone<Item> {
  readonly was: Item;
  /** `resolved`: looked for where it was, and not there. `stale`: its place was not read or its question not answered this time. */
  readonly life: Extract<Life, 'resolved' | 'stale'>;
}

/** Something that both reports have, and not alike. */
export interface Changed<Item> {
  readonly was: Item;
  readonly is: Item;
}

/** The difference of one list. Each part is in the order of the report that it comes from. */
export interface Change<Item> {
  readonly appeared: readonly Item[];
  readonly gone: readonly Gone<Item>[];
  readonly changed: readonly Changed<Item>[];
}

/** Findings are those that fail: an answer that is unknown in the later report leaves the earlier failure stale. */
export interface Comparison {
  /** False where the reports are of different sources, whose ids need not mean the same. */
  readonly isSameSource: boolean;
  readonly forecasts: Change<Forecast>;
  readonly findings: Change<Finding>;
  /** Assets do not change: what is known of them is in the reports. */
  readonly assets: Change<Asset>;
}

/** Points of the score below which a forecast has not changed; scores are shown without fractions. */
const leastScore = 1;

const compareById = <Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
  isChanged: (was: Item, is: Item) => boolean,
  lifeOf: (was: Item) => Life | undefined,
): Change<Item> => {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map(({ id }) => id));
  return {
    appeared: after.filter(({ id }) => !earlier.has(id)),
    gone: before
      .filter(({ id }) => !later.has(id))
      .map((was) => ({ was, life: lifeOf(was) === 'stale' ? 'stale' : 'resolved' })),
    changed: after.flatMap((is) => {
      const was = earlier.get(is.id);
      return was !== undefined && isChanged(was, is) ? [{ was, is }] : [];
    }),
  };
};

const failingOf = ({ findings }: Report): Finding[] => findings.filter(({ outcome }) => outcome === 'fail');

/** What a scan was told to leave out, as far as its report says so: how many files, by which option. */
const scopeOf = ({ coverage }: Report): string =>
  (coverage.excluded ?? [])
    .filter(({ why }) => why.includes('--exclude'))
    .map(({ what, count }) => `${what} ${count}`)
    .join();

/** Compares two reports. What the later one did not look at again is stale, never gone for good. */
export const compareReports = (before: Report, after: Report): Comparison => {
  const [earlierScope, scope] = [scopeOf(before), scopeOf(after)];
  const pathsOf = createPathsOf(before);
  const isRevisited = createRevisited(after);
  const failing = failingOf(before);
  const kept = (one: Pick<Earlier, 'id' | 'paths' | 'detector' | 'findings' | 'correlation'>): Earlier => ({
    life: 'known',
    scope: earlierScope,
    ...one,
  });
  const findingLives = tellMissedFindings(
    failing.map((one) => kept({ id: one.id, paths: pathsOf.finding(one), detector: one.detector })),
    after,
    scope,
  );
  const forecastLives = tellMissedForecasts(
    before.forecasts.map((one) =>
      kept({ id: one.id, paths: pathsOf.forecast(one), findings: one.findings, correlation: one.correlation }),
    ),
    after,
    scope,
    findingLives,
  );
  return {
    isSameSource: before.target.source === after.target.source,
    forecasts: compareById(
      before.forecasts,
      after.forecasts,
      (was, is) => was.level !== is.level || Math.abs(was.score - is.score) >= leastScore,
      ({ id }) => forecastLives.get(id),
    ),
    findings: compareById(
      failing,
      failingOf(after),
      (was, is) => was.severity !== is.severity,
      ({ id }) => findingLives.get(id),
    ),
    assets: compareById(
      before.assets,
      after.assets,
      () => false,
      ({ seen }) => (earlierScope === scope && seen.every(({ path }) => isRevisited(path)) ? 'resolved' : 'stale'),
    ),
  };
};

const levelOrder: readonly Forecast['level'][] = ['advisory', 'watch', 'warning'];
const severityOrder: readonly Finding['severity'][] = ['info', 'low', 'medium', 'high', 'critical'];

/** What the later report adds to the earlier one: all that is new, and what rose to a graver level or severity. */
export const worsened = ({ forecasts, findings }: Comparison): Pick<Report, 'forecasts' | 'findings'> => ({
  forecasts: [
    ...forecasts.appeared,
    ...forecasts.changed
      .filter(({ was, is }) => levelOrder.indexOf(is.level) > levelOrder.indexOf(was.level))
      .map(({ is }) => is),
  ],
  findings: [
    ...findings.appeared,
    ...findings.changed
      .filter(({ was, is }) => severityOrder.indexOf(is.severity) > severityOrder.indexOf(was.severity))
      .map(({ is }) => is),
  ],
});
