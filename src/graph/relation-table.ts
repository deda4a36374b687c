/** The relations of a snapshot as columns: each kind, start and end once, with all its evidence. */
import { Adjacency, type RelationColumns } from './adjacency.ts';
import { grown } from './growth.ts';
import { RowLists } from './row-lists.ts';

type IsSame = (a: number, b: number) => boolean;

/**
 * Relations are numbered in the order in which they came. A table made from a sealed one shares its columns until it changes:
 * those relations are its base and are looked up in their adjacency, later ones by hash.
 */
export class RelationTable implements RelationColumns {
  kind: Uint8Array = new Uint8Array(16);
  from: Int32Array = new Int32Array(16);
  to: Int32Array = new Int32Array(16);
  count = 0;
  /** The first chain of evidence; further ones are rows. */
  #chain: Int32Array = new Int32Array(16);
  #further = RowLists.empty();
  /** Open addressing over relations beyond the base; number + 1, 0 for free. */
  #slots: Int32Array = new Int32Array(64);
  #removed = new Set<number>();
  #sharesColumns = false;
  #base:
    | { readonly count: number; readonly assets: number; readonly out: Adjacency; readonly in: Adjacency }
    | undefined;

  /** A table that starts as this sealed one and changes on its own. */
  copy(): RelationTable {
    const copy = new RelationTable();
    copy.kind = this.kind;
    copy.from = this.from;
    copy.to = this.to;
    copy.count = this.count;
    copy.#chain = this.#chain;
    copy.#further = this.#further.copy();
    copy.#base = this.#sealed();
    copy.#sharesColumns = true;
    return copy;
  }

  /** Gives the number of a relation, or −1. */
  find(kind: number, from: number, to: number): number {
    const known = this.#lookUp(kind, from, to);
    return this.#removed.has(known) ? -1 : known;
  }

  /** Adds a relation, or a further chain of evidence to one that is there; gives its number. */
  add(kind: number, from: number, to: number, chain: number, isSame: IsSame): number {
    const known = this.#lookUp(kind, from, to);
    if (known < 0) return this.#append(kind, from, to, chain);
    if (this.#removed.delete(known)) {
      this.#own();
      this.#chain[known] = chain;
      this.#further.cut(known, () => true);
    } else if (this.#chain[known]! < 0 && chain >= 0) {
      this.#own();
      this.#chain[known] = chain;
    } else if (chain >= 0 && !this.chains(known).some((other) => isSame(other, chain))) {
      this.#further.add(known, 0, chain, 0);
    }
    return known;
  }

  chains(relation: number): number[] {
    const first = this.#chain[relation]!;
    const chains = first < 0 ? [] : [first];
    for (let row = this.#further.first(relation); row >= 0; row = this.#further.next(row))
      chains.push(this.#further.a(row));
    return chains;
  }

  remove(relation: number): void {
    this.#removed.add(relation);
  }

  /** Closes the gaps that removed relations left and orders the rest by both ends. Nothing may be added afterwards. */
  seal(assets: number): { readonly out: Adjacency; readonly in: Adjacency } {
    if (this.#removed.size > 0) this.#compact();
    if (this.#base?.count !== this.count || this.#base.assets !== assets) {
      this.#base = {
        count: this.count,
        assets,
        out: new Adjacency(assets, this, 'out'),
        in: new Adjacency(assets, this, 'in'),
      };
    }
    this.#slots = new Int32Array(64);
    return this.#base;
  }

  #sealed() {
    if (this.#base?.count !== this.count)
      throw new Error('The relations are not sealed; freeze the builder before going on from it.');
    return this.#base;
  }

  #lookUp(kind: number, from: number, to: number): number {
    if (this.#base && from < this.#base.assets) {
      const known = this.#base.out.find(from, kind, to);
      if (known >= 0) return known;
    }
    return this.#slots[this.#slotOf(kind, from, to)]! - 1;
  }

  #append(kind: number, from: number, to: number, chain: number): number {
    this.#own();
    const relation = this.count++;
    if (relation >= this.kind.length) {
      this.kind = grown(this.kind, relation + 1);
      this.from = grown(this.from, this.kind.length);
      this.to = grown(this.to, this.kind.length);
      this.#chain = grown(this.#chain, this.kind.length);
    }
    this.kind[relation] = kind;
    this.from[relation] = from;
    this.to[relation] = to;
    this.#chain[relation] = chain;
    this.#slots[this.#slotOf(kind, from, to)] = relation + 1;
    const own = this.count - (this.#base?.count ?? 0);
    if (own * 5 > this.#slots.length * 3) this.#rehash();
    return relation;
  }

  #slotOf(kind: number, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(to + kind * 0x3c6ef35f, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const relation = this.#slots[slot]! - 1;
      if (relation < 0) return slot;
      if (this.from[relation] === from && this.to[relation] === to && this.kind[relation] === kind) return slot;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let relation = this.#base?.count ?? 0; relation < this.count; relation++)
      this.#slots[this.#slotOf(this.kind[relation]!, this.from[relation]!, this.to[relation]!)] = relation + 1;
  }

  #own(): void {
    if (!this.#sharesColumns) return;
    this.kind = this.kind.slice();
    this.from = this.from.slice();
    this.to = this.to.slice();
    this.#chain = this.#chain.slice();
    this.#sharesColumns = false;
  }

  #compact(): void {
    this.#own();
    const further = RowLists.empty();
    let kept = 0;
    for (let relation = 0; relation < this.count; relation++) {
      if (this.#removed.has(relation)) continue;
      for (let row = this.#further.first(relation); row >= 0; row = this.#further.next(row))
        further.add(kept, 0, this.#further.a(row), 0);
      this.kind[kept] = this.kind[relation]!;
      this.from[kept] = this.from[relation]!;
      this.to[kept] = this.to[relation]!;
      this.#chain[kept] = this.#chain[relation]!;
      kept++;
    }
    this.count = kept;
    this.#further = further;
    this.#removed.clear();
    this.#base = undefined;
  }
}
