/** Tries candidates on overlays: what each ends by itself, with those that cannot meet tried together. */
import type { Finding } from '../domain/finding.ts';
import type { Forecast } from '../domain/forecast.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { Aimed } from './candidates.ts';
import { areApart, batchApart, Influence } from './influence.ts';

export interface Tried extends Aimed {
  /** Ids of the forecasts that end by this candidate alone. */
  readonly ends: ReadonlySet<string>;
}

/** Assets that a forecast is about, as far as its path and findings tell. */
function assetsOf(forecast: Forecast, findings: ReadonlyMap<string, Finding>, base: Snapshot): number[] {
  const ids = [
    ...forecast.hops.flatMap(({ from, to }) => [from, to]),
    ...forecast.findings.map((id) => findings.get(id)?.asset ?? ''),
  ];
  return ids.map((id) => base.find(id)).filter((asset) => asset !== undefined);
}

/**
 * Tries as many candidates as `mostOverlays` overlays allow, in the order given. Where an overlay of several ends a forecast that
 * cannot be told to belong to one of them, those are tried again one by one.
 */
export function tryCandidates(
  aimed: readonly Aimed[],
  forecasts: readonly Forecast[],
  findings: ReadonlyMap<string, Finding>,
  base: Snapshot,
  endsOf: (candidates: readonly Aimed[]) => ReadonlySet<string>,
  mostOverlays: number,
): { readonly tried: Tried[]; readonly untried: number } {
  const influence = new Influence(base);
  const reach = new Map(
    aimed.map((one) => {
      const { asset, relation } = one.candidate;
      return [one, influence.of(relation === undefined ? [asset] : [asset, base.to(relation)])];
    }),
  );
  const place = new Map(forecasts.map((forecast) => [forecast.id, influence.of(assetsOf(forecast, findings, base))]));
  const queue = batchApart(aimed, (one) => reach.get(one)!);
  const tried: Tried[] = [];
  let overlays = 0;
  for (let batch = queue.shift(); batch && overlays < mostOverlays; batch = queue.shift()) {
    overlays += 1;
    const ended = endsOf(batch);
    const [only] = batch;
    if (batch.length === 1) {
      tried.push({ ...only!, ends: ended });
      continue;
    }
    const ends = new Map<Aimed, Set<string>>(batch.map((one) => [one, new Set<string>()]));
    const again = new Set<Aimed>();
    for (const id of ended) {
      const owners = batch.filter((one) => !areApart(reach.get(one)!, place.get(id)!));
      if (owners.length === 1) ends.get(owners[0]!)!.add(id);
      else for (const one of owners.length > 0 ? owners : batch) again.add(one);
    }
    for (const one of batch) {
      if (again.has(one)) queue.push([one]);
      else tried.push({ ...one, ends: ends.get(one)! });
    }
  }
  return { tried, untried: aimed.length - tried.length };
}
