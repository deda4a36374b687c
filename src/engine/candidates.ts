/** Candidates: everything that could be done about the forecasts, by remediations and by taking one step of a path away. */
import type { Finding } from '../domain/finding.ts';
import type { Forecast } from '../domain/forecast.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { viewAsset } from '../kit/asset-view.ts';
import { changesAt, type Remediation } from '../kit/define-remediation.ts';
import type { Candidate } from './overlay.ts';

/** Relations that a person can take away, and how to say it. */
const cuttable: Readonly<Partial<Record<RelationKind, (from: string, to: string) => string>>> = {
  'uses-tool': (from, to) => `Take the tool ${to} away from ${from}.`,
  connects: (from, to) => `Remove the connection from ${from} to ${to}.`,
  'delegates-to': (from, to) => `Keep ${from} from handing work to ${to}.`,
  exposes: (from, to) => `Close ${from}, which leads to ${to}.`,
  'grounded-on': (from, to) => `Keep ${to} from ${from}.`,
  'uses-secret': (from, to) => `Take the credential ${to} away from ${from}.`,
  'runs-as': (from, to) => `Give ${from} an identity of its own instead of ${to}.`,
  writes: (from, to) => `Take the right to write ${to} away from ${from}.`,
};

const placeOf = (evidence: readonly { readonly path: string; readonly line: number }[]) => {
  const [first] = evidence;
  return first && first.path !== '' ? { place: { path: first.path, line: first.line } } : {};
};

/** A candidate with the forecasts that it may end. */
export interface Aimed {
  readonly key: string;
  readonly candidate: Candidate;
  readonly aims: ReadonlySet<string>;
}

function relationIn(base: Snapshot, from: number, kind: RelationKind, to: number): number | undefined {
  let found: number | undefined;
  base.out(from, kind, (other, relation) => {
    if (other === to) found = relation;
    return found !== undefined;
  });
  return found;
}

/** The steps of a path that a person can take away, one candidate each. */
export function cutsOf(forecast: Forecast, base: Snapshot): { readonly key: string; readonly candidate: Candidate }[] {
  return forecast.hops.flatMap((hop) => {
    const words = cuttable[hop.relation];
    const [from, to] = [base.find(hop.from), base.find(hop.to)];
    if (!words || from === undefined || to === undefined) return [];
    const relation = relationIn(base, from, hop.relation, to);
    if (relation === undefined) return [];
    const does = words(base.name(from), base.name(to));
    const candidate: Candidate = {
      ...{ remediation: 'manual', asset: from, effort: 2, changes: [], relation, does },
      ...placeOf(hop.evidence),
    };
    return [{ key: `manual ${hop.from} ${hop.relation} ${hop.to}`, candidate }];
  });
}

/**
 * Every candidate once, by key. `base` is the snapshot before anything was derived: what is derived cannot be taken away itself. `seen` has what
 * was derived too, which words are written with; its assets have the same numbers.
 */
export function findCandidates(
  forecasts: readonly Forecast[],
  findings: ReadonlyMap<string, Finding>,
  remediations: readonly Remediation[],
  base: Snapshot,
  seen: Snapshot = base,
): Aimed[] {
  const found = new Map<string, { readonly candidate: Candidate; readonly aims: Set<string> }>();
  const add = (key: string, forecast: Forecast, make: () => Candidate): void => {
    const known = found.get(key);
    if (known) known.aims.add(forecast.id);
    else found.set(key, { candidate: make(), aims: new Set([forecast.id]) });
  };
  for (const forecast of forecasts) {
    for (const id of forecast.findings) {
      const finding = findings.get(id);
      const asset = finding && base.find(finding.asset);
      if (finding?.outcome !== 'fail' || asset === undefined) continue;
      for (const remediation of remediations) {
        if (remediation.restores !== finding.objective || remediation.on !== base.kind(asset)) continue;
        const { id: name, effort, does } = remediation;
        add(`${name} ${finding.asset}`, forecast, () => {
          const view = viewAsset(seen, asset);
          return {
            ...{ remediation: name, asset, effort, changes: changesAt(remediation, view), does: does(view) },
            ...placeOf(finding.evidence),
          };
        });
      }
    }
    // What only may come true is to be looked into; nobody should lose a tool over it.
    if (forecast.level !== 'warning') continue;
    for (const { key, candidate } of cutsOf(forecast, base)) add(key, forecast, () => candidate);
  }
  return [...found].map(([key, one]) => ({ key, ...one })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
