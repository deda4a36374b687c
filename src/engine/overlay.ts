/** Overlay: the forecasts of the estate as it would be after some changes, found by deriving, detecting and correlating again. */
import type { Finding } from '../domain/finding.ts';
import type { Forecast, Level } from '../domain/forecast.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { applyChanges } from '../kit/apply-changes.ts';
import type { Change, Remediation } from '../kit/define-remediation.ts';
import type { JudgingCatalog } from './catalog.ts';
import { levelsOf } from './correlate.ts';
import type { Derived } from './derive.ts';
import { detectOnDemand } from './detect.ts';
import { Dirt } from './dirt.ts';
import { rederive } from './rederive.ts';

/** Something that could be done: a remediation at an asset, or one relation taken away. */
export interface Candidate {
  /** Remediation id, or `manual`. */
  readonly remediation: string;
  readonly asset: number;
  readonly does: string;
  readonly effort: Remediation['effort'];
  readonly changes: readonly Change[];
  /** A relation of the underived snapshot to take away. */
  readonly relation?: number;
  readonly place?: { readonly path: string; readonly line: number };
}

/** The estate with every candidate done, derived again; `derived` is how it came about as it is. */
export function overlaid(
  candidates: readonly Candidate[],
  derived: Derived,
  { derivations }: Pick<JudgingCatalog, 'derivations'>,
): Snapshot {
  const base = derived.history[0]!.snapshot;
  const builder = SnapshotBuilder.from(base);
  const cut = new Set<number>();
  const dirt = new Dirt();
  for (const { asset, changes, relation, does } of candidates) {
    applyChanges(builder, base, asset, changes, `what if: ${does}`, cut);
    for (const change of changes) {
      if ('set' in change) dirt.addFact(change.set, change.of ?? asset);
      else dirt.addRelation('link' in change ? change.link : change.cut);
    }
    if (relation !== undefined) cut.add(relation);
  }
  for (const relation of cut) {
    builder.removeRelation(relation);
    dirt.addRelation(base.relationKind(relation));
  }
  return rederive(derivations, derived, builder.freeze(), dirt);
}

const rank: Readonly<Record<Level, number>> = { warning: 2, watch: 1, advisory: 0 };

/**
 * Ids of the forecasts that end when every candidate is done: gone, or of a lower level. An advisory ends when none of its
 * findings fails any more.
 */
export function endedBy(
  candidates: readonly Candidate[],
  derived: Derived,
  catalog: JudgingCatalog,
  forecasts: readonly Forecast[],
  findings: ReadonlyMap<string, Finding>,
): Set<string> {
  const snapshot = overlaid(candidates, derived, catalog);
  const detection = detectOnDemand(catalog.detectors, snapshot);
  const asked = new Set(forecasts.map(({ correlation }) => correlation));
  const left = levelsOf(
    catalog.correlations.filter(({ id }) => asked.has(id)),
    { snapshot, answers: detection.answers },
  );
  const touched = new Set(
    candidates
      .flatMap(({ asset, changes }) => [asset, ...changes.flatMap((change) => change.of ?? [])])
      .map((one) => snapshot.id(one)),
  );
  const stillFails = (finding: Finding): boolean => {
    if (!touched.has(finding.asset)) return true;
    const asset = snapshot.find(finding.asset);
    if (asset === undefined) return false;
    detection.answers.answer(asset, finding.objective as ObjectiveId);
    return detection.findings.get(finding.id)?.outcome === 'fail';
  };
  const hasEnded = (forecast: Forecast): boolean =>
    forecast.level === 'advisory'
      ? !forecast.findings.some((id) => {
          const finding = findings.get(id);
          return finding !== undefined && stillFails(finding);
        })
      : rank[left.get(forecast.id) ?? 'advisory'] < rank[forecast.level];
  return new Set(forecasts.filter(hasEnded).map(({ id }) => id));
}
