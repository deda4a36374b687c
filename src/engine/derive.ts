/** Derive: applies the rules again and again until they conclude nothing new. */
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { addConclusion, type Concluded, conclude } from '../kit/apply-derivation.ts';
import type { Derivation } from '../kit/define-derivation.ts';
import { Footprint } from '../kit/rule-footprint.ts';
import { Dirt } from './dirt.ts';

/** Bounds a chain of conclusions: an estate has few layers, and a rule that never ends must not hang a scan. */
export const mostRounds = 32;

/** One round: what every rule saw, and what it concluded from it that was new. */
export interface Round {
  readonly snapshot: Snapshot;
  /** One list for each rule. */
  readonly fresh: readonly (readonly Concluded[])[];
}

export interface Derived {
  readonly snapshot: Snapshot;
  readonly rounds: number;
  /** Rules that still concluded something when the rounds were used up. */
  readonly unfinished: readonly string[];
  /** How it came about; the last round concluded nothing new, or is one too many. */
  readonly history: readonly Round[];
  /** Of each rule, what it asked for so far. */
  readonly footprints: readonly Footprint[];
}

/**
 * Every rule sees the same snapshot in a round, so their order means nothing. A conclusion is made once: its evidence is the
 * surest ground in the first round that allows it. After the first round a rule runs again only where something that it asks for changed.
 */
export function derive(rules: readonly Derivation[], start: Snapshot): Derived {
  const footprints = rules.map((rule) => new Footprint(rule));
  const history: Round[] = [];
  const made = new Set<string>();
  const isMade = (key: string): boolean => made.has(key);
  let snapshot = start;
  let changed: Dirt | undefined;
  for (;;) {
    const fresh = rules.map((rule, index) => {
      const footprint = footprints[index]!;
      if (!changed) return conclude(rule, snapshot, { footprint });
      if (!changed.isOn(footprint)) return [];
      const isLocal = footprint.alone !== undefined;
      return conclude(rule, snapshot, {
        footprint,
        isMade,
        ...(isLocal ? { among: changed.assetsOn(footprint) } : {}),
      });
    });
    history.push({ snapshot, fresh });
    const rounds = history.length - 1;
    const isDone = fresh.every((list) => list.length === 0);
    if (isDone || history.length === mostRounds) {
      const unfinished = rules.filter((_, index) => fresh[index]!.length > 0).map(({ id }) => id);
      return { snapshot, rounds: isDone ? rounds : mostRounds, unfinished, history, footprints };
    }
    const builder = SnapshotBuilder.from(snapshot);
    changed = new Dirt();
    for (const list of fresh)
      for (const concluded of list) {
        addConclusion(builder, concluded);
        made.add(concluded.key);
        changed.add(concluded);
      }
    snapshot = builder.freeze();
  }
}
