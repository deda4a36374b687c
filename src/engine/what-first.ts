/** What first: the fewest changes that end the most risk, proven on overlays and never by counting labels. */
import type { Finding } from '../domain/finding.ts';
import type { Fix, Forecast } from '../domain/forecast.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { type Aimed, findCandidates } from './candidates.ts';
import type { JudgingCatalog } from './catalog.ts';
import { endedBy } from './overlay.ts';

export interface WhatFirst {
  /** In the order in which to do them; `ends` is what ends by this one when those before it are done. */
  readonly fixes: readonly Fix[];
  /** The best single change for a forecast, by forecast id; `ends` is all that ends by it alone. */
  readonly fixFirst: ReadonlyMap<string, Fix>;
  /** Candidates that were not tried because the estate is too large to try all. */
  readonly untried: number;
}

/** Trying one candidate costs about one pass over the estate; this many assets are passed over in all. */
const passedOver = 40_000_000;
const mostTries = 400;
const fewestTries = 12;
/** So many changes are still one thing that a person can be asked to do. */
const mostTogether = 6;

interface Tried extends Aimed {
  readonly ends: ReadonlySet<string>;
}

/** Finds what to do first about the forecasts. `base` is the snapshot before anything was derived. */
export function findWhatFirst(
  forecasts: readonly Forecast[],
  findings: ReadonlyMap<string, Finding>,
  catalog: JudgingCatalog,
  base: Snapshot,
): WhatFirst {
  const scores = new Map(forecasts.map(({ id, score }) => [id, score]));
  const worthOf = (ids: Iterable<string>): number => [...ids].reduce((sum, id) => sum + (scores.get(id) ?? 0), 0);
  const budget = Math.max(fewestTries, Math.min(mostTries, Math.floor(passedOver / Math.max(1, base.assetCount))));
  const aimed = findCandidates(forecasts, findings, catalog.remediations, base).sort(
    (a, b) => worthOf(b.aims) - worthOf(a.aims) || a.candidate.effort - b.candidate.effort || (a.key < b.key ? -1 : 1),
  );
  const endsOf = (candidates: readonly Aimed[]): Set<string> =>
    endedBy(
      candidates.map(({ candidate }) => candidate),
      base,
      catalog,
      forecasts,
      findings,
    );
  const tried: Tried[] = aimed.slice(0, budget).map((one) => ({ ...one, ends: endsOf([one]) }));

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
  const take = (one: Tried): void => {
    chosen.push(one);
    // One after another they can end more than each by itself, where several ways lead to the same harm.
    const all = endsOf(chosen);
    fixes.push(
      fixOf(
        one,
        [...all].filter((id) => !ended.has(id)),
      ),
    );
    for (const id of all) ended.add(id);
  };
  const gainOf = ({ ends }: Tried): number => worthOf([...ends].filter((id) => !ended.has(id)));
  const isOpen = (one: Tried): boolean => !chosen.includes(one) && [...one.ends].some((id) => !ended.has(id));
  for (let open = tried.filter(isOpen); open.length > 0; open = tried.filter(isOpen))
    take(open.toSorted((a, b) => better(a, b, gainOf))[0]!);

  // What no single change ends: all that aim at it together, kept only when that is proven to end it.
  for (const { id } of forecasts) {
    if (ended.has(id)) continue;
    const rest = tried.filter((one) => one.aims.has(id) && !chosen.includes(one));
    if (rest.length < 2 || rest.length > mostTogether) continue;
    const together = endsOf(rest);
    if (!together.has(id)) continue;
    fixFirst.set(id, { ...fixOf(rest[0]!, together), does: rest.map(({ candidate }) => candidate.does).join(' ') });
    for (const one of rest) if (!ended.has(id)) take(one);
  }
  return { fixes, fixFirst, untried: Math.max(0, aimed.length - budget) };
}
