/** The answer book: what detectors answered about each asset, by objective, as patterns ask for it. */
import type { Finding } from '../domain/finding.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import { type Outcome, severities } from '../domain/outcome.ts';
import type { Truth } from '../domain/truth.ts';
import type { Answers } from '../graph/pattern.ts';

type Answer = NonNullable<ReturnType<Answers['answer']>>;

/** What is remembered of an asset that neither failed nor stayed unknown: a byte. */
const heldUp = 1;

const isExploited = ({ payload }: Finding): boolean =>
  typeof payload === 'object' && payload !== null && 'exploited' in payload && payload.exploited === true;

/** Gravest first: known exploitation, then severity, then id. */
function compareGravity(a: Finding, b: Finding): number {
  return (
    Number(isExploited(b)) - Number(isExploited(a)) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.id < b.id ? -1 : 1)
  );
}

function answerFrom(truth: Truth, finding: Finding): Answer {
  return {
    truth,
    finding: finding.id,
    ...(finding.payload === undefined ? {} : { payload: finding.payload }),
    confidence: finding.confidence,
    evidence: finding.evidence,
    ...(finding.missing === undefined ? {} : { missing: finding.missing }),
  };
}

const holds: Answer = { truth: 'false', confidence: 1, evidence: [] };

/** Several detectors may test one objective: failing beats unknown, unknown beats passing. */
export class AnswerBook implements Answers {
  readonly #assetCount: number;
  readonly #asked = new Map<ObjectiveId, Uint8Array>();
  readonly #findings = new Map<ObjectiveId, Map<number, Finding[]>>();

  constructor(assetCount: number) {
    this.#assetCount = assetCount;
  }

  /** Remembers what one detector answered about an asset. */
  note(objective: ObjectiveId, asset: number, outcome: Outcome, findings: readonly Finding[]): void {
    let asked = this.#asked.get(objective);
    if (!asked) {
      asked = new Uint8Array(this.#assetCount);
      this.#asked.set(objective, asked);
      this.#findings.set(objective, new Map());
    }
    asked[asset] = heldUp;
    if (outcome === 'pass' || outcome === 'not-applicable') return;
    const kept = this.#findings.get(objective)!;
    kept.set(asset, [...(kept.get(asset) ?? []), ...findings].sort(compareGravity));
  }

  /**
   * Whether the asset fails the objective: by its gravest failing finding, or by the gravest whose payload is wanted.
   * Not applicable counts as not failing; undefined where nobody asked.
   */
  answer(asset: number, objective: ObjectiveId, wanted?: (payload: unknown) => boolean): Answer | undefined {
    if (this.#asked.get(objective)?.[asset] !== heldUp) return undefined;
    const findings = this.#findings.get(objective)?.get(asset) ?? [];
    const failing = findings.filter(({ outcome }) => outcome === 'fail');
    const chosen = wanted ? failing.find(({ payload }) => wanted(payload)) : failing[0];
    if (chosen) return answerFrom('true', chosen);
    const open = findings.find(({ outcome }) => outcome === 'unknown');
    return open ? answerFrom('unknown', open) : holds;
  }
}
