/** Predicts what becomes of an estate when changes are made: which findings go on failing and which forecasts stand, by asking everything again. */
import { advise } from '../../engine/advise.ts';
import type { JudgingCatalog } from '../../engine/catalog.ts';
import { correlate } from '../../engine/correlate.ts';
import type { Derived } from '../../engine/derive.ts';
import { detect } from '../../engine/detect.ts';
import { type Candidate, overlaid } from '../../engine/overlay.ts';
import { findSystems } from '../../engine/systems.ts';

/** What of an estate a fix is judged by. */
export interface Standing {
  /** Ids of failing findings, with the message. */
  readonly failing: ReadonlyMap<string, string>;
  /** Level of every forecast by id, with its sentence. */
  readonly forecasts: ReadonlyMap<string, { readonly level: string; readonly sentence: string }>;
}

interface Judged {
  readonly findings: readonly { readonly id: string; readonly outcome: string; readonly message: string }[];
  readonly forecasts: readonly { readonly id: string; readonly level: string; readonly sentence: string }[];
}

/** The standing that a report or a judgement tells. */
export const standingOf = ({ findings, forecasts }: Judged): Standing => ({
  failing: new Map(findings.flatMap(({ id, outcome, message }) => (outcome === 'fail' ? [[id, message]] : []))),
  forecasts: new Map(forecasts.map(({ id, level, sentence }) => [id, { level, sentence }])),
});

/** The standing after all of the candidates, derived, detected and correlated anew. */
export const predict = (candidates: readonly Candidate[], derived: Derived, catalog: JudgingCatalog): Standing => {
  const snapshot = overlaid(candidates, derived, catalog);
  const systems = findSystems(snapshot);
  const { findings, answers } = detect(catalog.detectors, snapshot);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const combined = correlate(catalog.correlations, { snapshot, answers, findings: byId, systemsOf: systems.of });
  return standingOf({ findings, forecasts: [...combined, ...advise(findings, combined, snapshot, systems.of)] });
};

const rank: Readonly<Record<string, number>> = { warning: 3, watch: 2, advisory: 1 };
const rankOf = (standing: Standing, id: string): number => rank[standing.forecasts.get(id)?.level ?? ''] ?? 0;

/** What ends from one standing to another: findings that fail no more, forecasts that are gone or of a lower level. */
export const endedBetween = (
  before: Standing,
  after: Standing,
): { readonly findings: string[]; readonly forecasts: string[] } => ({
  findings: [...before.failing.keys()].filter((id) => !after.failing.has(id)).sort(),
  forecasts: [...before.forecasts.keys()].filter((id) => rankOf(after, id) < rankOf(before, id)).sort(),
});
