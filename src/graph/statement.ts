/** Statements: what observations say once *resolve* has evaluated their terms; *merge* makes one asset of those that mean the same thing. */
import type { Evidence } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import type { RelationKind } from '../domain/relations.ts';

export interface FactStatement {
  readonly fact: FactName;
  readonly value: FactValue;
  /** Every hop from where the fact is used to where its value stands; the first is the place of use. */
  readonly evidence: readonly Evidence[];
}

/** “Every relation of this kind at this asset was said”, as far as nothing below `prefix` of the source went unread. */
export interface ClosureStatement {
  readonly relation: RelationKind;
  readonly direction: 'out' | 'in';
  readonly grade: AbsenceGrade;
  readonly source: string;
  /** Path prefix: a file, a folder with `/` at its end, or empty for the whole source. */
  readonly prefix: string;
  readonly evidence: Evidence;
}

/** One mention of one asset in one place. Identifiers of narrower scope than `global` are qualified with their source, machine or file (see scope.ts). */
export interface AssetStatement {
  readonly kind: AssetKind;
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  readonly facts: readonly FactStatement[];
  /** Facts that were looked for and could not be had. */
  readonly unseen: readonly { readonly fact: FactName; readonly why: string }[];
  readonly closures: readonly ClosureStatement[];
  readonly evidence: readonly Evidence[];
  /** The name is only a mention by identifier; a name said by the thing itself is preferred. */
  readonly mention?: boolean;
}

/** `from` and `to` are indexes into the list of asset statements. */
export interface RelationStatement {
  readonly relation: RelationKind;
  readonly from: number;
  readonly to: number;
  readonly evidence: readonly Evidence[];
}

/** A relation whose other end could not be resolved: it takes away every completeness claim about it. */
export interface OpenEnd {
  readonly asset: number;
  readonly relation: RelationKind;
  readonly direction: 'out' | 'in';
  readonly why: string;
  readonly evidence: Evidence;
}

/** Something below this path was not read. */
export interface GapStatement {
  readonly source: string;
  readonly path: string;
  readonly why: string;
}

export interface Statements {
  readonly assets: readonly AssetStatement[];
  readonly relations: readonly RelationStatement[];
  readonly open: readonly OpenEnd[];
  readonly gaps: readonly GapStatement[];
}
