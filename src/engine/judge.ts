/** Judge: from statements, or from a builder that holds them merged, to every part of the report that follows from them. */
import type { Finding, Tally } from '../domain/finding.ts';
import type { Forecast } from '../domain/forecast.ts';
import type { Report } from '../domain/report.ts';
import { type Merged, merge } from '../graph/identity.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import type { Statements } from '../graph/statement.ts';
import type { Detector } from '../kit/define-detector.ts';
import { advise } from './advise.ts';
import { assess } from './assess.ts';
import type { JudgingCatalog } from './catalog.ts';
import { compareForecasts, correlate } from './correlate.ts';
import { type Derived, derive } from './derive.ts';
import { detect } from './detect.ts';
import {
  reportAssets,
  reportCorrelations,
  reportDetectors,
  reportFindings,
  reportForecasts,
  reportRelations,
} from './report.ts';
import { findSystems } from './systems.ts';
import { findWhatFirst } from './what-first.ts';

/** The moment and the past, handed in so that every run can be repeated. */
export interface JudgeOptions {
  readonly clock: () => Date;
  /** What an earlier run knew: keeps the ids of assets. */
  readonly previous?: Merged['known'];
  /** Leaves out *what first*, which costs most: for a run that only asks what is there. */
  readonly withoutFixes?: boolean;
}

export interface Judgement {
  readonly parts: Pick<
    Report,
    'startedAt' | 'finishedAt' | 'systems' | 'assets' | 'relations' | 'findings' | 'forecasts' | 'fixes' | 'notSeen'
  > & { readonly coverage: Pick<Report['coverage'], 'detectors' | 'correlations' | 'frameworks'> };
  /** The estate with all that was derived. */
  readonly snapshot: Snapshot;
  /** How the estate came about, which is what changes are laid over. */
  readonly derived: Derived;
  /** Failing and unknown ones, as the detectors gave them. */
  readonly findings: readonly Finding[];
  readonly forecasts: readonly Forecast[];
  /** What to hand in as `previous` next time, and which old ids now mean another; of statements only. */
  readonly merged?: Pick<Merged, 'known' | 'aliases' | 'conflicts'>;
}

/** Runs merge, derive, freeze, detect, correlate and assess. Throws a Bug only; all expected trouble is in the parts. */
export function judge(
  input: Statements | SnapshotBuilder,
  catalog: JudgingCatalog,
  { clock, previous, withoutFixes = false }: JudgeOptions,
): Judgement {
  const startedAt = clock().toISOString();
  const merged = input instanceof SnapshotBuilder ? undefined : merge(input, previous);
  const base = (input instanceof SnapshotBuilder ? input : merged!.builder).freeze();
  const derived = derive(catalog.derivations, base);
  const { snapshot } = derived;
  const systems = findSystems(snapshot);
  const detection = detect(catalog.detectors, snapshot);
  const findings = new Map(detection.findings.map((finding) => [finding.id, finding]));
  const estate = { snapshot, answers: detection.answers, findings, systemsOf: systems.of };
  const combined = correlate(catalog.correlations, estate);
  const forecasts = [...combined, ...advise(detection.findings, combined, snapshot, systems.of)].sort(compareForecasts);
  const first = withoutFixes ? undefined : findWhatFirst(forecasts, findings, catalog, derived);
  const complete = forecasts.map((forecast) => {
    const fixFirst = first?.fixFirst.get(forecast.id);
    return fixFirst ? { ...forecast, fixFirst } : forecast;
  });
  return {
    parts: {
      startedAt,
      finishedAt: clock().toISOString(),
      systems: [...systems.systems],
      assets: reportAssets(snapshot, systems),
      relations: reportRelations(snapshot),
      findings: reportFindings(detection.findings, snapshot, systems),
      forecasts: reportForecasts(complete),
      ...(first ? { fixes: first.fixes.map((fix) => ({ ...fix, ends: [...fix.ends] })) as Report['fixes'] } : {}),
      coverage: {
        detectors: reportDetectors(catalog.detectors, detection.tallies),
        correlations: reportCorrelations(catalog.correlations, combined),
        frameworks: assess(catalog.frameworks, detection.tallies, detection.findings),
      },
      notSeen: [
        ...(merged?.notSeen ?? []),
        ...leftOut(catalog.detectors, detection.tallies),
        ...derived.unfinished.map((rule) => ({
          what: `all conclusions of the derivation ${rule}`,
          scope: 'estate',
          why: `it still concluded something after ${derived.rounds} rounds`,
        })),
        ...(first && first.untried > 0
          ? [
              {
                what: `whether ${first.untried} further changes would end a forecast`,
                scope: 'what first',
                why: 'each costs a pass over the estate, and it is too large to try them all; those that touch most risk were tried',
              },
            ]
          : []),
      ],
    },
    snapshot,
    derived,
    findings: detection.findings,
    forecasts: complete,
    ...(merged ? { merged: { known: merged.known, aliases: merged.aliases, conflicts: merged.conflicts } } : {}),
  };
}

/** What detectors do not ask about although it may be wrong. */
function leftOut(detectors: readonly Detector[], tallies: readonly Tally[]): Report['notSeen'] {
  return detectors.flatMap(({ id, title, leavesOut }) => {
    const count = tallies.find(({ detector }) => detector === id)?.notApplicable ?? 0;
    return leavesOut && count > 0
      ? [{ what: `“${title}” for ${count === 1 ? '1 asset' : `${count} assets`}`, scope: id, why: leavesOut }]
      : [];
  });
}
