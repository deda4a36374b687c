/** What first: the fewest changes that end the most risk, proven on overlays and never by counting labels. */
import type { Finding } from '../domain/finding.ts';
import type { Fix, Forecast } from '../domain/forecast.ts';
import { type Aimed, findCandidates } from './candidates.ts';
import type { JudgingCatalog } from './catalog.ts';
import { cutPath } from './cut-path.ts';
import type { Derived } from './derive.ts';
import { endedBy } from './overlay.ts';
import { type Tried, tryCandidates } from './try-candidates.ts';

export interface WhatFirst {
  /** In the order in which to do them; `ends` is what ends by this one when those before it are done. */
  readonly fixes: readonly Fix[];
  /** The best single change for a forecast, by forecast id; `ends` is all that ends by it alone. */
  readonly fixFirst: ReadonlyMap<string, Fix>;
  /** Candidates that were not tried because the estate is too large to try all. */
  readonly untried: number;
}

/** An overlay costs about one pass over the estate; this many assets are passed over in all. */
const passedOver = 1_000_000;
const mostOverlays = 200;
const fewestOverlays = 8;
/** So many changes are still one thing that a person can be asked to do. */
const mostTogether = 6;
/** Overlays that looking for the cuts of one warning may take. */
const mostCutTries = 40;

/** Finds what to do first about the forecasts. `derived` is how the estate came about that they were made of. */
export function findWhatFirst(
  forecasts: readonly Forecast[],
  findings: ReadonlyMap<string, Finding>,
  catalog: JudgingCatalog,
  derived: Derived,
): WhatFirst {
  // What is derived cannot be changed itself.
  const base = derived.history[0]!.snapshot;
  const scores = new Map(forecasts.map(({ id, score }) => [id, score]));
  const worthOf = (ids: Iterable<string>): number => [...ids].reduce((sum, id) => sum + (scores.get(id) ?? 0), 0);
  const budget = Math.max(
    fewestOverlays,
    Math.min(mostOverlays, Math.floor(passedOver / Math.max(1, base.assetCount))),
  );
  const aimed = findCandidates(forecasts, findings, catalog.remediations, base, derived.snapshot).sort(
    (a, b) => worthOf(b.aims) - worthOf(a.aims) || a.candidate.effort - b.candidate.effort || (a.key < b.key ? -1 : 1),
  );
  const endsOf = (candidates: readonly Aimed[]): Set<string> =>
    endedBy(
      candidates.map(({ candidate }) => candidate),
      derived,
      catalog,
      forecasts,
      findings,
    );
  const { tried, untried } = tryCandidates(aimed, forecasts, findings, base, endsOf, budget);

  const better = (a: Tried, b: Tried, worth: (one: Tried) => number): number =>
    worth(b) - worth(a) ||
    a.candidate.effort - b.candidate.effort ||
    Number(a.candidate.remediation === 'manual') - Number(b.candidate.remediation === 'manual') ||
    (a.key < b.key ? -1 : 1);
  const fixOf = ({ candidate }: Aimed, ends: Iterable<string>): Fix => ({
    remediation: candidate.remediation,
    asset: base.id(candidate.asset),
    does: candidate.does,
    ...(candidate.place ? { place: candidate.place } : {}),
    ends: [...ends].sort(),
  });

  const fixFirst = new Map<string, Fix>();
  for (const one of tried.toSorted((a, b) => better(a, b, ({ ends }) => worthOf(ends))))
    for (const id of one.ends) if (!fixFirst.has(id)) fixFirst.set(id, fixOf(one, one.ends));

  const chosen: Tried[] = [];
  const fixes: Fix[] = [];
  const ended = new Set<string>();
  const take = (one: Tried, ends: Iterable<string>): void => {
    chosen.push(one);
    const fresh = [...ends].filter((id) => !ended.has(id));
    fixes.push(fixOf(one, fresh));
    for (const id of fresh) ended.add(id);
  };
  const gain = ({ ends }: Tried): number => worthOf([...ends].filter((id) => !ended.has(id)));
  // What a candidate ends besides can only shrink while others are taken, so the best by its last known gain is looked at first.
  const queue = tried
    .filter(({ ends }) => ends.size > 0)
    .map((one) => ({ one, gain: gain(one) }))
    .sort((a, b) => better(a.one, b.one, gain));
  for (let first = queue.shift(); first; first = queue.shift()) {
    const { one } = first;
    const now = gain(one);
    if (now === first.gain) take(one, one.ends);
    else if ([...one.ends].some((id) => !ended.has(id))) {
      const at = queue.findIndex((other) => other.gain < now);
      queue.splice(at < 0 ? queue.length : at, 0, { one, gain: now });
    }
  }

  // What no single change ends: all that aim at it together, kept only when that is proven to end it.
  let overlays = 0;
  for (const { id } of forecasts) {
    const rest = tried.filter((one) => one.aims.has(id) && !chosen.includes(one));
    if (ended.has(id) || rest.length < 2 || rest.length > mostTogether || overlays >= budget) continue;
    overlays += 1;
    const together = endsOf(rest);
    if (!together.has(id)) continue;
    fixFirst.set(id, { ...fixOf(rest[0]!, together), does: rest.map(({ candidate }) => candidate.does).join(' ') });
    for (const [index, one] of rest.entries()) take(one, index === rest.length - 1 ? together : []);
  }
  // What others step in for as soon as a part is cut: the fewest cuts, looked for one after another.
  for (const forecast of forecasts) {
    if (forecast.level !== 'warning' || fixFirst.has(forecast.id) || overlays >= budget) continue;
    const { cuts, tries } = cutPath(forecast, derived, catalog, Math.min(mostCutTries, budget - overlays));
    overlays += tries;
    if (!cuts) continue;
    const together = endsOf(cuts);
    const does = cuts.map(({ candidate }) => candidate.does).join(' ');
    for (const id of together) if (!fixFirst.has(id)) fixFirst.set(id, { ...fixOf(cuts[0]!, together), does });
    for (const [index, one] of cuts.entries()) {
      const known = tried.find(({ key }) => key === one.key);
      if (!known || !chosen.includes(known))
        take({ ...one, ends: new Set() }, index === cuts.length - 1 ? together : []);
    }
  }
  return { fixes: proven(fixes, chosen, endsOf), fixFirst, untried };
}

/** Holds the whole list against one last overlay: all of it done, what was promised is ended, and what ends besides is told with the last. */
function proven(
  fixes: readonly Fix[],
  chosen: readonly Tried[],
  endsOf: (done: readonly Aimed[]) => Set<string>,
): Fix[] {
  if (fixes.length === 0) return [];
  const all = endsOf(chosen);
  const promised = new Set(fixes.flatMap(({ ends }) => ends));
  return fixes.map((fix, index) => {
    const kept = fix.ends.filter((id) => all.has(id));
    const besides = index === fixes.length - 1 ? [...all].filter((id) => !promised.has(id)) : [];
    return { ...fix, ends: [...kept, ...besides].sort() };
  });
}
