/** The snapshot: an immutable estate at one moment, on compact arrays; everything after *freeze* only asks it. */
import type { Evidence, How } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import type { RelationKind } from '../domain/relations.ts';

export interface FactSeen<F extends FactName = FactName> {
  readonly value: FactValue<F>;
  readonly how: How;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Whether “no such relation” can be said of an asset: by what grade, or why not. */
export type Closed =
  | {
      readonly closed: true;
      readonly grade: AbsenceGrade;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
    }
  | { readonly closed: false; readonly why: string };

/** Assets and relations are numbers from 0; ids are for the outside. */
export interface Snapshot {
  readonly assetCount: number;
  readonly relationCount: number;
  kind(asset: number): AssetKind;
  name(asset: number): string;
  /** Stable id, minted once. */
  id(asset: number): string;
  find(id: string): number | undefined;
  identifiers(asset: number): readonly Identifier[];
  evidence(asset: number): readonly Evidence[];
  /** Numbers of all assets of a kind, ascending. */
  ofKind(kind: AssetKind): Int32Array;
  fact<F extends FactName>(asset: number, name: F): FactSeen<F> | undefined;
  /** The value alone: far cheaper than `fact`, which brings the evidence. */
  value<F extends FactName>(asset: number, name: F): FactValue<F> | undefined;
  /** Names of the facts that are known about an asset. */
  factsOf(asset: number): readonly FactName[];
  /** Why a fact that was looked for could not be had; undefined when it is known, or nobody looked for it. */
  whyUnseen(asset: number, name: FactName): string | undefined;
  unseen(asset: number): readonly { readonly fact: FactName; readonly why: string }[];
  /** Calls back with (other asset, relation number) for each relation of the kind; stops when it returns true. */
  out(asset: number, relation: RelationKind, each: (to: number, relation: number) => boolean | undefined): void;
  in(asset: number, relation: RelationKind, each: (from: number, relation: number) => boolean | undefined): void;
  /** How many relations of the kind start (or end) here. */
  degree(asset: number, relation: RelationKind, direction: 'out' | 'in'): number;
  /** The relation of the kind between exactly these two, if there is one. */
  between(from: number, relation: RelationKind, to: number): number | undefined;
  /** A relation that the asset’s kind cannot have is closed by declaration. */
  closed(asset: number, relation: RelationKind, direction: 'out' | 'in'): Closed;
  relationKind(relation: number): RelationKind;
  from(relation: number): number;
  to(relation: number): number;
  relationEvidence(relation: number): readonly Evidence[];
  relationConfidence(relation: number): number;
  relationHow(relation: number): How;
}
