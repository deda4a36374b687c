/** Cutting a path: the fewest steps to take away so that a warning ends, where no single change ends it and others step in for what is cut. */
import type { Forecast } from '../domain/forecast.ts';
import { type Aimed, cutsOf } from './candidates.ts';
import type { JudgingCatalog } from './catalog.ts';
import { correlate } from './correlate.ts';
import type { Derived } from './derive.ts';
import { detectOnDemand } from './detect.ts';
import { overlaid } from './overlay.ts';

/** So many steps are still something that a person can be asked to do. */
const mostCuts = 4;

/**
 * Looks breadth first: each step of the path as it stands after the cuts before is tried, so that the first set that ends the warning
 * is among the smallest. Undefined when none of `mostCuts` does or `overlays` tries are used up.
 */
export function cutPath(
  forecast: Forecast,
  derived: Derived,
  catalog: JudgingCatalog,
  overlays: number,
): { readonly cuts: readonly Aimed[]; readonly tries: number } | { readonly cuts: undefined; readonly tries: number } {
  const base = derived.history[0]!.snapshot;
  const correlations = catalog.correlations.filter(({ id }) => id === forecast.correlation);
  const after = (cuts: readonly Aimed[]): Forecast | undefined => {
    const snapshot = overlaid(
      cuts.map(({ candidate }) => candidate),
      derived,
      catalog,
    );
    const { answers, findings } = detectOnDemand(catalog.detectors, snapshot);
    const left = correlate(correlations, { snapshot, answers, findings, systemsOf: () => [] });
    return left.find(({ id, level }) => id === forecast.id && level === forecast.level);
  };
  const next = (cuts: readonly Aimed[], standing: Forecast): readonly Aimed[][] =>
    cutsOf(standing, base).map(({ key, candidate }) => [...cuts, { key, candidate, aims: new Set([forecast.id]) }]);
  const seen = new Set<string>();
  const queue = [...next([], forecast)];
  let tries = 0;
  for (let cuts = queue.shift(); cuts && tries < overlays; cuts = queue.shift()) {
    const key = cuts
      .map((cut) => cut.key)
      .sort()
      .join('\n');
    if (seen.has(key)) continue;
    seen.add(key);
    tries += 1;
    const standing = after(cuts);
    if (!standing) return { cuts, tries };
    if (cuts.length < mostCuts) queue.push(...next(cuts, standing));
  }
  return { cuts: undefined, tries };
}
