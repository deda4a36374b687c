/** Detect: asks every detector about every asset of its kinds, and remembers who failed what. */
import type { Finding, Tally } from '../domain/finding.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { Answers } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { askDetector, type DetectorAnswer, findingsOf, kindsAbout } from '../kit/ask-detector.ts';
import type { Detector } from '../kit/define-detector.ts';
import { stableId } from '../kit/stable-id.ts';
import { AnswerBook } from './answer-book.ts';

export interface Detection {
  /** Failing and unknown ones, by id. */
  readonly findings: readonly Finding[];
  /** One per detector, in the catalog’s order; counts are assets. */
  readonly tallies: readonly Tally[];
  readonly answers: Answers;
}

/** What a detector that broke leaves behind: the asset stays unknown and the scan goes on. */
function brokenFinding(detector: Detector, snapshot: Snapshot, asset: number, error: unknown): Finding {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const missing = `an answer of the detector, which broke (Bug: ${reason})`;
  return {
    id: stableId('finding', detector.id, snapshot.id(asset), ''),
    detector: detector.id,
    objective: detector.tests,
    category: detector.category,
    severity: typeof detector.severity === 'string' ? detector.severity : 'info',
    outcome: 'unknown',
    asset: snapshot.id(asset),
    message: `Not known for ${snapshot.name(asset)}: “${detector.title}”, because the detector broke (Bug: ${reason}). ${detector.why}`,
    remedy: 'Report this as a bug of the detector; until it is mended, look for yourself.',
    evidence: snapshot.evidence(asset),
    confidence: 1,
    missing,
    references: detector.references,
  };
}

/** Asks one detector about one asset, with what it makes of it; an exception inside the detector becomes an unknown. */
export function answerOne(
  detector: Detector,
  snapshot: Snapshot,
  asset: number,
): {
  readonly outcome: DetectorAnswer['outcome'];
  readonly findings: readonly Finding[];
  readonly answer?: DetectorAnswer;
} {
  try {
    const answer = askDetector(detector, snapshot, asset);
    return { outcome: answer.outcome, findings: findingsOf(detector, snapshot, asset, answer), answer };
  } catch (error) {
    return { outcome: 'unknown', findings: [brokenFinding(detector, snapshot, asset, error)] };
  }
}

const counted = { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'notApplicable' } as const;

/** Runs all detectors over the snapshot. */
export function detect(detectors: readonly Detector[], snapshot: Snapshot): Detection {
  const findings: Finding[] = [];
  const book = new AnswerBook(snapshot.assetCount);
  const tallies = detectors.map((detector): Tally => {
    const tally = { detector: detector.id, objective: detector.tests, pass: 0, fail: 0, unknown: 0, notApplicable: 0 };
    for (const kind of kindsAbout(detector)) {
      for (const asset of snapshot.ofKind(kind)) {
        const { outcome, findings: made } = answerOne(detector, snapshot, asset);
        tally[counted[outcome]] += 1;
        book.note(detector.tests, asset, outcome, made);
        for (const finding of made) findings.push(finding);
      }
    }
    return tally;
  });
  findings.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { findings, tallies, answers: book };
}

/** Answers only what is asked, for overlays in which few answers matter; nothing is counted. */
export function detectOnDemand(
  detectors: readonly Detector[],
  snapshot: Snapshot,
): { readonly answers: Answers; readonly findings: ReadonlyMap<string, Finding> } {
  const book = new AnswerBook(snapshot.assetCount);
  const findings = new Map<string, Finding>();
  const asked = new Set<string>();
  const ofObjective = Map.groupBy(detectors, ({ tests }) => tests);
  return {
    findings,
    answers: {
      answer(asset: number, objective: ObjectiveId, wanted?: (payload: unknown) => boolean) {
        const key = `${asset} ${objective}`;
        if (!asked.has(key)) {
          asked.add(key);
          for (const detector of ofObjective.get(objective) ?? []) {
            if (!kindsAbout(detector).includes(snapshot.kind(asset))) continue;
            const { outcome, findings: made } = answerOne(detector, snapshot, asset);
            book.note(objective, asset, outcome, made);
            for (const finding of made) findings.set(finding.id, finding);
          }
        }
        return book.answer(asset, objective, wanted);
      },
    },
  };
}
