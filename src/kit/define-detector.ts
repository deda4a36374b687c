/** How a detector is written: one question about one asset, with its message, remedy and references. */
import type { Category } from '../domain/category.ts';
import type { FactName, FactOf } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { ObjectivePayload } from '../domain/objective-payloads.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { Severity } from '../domain/outcome.ts';
import type { Test } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';

/** The asset asked about, for messages: its name, and known facts by name. */
export interface AssetView<K extends AssetKind = AssetKind> {
  readonly name: string;
  readonly kind: K;
  readonly number: number;
  readonly snapshot: Snapshot;
  text(fact: FactOf<K>): string;
  has(fact: FactOf<K>): boolean;
  /** The item of `each` that this finding is about. */
  readonly item?: string;
  /** Name of the asset that an `exists` group was satisfied by. */
  witness(variable: string): string | undefined;
}

/**
 * The variable of the asset is `it` in both tests. Where `applies` is false the outcome is not-applicable; where it or `passes` is
 * unknown, unknown. With `each`, every text of that list fact is asked about on its own and is the finding’s discriminator.
 */
export interface Detector<K extends AssetKind = AssetKind, O extends ObjectiveId = ObjectiveId> {
  readonly id: string;
  readonly title: string;
  readonly about: K | readonly K[];
  readonly tests: O;
  readonly category: Category;
  readonly severity: Severity | ((it: AssetView<K>) => Severity);
  readonly applies?: Test;
  readonly passes: Test;
  /** A fact that only people’s declarations give: an asset without it is not asked, because nobody has declared anything to hold it to. */
  readonly declared?: FactOf<K> & FactName;
  readonly each?: FactOf<K> & FactName;
  /** What is wrong, in one sentence with names. */
  readonly message: (it: AssetView<K>) => string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string | ((it: AssetView<K>) => string);
  /** What a person does in this order, with the command, the setting or the code, where no remediation says it; `{name}` is the asset. */
  readonly steps?: readonly string[];
  readonly references: readonly string[];
  /** Why an asset that it does not apply to may still be wrong: the report says so of as many as there are. */
  readonly leavesOut?: string;
  readonly payload?: (it: AssetView<K>) => ObjectivePayload<O>;
}

export const defineDetector = <const K extends AssetKind, const O extends ObjectiveId>(
  detector: Detector<K, O>,
): Detector<K, O> => detector;
