/** How a remediation is written: one way to restore one objective on one kind of asset. */
import type { FactName, FactValue } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { AssetView } from './define-detector.ts';

/** What the estate would look like after it: laid over the facts, derived and correlated again. */
export type Change = (
  | { readonly set: FactName; readonly value: FactValue }
  | { readonly cut: RelationKind; readonly direction: 'out' | 'in' }
  /** A relation to an asset that is already there, by its number. */
  | { readonly link: RelationKind; readonly to: number }
) & {
  /** Number of another asset that it changes; without it, the asset that the remediation is for. */
  readonly of?: number;
};

/** A minimal replacement in one file. Offsets are in UTF-16 units of the file’s text. */
export interface Edit {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A file that the plan may look at. */
export interface PlanFile {
  readonly path: string;
  readonly text: string;
  /** Lines that the failing evidence points at. */
  readonly lines: readonly number[];
}

export interface Remediation<K extends AssetKind = AssetKind> {
  readonly id: string;
  readonly title: string;
  readonly restores: ObjectiveId;
  readonly on: K;
  /** 1 small edit, 2 a reviewed change, 3 work over days. */
  readonly effort: 1 | 2 | 3;
  /** A function where what changes follows from the asset: the release that it is raised to, the ways that led to it. */
  readonly changes: readonly Change[] | ((it: AssetView<K>) => readonly Change[]);
  /** One sentence in the imperative, with names. */
  readonly does: (it: AssetView<K>) => string;
  /** Edits that do it; undefined where only instructions can be given. */
  readonly plan?: (it: AssetView<K>, files: readonly PlanFile[]) => readonly Edit[] | undefined;
  /** What its edits take away is a secret or somebody’s data, and is shown to nobody. */
  readonly takesPrivate?: true;
  /** Exact steps for a person. */
  readonly instructions: (it: AssetView<K>) => readonly string[];
}

/** What a remediation changes at one asset. */
export const changesAt = (remediation: Pick<Remediation, 'changes'>, it: AssetView): readonly Change[] =>
  typeof remediation.changes === 'function' ? remediation.changes(it as never) : remediation.changes;

export const defineRemediation = <const K extends AssetKind>(remediation: Remediation<K>): Remediation<K> =>
  remediation;
