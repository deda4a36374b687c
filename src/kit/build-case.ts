/** Makes the snapshot of a graph case, with the answers that it states. */
import type { Answers } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import type { GraphCase } from './graph-case.ts';

export interface BuiltCase {
  readonly snapshot: Snapshot;
  readonly answers: Answers;
  /** Number of the asset that the case calls by this name. */
  numberOf(key: string): number;
}

/** Assets get their key as id, one by one in the order of the case; nothing is merged. */
export function buildCase(one: GraphCase): BuiltCase {
  const builder = new SnapshotBuilder();
  const keys = [...one.keys.keys()];
  const numbers = one.statements.assets.map(({ kind, name, identifiers, evidence, facts, unseen, closures }, index) => {
    const asset = builder.addAsset({ kind, name, id: keys[index]!, identifiers, evidence });
    for (const { fact, value, evidence } of facts) builder.setFact(asset, fact, value, evidence);
    for (const { fact, why } of unseen) builder.setUnseen(asset, fact, why);
    for (const { relation, direction, grade, evidence } of closures)
      builder.setClosed(asset, relation, direction, grade, [evidence]);
    return asset;
  });
  for (const { relation, from, to, evidence } of one.statements.relations)
    builder.addRelation(relation, numbers[from]!, numbers[to]!, evidence);
  const snapshot = builder.freeze();
  const numberOf = (key: string): number => {
    const index = one.keys.get(key);
    if (index === undefined) throw new Error(`${one.place} case “${one.name}”: there is no asset “${key}”`);
    return numbers[index]!;
  };
  const stated = one.answers.map((answer) => ({ ...answer, asset: numberOf(answer.asset) }));
  return {
    snapshot,
    numberOf,
    answers: {
      answer(asset, objective) {
        const found = stated.find((answer) => answer.asset === asset && answer.objective === objective);
        if (!found) return undefined;
        const finding = `${objective} of ${snapshot.id(asset)}`;
        const missing = found.truth === 'unknown' ? { missing: `${objective} of ${snapshot.name(asset)}` } : {};
        const evidence = snapshot.evidence(asset);
        return { truth: found.truth, confidence: 1, evidence, payload: found.payload, finding, ...missing };
      },
    },
  };
}
