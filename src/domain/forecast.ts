/** Forecasts: which combinations make a credible path to harm, how likely, how bad, and what breaks them. */
import type { Evidence } from './evidence.ts';
import type { RelationKind } from './relations.ts';
import type { Truth } from './truth.ts';

export const levels = ['warning', 'watch', 'advisory'] as const;
export type Level = (typeof levels)[number];

/** One condition of a correlation as it stands in one match. */
export interface ConditionState {
  readonly id: string;
  readonly state: Truth;
  /** The condition in words, with the names of this match. */
  readonly says: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  /** Finding ids behind it, where it asks for a failing objective. */
  readonly findings: readonly string[];
  /** For an unknown: what was not observed. */
  readonly missing?: string;
  /** For a false one that an ordinary change would make true: that change. */
  readonly flip?: string;
}

/** One step of the path as it is drawn. Asset ids. */
export interface Hop {
  readonly from: string;
  readonly relation: RelationKind;
  readonly to: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

/** A number that went into the score, with its reason; all factors of one side multiply. */
export interface Factor {
  readonly name: string;
  readonly side: 'likelihood' | 'impact';
  readonly value: number;
  readonly why: string;
}

export interface Forecast {
  /** Made of correlation and the assets bound to its identifying variables. */
  readonly id: string;
  readonly level: Level;
  /** Correlation id; the detector’s id for an advisory. */
  readonly correlation: string;
  readonly references: readonly string[];
  readonly systems: readonly string[];
  /** 0 to 100. */
  readonly score: number;
  readonly factors: readonly Factor[];
  readonly sentence: string;
  readonly conditions: readonly ConditionState[];
  readonly hops: readonly Hop[];
  /** Finding ids. */
  readonly findings: readonly string[];
  /** For a watch: what is missing or what would change, in words. */
  readonly missing?: string;
  /** Watches with the same key lack the same thing and fold into one line. */
  readonly foldKey?: string;
  readonly fixFirst?: Fix;
}

/** A change that would end forecasts, as proven on an overlaid snapshot. */
export interface Fix {
  /** Remediation id, or `manual`. */
  readonly remediation: string;
  /** Asset id. */
  readonly asset: string;
  readonly does: string;
  /** Where to make it. */
  readonly place?: { readonly path: string; readonly line: number };
  /** Forecast ids that end with it. */
  readonly ends: readonly string[];
}
