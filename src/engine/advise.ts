/** Advise: serious findings that are part of no combination yet. */
import type { Finding } from '../domain/finding.ts';
import type { Forecast } from '../domain/forecast.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { stableId } from '../kit/stable-id.ts';
import { advisoryFactors, scoreOf } from './score.ts';

const isSerious = ({ outcome, severity }: Finding): boolean =>
  outcome === 'fail' && (severity === 'critical' || severity === 'high');

/** One advisory per detector and asset, told by its gravest finding; findings of a warning or watch give none. */
export function advise(
  findings: readonly Finding[],
  forecasts: readonly Forecast[],
  snapshot: Snapshot,
  systemsOf: (asset: number) => readonly string[],
): Forecast[] {
  const told = new Set(forecasts.flatMap((forecast) => forecast.findings));
  const alone = findings.filter((finding) => isSerious(finding) && !told.has(finding.id));
  const groups = Map.groupBy(alone, ({ detector, asset }) => stableId('forecast', detector, asset));
  return [...groups].map(([id, group]): Forecast => {
    const ranked = group
      .map((finding) => ({ finding, factors: advisoryFactors(finding) }))
      .toSorted((a, b) => scoreOf(b.factors) - scoreOf(a.factors) || (a.finding.id < b.finding.id ? -1 : 1));
    const { finding, factors } = ranked[0]!;
    const asset = snapshot.find(finding.asset);
    const others = group.length > 1 ? ` (and ${group.length - 1} more of its kind there)` : '';
    return {
      id,
      level: 'advisory',
      correlation: finding.detector,
      references: finding.references,
      systems: asset === undefined ? [] : systemsOf(asset),
      score: scoreOf(factors),
      factors,
      sentence: `${finding.message}${others}`,
      conditions: [],
      hops: [],
      findings: group.map((one) => one.id).sort(),
      foldKey: finding.detector,
    };
  });
}
