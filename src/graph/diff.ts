/** The difference between two snapshots: what appeared, vanished and changed, by ids. */
import type { FactName, FactValue } from '../domain/facts.ts';
import type { RelationKind } from '../domain/relations.ts';
import { isSameValue } from './holds.ts';
import type { Snapshot } from './snapshot.ts';

export interface RelationChange {
  readonly relation: RelationKind;
  /** Asset ids; for a vanished relation those of the earlier snapshot. */
  readonly from: string;
  readonly to: string;
}

/** A fact of an asset that both snapshots have. Absent values were, or are, not known. */
export interface FactChange {
  readonly asset: string;
  readonly fact: FactName;
  readonly before?: FactValue;
  readonly after?: FactValue;
}

/** All lists are in the order of their snapshot’s assets and relations. */
export interface Diff {
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
  readonly relationsAppeared: readonly RelationChange[];
  readonly relationsVanished: readonly RelationChange[];
  /** Values only: what is merely known better, or from elsewhere, has not changed. */
  readonly facts: readonly FactChange[];
}

/** Compares two snapshots. `aliases` leads from earlier ids to those that the later snapshot uses. */
export const diff = (before: Snapshot, after: Snapshot, aliases: ReadonlyMap<string, string> = new Map()): Diff => {
  const earlierOf = new Map<number, number>();
  const laterOf = new Int32Array(before.assetCount).fill(-1);
  const vanished: string[] = [];
  for (let asset = 0; asset < before.assetCount; asset++) {
    const id = before.id(asset);
    const later = after.find(id) ?? after.find(aliases.get(id) ?? id);
    if (later === undefined) {
      vanished.push(id);
      continue;
    }
    laterOf[asset] = later;
    // Of two that became one, the one whose id stayed is the same asset still.
    if (!earlierOf.has(later) || after.id(later) === id) earlierOf.set(later, asset);
  }
  const appeared: string[] = [];
  const facts: FactChange[] = [];
  for (let asset = 0; asset < after.assetCount; asset++) {
    const earlier = earlierOf.get(asset);
    if (earlier === undefined) appeared.push(after.id(asset));
    else facts.push(...factChanges(before, earlier, after, asset));
  }
  const kept = new Set<number>();
  const relationsVanished: RelationChange[] = [];
  for (let relation = 0; relation < before.relationCount; relation++) {
    const [from, to] = [laterOf[before.from(relation)]!, laterOf[before.to(relation)]!];
    const later = from < 0 || to < 0 ? undefined : after.between(from, before.relationKind(relation), to);
    if (later === undefined) relationsVanished.push(told(before, relation));
    else kept.add(later);
  }
  const relationsAppeared: RelationChange[] = [];
  for (let relation = 0; relation < after.relationCount; relation++)
    if (!kept.has(relation)) relationsAppeared.push(told(after, relation));
  return { appeared, vanished, relationsAppeared, relationsVanished, facts };
};

const told = (snapshot: Snapshot, relation: number): RelationChange => ({
  relation: snapshot.relationKind(relation),
  from: snapshot.id(snapshot.from(relation)),
  to: snapshot.id(snapshot.to(relation)),
});

const factChanges = (before: Snapshot, earlier: number, after: Snapshot, later: number): FactChange[] => {
  const changes: FactChange[] = [];
  for (const fact of new Set([...before.factsOf(earlier), ...after.factsOf(later)])) {
    const [was, is] = [before.value(earlier, fact), after.value(later, fact)];
    if (was !== undefined && is !== undefined && isSameValue(was, is)) continue;
    changes.push({
      asset: after.id(later),
      fact,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    });
  }
  return changes;
};
