/** Asks one detector about one asset: the outcome, and the findings that it makes. */
import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { Outcome } from '../domain/outcome.ts';
import { Evaluation } from '../graph/evaluate.ts';
import { ask } from '../graph/matcher.ts';
import type { Verdict } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { viewAsset } from './asset-view.ts';
import type { AssetView, Detector } from './define-detector.ts';
import { stableId } from './stable-id.ts';

/** A detector’s outcome for one asset; `verdict` is what decided it. */
export interface DetectorAnswer {
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  /** Confidence that it applies at all, times that of the verdict. */
  readonly confidence: number;
}

const passed: DetectorAnswer = { outcome: 'pass', confidence: 1 };
const inapplicable: DetectorAnswer = { outcome: 'not-applicable', confidence: 1 };

/** Kinds that a detector asks about. */
export const kindsAbout = (detector: Pick<Detector, 'about'>): readonly AssetKind[] =>
  typeof detector.about === 'string' ? [detector.about] : detector.about;

/** Where `applies` is false, or the fact `declared` was declared by nobody, the answer is not-applicable; where it or `passes` is unknown, unknown. */
export function askDetector(detector: Detector, snapshot: Snapshot, asset: number): DetectorAnswer {
  const bound = { it: asset };
  const { applies, passes, declared } = detector;
  if (declared !== undefined && snapshot.value(asset, declared) === undefined) return inapplicable;
  // Most assets pass or are none of its business: for them the truth is enough, and it costs far less than the reasons.
  const truths = new Evaluation(snapshot, undefined);
  const asked = applies ? truths.truth(applies, bound) : 'true';
  if (asked === 'false') return inapplicable;
  if (asked === 'true' && truths.truth(passes, bound) === 'true') return passed;
  const ground = applies && ask(snapshot, applies, bound);
  const confidence = ground?.confidence ?? 1;
  if (ground && ground.truth === 'unknown') return { outcome: 'unknown', verdict: ground, confidence };
  const verdict = ask(snapshot, passes, bound);
  const outcome = verdict.truth === 'unknown' ? 'unknown' : 'fail';
  return { outcome, verdict, confidence: confidence * verdict.confidence };
}

/** Each place once, in the order given. */
export function placesOnce(evidence: readonly Evidence[]): Evidence[] {
  const places = new Map<string, Evidence>();
  for (const one of evidence) {
    const key = `${one.source}\n${one.path}\n${one.line}`;
    if (!places.has(key)) places.set(key, one);
  }
  return [...places.values()];
}

function draft(detector: Detector, view: AssetView, answer: DetectorAnswer): Finding {
  const { snapshot, number: asset, item } = view;
  // What follows from the name of an asset alone has no place of its own: the asset's is shown.
  const rested = (answer.verdict?.evidence ?? []).filter(({ path }) => path !== '');
  const severity = typeof detector.severity === 'function' ? detector.severity(view) : detector.severity;
  const base = {
    id: stableId('finding', detector.id, snapshot.id(asset), item ?? ''),
    detector: detector.id,
    objective: detector.tests,
    category: detector.category,
    severity,
    asset: snapshot.id(asset),
    ...(item === undefined ? {} : { discriminator: item }),
    evidence: placesOnce(rested.length > 0 ? rested : snapshot.evidence(asset)),
    confidence: answer.confidence,
    references: detector.references,
  };
  if (answer.outcome === 'unknown') {
    const missing = answer.verdict?.missing.join('; ') || 'what it takes to answer was not observed';
    return {
      ...base,
      outcome: 'unknown',
      message: `Not known for ${view.name}: “${detector.title}”, because ${missing}. ${detector.why}`,
      remedy: `Let the scan see what is missing (${missing}), or look for yourself.`,
      missing,
    };
  }
  const payload = detector.payload?.(view);
  return {
    ...base,
    outcome: 'fail',
    message: `${detector.message(view)} ${detector.why}`,
    remedy: typeof detector.remedy === 'function' ? detector.remedy(view) : detector.remedy,
    ...(payload === undefined ? {} : { payload }),
  };
}

/** The findings of a failing or unknown answer: one, or with `each` one for every item of the list; none otherwise. */
export function findingsOf(detector: Detector, snapshot: Snapshot, asset: number, answer: DetectorAnswer): Finding[] {
  if (answer.outcome === 'pass' || answer.outcome === 'not-applicable') return [];
  const { witness = {} } = answer.verdict ?? {};
  const listed = detector.each === undefined ? undefined : snapshot.fact(asset, detector.each)?.value;
  if (answer.outcome === 'unknown' || !Array.isArray(listed) || listed.length === 0)
    return [draft(detector, viewAsset(snapshot, asset, witness), answer)];
  return [...new Set(listed as readonly string[])]
    .sort()
    .map((item) => draft(detector, viewAsset(snapshot, asset, witness, item), answer));
}
