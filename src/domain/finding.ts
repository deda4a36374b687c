/** Findings: one detector’s answer about one asset, with what proves it. */
import type { Category } from './category.ts';
import type { Evidence } from './evidence.ts';
import type { ObjectiveId } from './objectives.ts';
import type { Outcome, Severity } from './outcome.ts';

/** Asset ids, finding ids and forecast ids are stable across scans: they never contain counts, dates or wording. */
export interface Finding {
  /** Made of detector, asset and discriminator. */
  readonly id: string;
  readonly detector: string;
  readonly objective: ObjectiveId;
  readonly category: Category;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** Asset id. */
  readonly asset: string;
  readonly discriminator?: string;
  /** What is wrong, why it matters. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  /** For `unknown`: the fact or relation that was not observed. */
  readonly missing?: string;
  /** What the objective’s payload asks for; see objective-payloads. */
  readonly payload?: unknown;
  readonly references: readonly string[];
}

/** How often a detector looked, and what it answered: the denominator of every count. */
export interface Tally {
  readonly detector: string;
  readonly objective: ObjectiveId;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
}
