/** How a correlation is written: one combination of conditions that makes a path to harm. */
import type { Edge, Test, Variables } from '../graph/pattern.ts';

/** One condition. All must be true for a warning; a watch lacks exactly one. */
export interface Condition {
  readonly id: string;
  /** In words, with `{variable}` for names: “{agent} can send data out through {sink}”. */
  readonly says: string;
  readonly test: Test;
  /** An ordinary change that would make it true, in words; without one a false condition never makes a watch. */
  readonly flips?: string;
  /** How easily an attacker uses it once true, 0 to 1. Default 1. */
  readonly likelihood?: number;
  /** Why this likelihood. */
  readonly because?: string;
}

/** A factor of the impact, taken when its test is true; the largest of each name counts. */
export interface ImpactFactor {
  readonly name: string;
  readonly value: number;
  readonly why: string;
  readonly test?: Test;
}

export interface Correlation {
  readonly id: string;
  readonly title: string;
  /** Ids of the stories it covers (`T35`), framework ids, ATLAS techniques. */
  readonly references: readonly string[];
  readonly variables: Variables;
  /** Must be there; they are the path as it is drawn. */
  readonly edges: readonly Edge[];
  /** Variables that make two matches different forecasts; others are alternatives of one. Default: all. */
  readonly identify?: readonly string[];
  readonly conditions: readonly Condition[];
  /** One sentence with `{variable}` for names, also of variables inside `exists` groups: what can happen, through what, to what. */
  readonly sentence: string;
  /** Likelihood that somebody tries, 0 to 1, and why. */
  readonly attempt: { readonly value: number; readonly why: string };
  /** Impact 0 to 1 is the product of these factors. */
  readonly impact: readonly ImpactFactor[];
}

export const defineCorrelation = (correlation: Correlation): Correlation => correlation;
