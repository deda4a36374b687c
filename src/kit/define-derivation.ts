/** How a derivation is written: one monotone rule that adds facts or relations, applied to a fixpoint. */
import type { FactName, FactValue } from '../domain/facts.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Group, Match } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';

export type { FactName, FactValue } from '../domain/facts.ts';
export type { AssetKind } from '../domain/kinds.ts';
export type { Match } from '../graph/pattern.ts';
export type { Snapshot } from '../graph/snapshot.ts';

/** What a rule concludes. Evidence of the conclusion is that of everything the match rests on. */
export type Conclusion =
  | { readonly relation: RelationKind; readonly from: string; readonly to: string; readonly note: string }
  | { readonly fact: FactName; readonly of: string; readonly value: FactValue; readonly note: string }
  /** Copies a fact from one variable to another. */
  | {
      readonly fact: FactName;
      readonly of: string;
      readonly copyFrom: readonly [string, FactName];
      readonly note: string;
    };

export interface Derivation {
  readonly id: string;
  readonly title: string;
  readonly when: Group;
  readonly conclude: readonly Conclusion[] | ((match: Match, snapshot: Snapshot) => readonly Conclusion[]);
  /** How sure the conclusion is at most; multiplied with the confidence of what it rests on. Default 1. */
  readonly confidence?: number;
}

export const defineDerivation = (derivation: Derivation): Derivation => derivation;
