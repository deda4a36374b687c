/** Lays what a remediation changes over a snapshot that is being built: the estate as it would be afterwards. */
import type { Evidence } from '../domain/evidence.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import type { Change } from './define-remediation.ts';

const supposed = (why: string): Evidence => ({
  source: '',
  path: '',
  line: 0,
  how: 'declared',
  confidence: 1,
  note: why,
});

/**
 * Applies changes at one asset, or at those that they name. `base` is what the builder goes on from. A fact gets the value whatever was claimed; after a cut
 * the asset has no such relation, and nobody needs to look for more. The numbers of relations to remove are added to `cut`,
 * for several changes may cut the same one.
 */
export function applyChanges(
  builder: SnapshotBuilder,
  base: Snapshot,
  asset: number,
  changes: readonly Change[],
  why: string,
  cut: Set<number>,
): void {
  const evidence = [supposed(why)];
  for (const change of changes) {
    const at = change.of ?? asset;
    if ('set' in change) {
      builder.replaceFact(at, change.set, change.value, evidence);
      continue;
    }
    if ('link' in change) {
      builder.addRelation(change.link, at, change.to, evidence);
      continue;
    }
    const note = (_: number, relation: number): undefined => {
      cut.add(relation);
    };
    if (change.direction === 'out') base.out(at, change.cut, note);
    else base.in(at, change.cut, note);
    builder.setClosed(at, change.cut, change.direction, 'declared', evidence);
  }
}
