/** Derive: applies the rules again and again until they conclude nothing new. */
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { addConclusion, conclude } from '../kit/apply-derivation.ts';
import type { Derivation } from '../kit/define-derivation.ts';

/** Bounds a chain of conclusions: an estate has few layers, and a rule that never ends must not hang a scan. */
const mostRounds = 32;

export interface Derived {
  readonly snapshot: Snapshot;
  readonly rounds: number;
  /** Rules that still concluded something when the rounds were used up. */
  readonly unfinished: readonly string[];
}

/**
 * Every rule sees the same snapshot in a round, so their order means nothing. A conclusion is made once: its evidence is the
 * surest ground in the first round that allows it.
 */
export function derive(rules: readonly Derivation[], start: Snapshot): Derived {
  let snapshot = start;
  const made = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const fresh = rules.map((rule) => conclude(rule, snapshot).filter(({ key }) => !made.has(key)));
    if (fresh.every((list) => list.length === 0)) return { snapshot, rounds: round, unfinished: [] };
    if (round === mostRounds - 1)
      return {
        snapshot,
        rounds: mostRounds,
        unfinished: rules.filter((_, index) => fresh[index]!.length > 0).map(({ id }) => id),
      };
    const builder = SnapshotBuilder.from(snapshot);
    for (const concluded of fresh.flat()) {
      addConclusion(builder, concluded);
      made.add(concluded.key);
    }
    snapshot = builder.freeze();
  }
  return { snapshot, rounds: mostRounds, unfinished: [] };
}
