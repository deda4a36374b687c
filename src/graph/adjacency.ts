/** Compressed adjacency: for every asset its relations, ordered by kind and then by the asset at the other end. */

/** The columns of all relations; row is relation number. */
export interface RelationColumns {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** One pass of a stable counting sort of `order` by `key`, which is below `bound`. */
const sortBy = (order: Int32Array, key: Uint8Array | Int32Array, bound: number): Int32Array => {
  const place = new Int32Array(bound + 1);
  for (let at = 0; at < order.length; at++) place[key[order[at]!]! + 1]!++;
  for (let at = 1; at <= bound; at++) place[at]! += place[at - 1]!;
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    sorted[place[key[row]!]!++] = row;
  }
  return sorted;
};

/** Relations in one direction. */
export class Adjacency {
  readonly #starts: Int32Array;
  readonly #relations: Int32Array;
  readonly #kind: Uint8Array;
  readonly #other: Int32Array;

  constructor(assetCount: number, relations: RelationColumns, direction: 'out' | 'in') {
    const own = direction === 'out' ? relations.from : relations.to;
    this.#kind = relations.kind;
    this.#other = direction === 'out' ? relations.to : relations.from;
    let order: Int32Array = new Int32Array(relations.count);
    for (let row = 0; row < relations.count; row++) order[row] = row;
    order = sortBy(order, this.#other, assetCount);
    order = sortBy(order, this.#kind, 256);
    this.#relations = sortBy(order, own, assetCount);
    this.#starts = new Int32Array(assetCount + 1);
    for (let row = 0; row < relations.count; row++) this.#starts[own[row]! + 1]!++;
    for (let asset = 0; asset < assetCount; asset++) this.#starts[asset + 1]! += this.#starts[asset]!;
  }

  /** Calls back for each relation of the kind, in ascending order of the other asset; stops when it returns true. */
  each(asset: number, kind: number, call: (other: number, relation: number) => boolean | undefined): void {
    const end = this.#starts[asset + 1]!;
    for (let at = this.#seek(asset, kind, 0); at < end; at++) {
      const relation = this.#relations[at]!;
      if (this.#kind[relation] !== kind || call(this.#other[relation]!, relation) === true) return;
    }
  }

  degree(asset: number, kind: number): number {
    return this.#seek(asset, kind + 1, 0) - this.#seek(asset, kind, 0);
  }

  /** The relation of the kind to exactly this other asset, or −1. */
  find(asset: number, kind: number, other: number): number {
    const at = this.#seek(asset, kind, other);
    if (at >= this.#starts[asset + 1]!) return -1;
    const relation = this.#relations[at]!;
    return this.#kind[relation] === kind && this.#other[relation] === other ? relation : -1;
  }

  /** First place in the asset’s rows that is not before this kind and other asset. */
  #seek(asset: number, kind: number, other: number): number {
    let low = this.#starts[asset]!;
    let high = this.#starts[asset + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const relation = this.#relations[middle]!;
      const step = this.#kind[relation]! - kind || this.#other[relation]! - other;
      if (step < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
