/** Patterns: bounded conjunctive questions to a snapshot, as plain data: variables, edges between them, and three-valued tests. */
import type { Evidence } from '../domain/evidence.ts';
import type { FactName } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Scalar } from '../domain/term.ts';
import type { Truth } from '../domain/truth.ts';

/** A variable ranges over the assets of these kinds. */
export type Variables = Readonly<Record<string, AssetKind | readonly AssetKind[]>>;

/**
 * One relation, any of several, or (with `closure`) a chain of 1 to `closure` steps of them.
 * With `orSame` a chain of 0 steps counts too: both variables are then the same asset.
 */
export interface Edge {
  readonly from: string;
  readonly relation: RelationKind | readonly RelationKind[];
  readonly to: string;
  readonly closure?: number;
  readonly orSame?: boolean;
}

/** What a fact’s value is held against. `seen` is true for any known value. */
export type Check =
  | { readonly is: Scalar }
  | { readonly in: readonly Scalar[] }
  | { readonly matches: RegExp }
  | { readonly includes: string }
  | { readonly includesAny: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly empty: boolean }
  | { readonly seen: true };

/** Further variables, joined to those outside by edges, over which a quantifier runs. */
export interface Group {
  readonly variables: Variables;
  readonly edges: readonly Edge[];
  readonly where?: Test;
}

/**
 * A three-valued question about bound variables. A fact that nobody saw is unknown; a relation that nobody said is false only
 * where its completeness was claimed and no gap took the claim away, else unknown.
 */
export type Test =
  | { readonly op: 'all' | 'any'; readonly tests: readonly Test[] }
  | { readonly op: 'not'; readonly test: Test }
  | { readonly op: 'fact'; readonly of: string; readonly fact: FactName; readonly check: Check }
  /** Two facts have the same value. */
  | { readonly op: 'equal'; readonly a: readonly [string, FactName]; readonly b: readonly [string, FactName] }
  | { readonly op: 'kind'; readonly of: string; readonly kinds: readonly AssetKind[] }
  | { readonly op: 'distinct'; readonly a: string; readonly b: string }
  | ({ readonly op: 'linked' } & Edge)
  /** A detector’s answer about the asset is `fail` for this objective; unknown where the answer is unknown or nobody asked. */
  | {
      readonly op: 'failing';
      readonly of: string;
      readonly objective: ObjectiveId;
      readonly payload?: (payload: unknown) => boolean;
    }
  /** At least `atLeast` (default 1) distinct bindings of the group. Its witness is reported under the group’s variable names. */
  | { readonly op: 'exists'; readonly group: Group; readonly atLeast?: number }
  /** Every binding of the group passes `holds`. */
  | { readonly op: 'every'; readonly group: Group; readonly holds: Test };

/** What a test answered in one binding, and why. */
export interface Verdict {
  readonly truth: Truth;
  /** Product of the confidences it rests on. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Ids of the findings it rests on. */
  readonly findings: readonly string[];
  /** For unknown: each fact or relation that was not observed, in words, with the asset’s name and the reason when one is known. */
  readonly missing: readonly string[];
  /** Assets that existential groups were satisfied by. */
  readonly witness: Readonly<Record<string, number>>;
  /** Relations (by number in the snapshot) that joined the witnesses, in the order of the path. */
  readonly steps: readonly number[];
}

/** What a pattern may ask about detectors’ answers; the engine supplies it. */
export interface Answers {
  /** With `wanted`, the gravest failure whose payload is wanted; an asset can fail an objective several times over. */
  answer(
    asset: number,
    objective: ObjectiveId,
    wanted?: (payload: unknown) => boolean,
  ):
    | {
        readonly truth: Truth;
        readonly finding?: string;
        readonly payload?: unknown;
        readonly confidence: number;
        readonly evidence: readonly Evidence[];
        readonly missing?: string;
      }
    | undefined;
}

/** A binding of all variables of a pattern, with the relations (by number) that each edge went through. */
export interface Match {
  readonly bound: Readonly<Record<string, number>>;
  /** Parallel to the pattern’s edges: the chain of relation numbers of each. */
  readonly chains: readonly (readonly number[])[];
}
