/** Influence: which parts of an estate a change can reach, so that changes in parts that do not touch are tried at once. */
import type { AssetKind } from '../domain/kinds.ts';
import { relationIds } from '../domain/relations.ts';
import type { Snapshot } from '../graph/snapshot.ts';

/** Things that so many parts of an estate share that they would join everything into one part. */
const joints: ReadonlySet<AssetKind> = new Set([
  'repository',
  'provider-account',
  'cloud-account',
  'package-version',
  'owner',
  'model',
  'mcp-server-definition',
  'container-image',
]);

/** Parts are numbers. An asset that joins parts influences all that stand beside it. */
export class Influence {
  readonly #snapshot: Snapshot;
  readonly #parent: Int32Array;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#parent = Int32Array.from({ length: snapshot.assetCount }, (_, asset) => asset);
    for (let relation = 0; relation < snapshot.relationCount; relation += 1) {
      const [from, to] = [snapshot.from(relation), snapshot.to(relation)];
      if (!this.#isJoint(from) && !this.#isJoint(to)) this.#parent[this.#partOf(from)] = this.#partOf(to);
    }
  }

  /** Parts of which any of the assets is one, or beside which it stands as a joint. */
  of(assets: Iterable<number>): Set<number> {
    const parts = new Set<number>();
    const add = (asset: number): undefined => {
      parts.add(this.#partOf(asset));
    };
    for (const asset of assets) {
      add(asset);
      if (!this.#isJoint(asset)) continue;
      for (const relation of relationIds) {
        this.#snapshot.out(asset, relation, add);
        this.#snapshot.in(asset, relation, add);
      }
    }
    return parts;
  }

  #isJoint(asset: number): boolean {
    return joints.has(this.#snapshot.kind(asset));
  }

  #partOf(asset: number): number {
    let root = asset;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let at = asset; at !== root; ) {
      const next = this.#parent[at]!;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }
}

/** Whether two sets of parts have none in common. */
export function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const part of few) if (many.has(part)) return false;
  return true;
}

/** Puts items into as few batches as it can so that no two of a batch share a part; first come, first served. */
export function batchApart<T>(items: readonly T[], partsOf: (item: T) => ReadonlySet<number>): T[][] {
  const batches: { readonly items: T[]; readonly parts: Set<number> }[] = [];
  for (const item of items) {
    const parts = partsOf(item);
    const open = batches.find((batch) => areApart(parts, batch.parts));
    if (open) {
      open.items.push(item);
      for (const part of parts) open.parts.add(part);
    } else batches.push({ items: [item], parts: new Set(parts) });
  }
  return batches.map((batch) => batch.items);
}
