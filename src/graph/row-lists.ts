/** A list of small rows per owner (an asset, a relation), in one pool of columns. */
import { grown } from './growth.ts';

/** Rows are never changed once written, so that every snapshot and builder may share the pool. */
class RowPool {
  tag = new Uint8Array(16);
  a = new Int32Array(16);
  b = new Int32Array(16);
  next = new Int32Array(16);
  count = 0;

  add(tag: number, a: number, b: number, next: number): number {
    const row = this.count++;
    if (row >= this.tag.length) {
      this.tag = grown(this.tag, row + 1);
      this.a = grown(this.a, this.tag.length);
      this.b = grown(this.b, this.tag.length);
      this.next = grown(this.next, this.tag.length);
    }
    this.tag[row] = tag;
    this.a[row] = a;
    this.b[row] = b;
    this.next[row] = next;
    return row;
  }
}

/** Each row has a tag (0 to 255) and two numbers. A list is read newest first. */
export class RowLists {
  readonly #pool: RowPool;
  /** Row + 1 of each owner’s newest row; 0 for none. */
  #heads: Int32Array;

  private constructor(pool: RowPool, heads: Int32Array) {
    this.#pool = pool;
    this.#heads = heads;
  }

  static empty(): RowLists {
    return new RowLists(new RowPool(), new Int32Array(16));
  }

  /** Lists that start as these and change on their own. */
  copy(): RowLists {
    return new RowLists(this.#pool, this.#heads.slice());
  }

  add(owner: number, tag: number, a: number, b: number): void {
    this.#heads = grown(this.#heads, owner + 1);
    this.#heads[owner] = this.#pool.add(tag, a, b, this.#heads[owner]!) + 1;
  }

  /** The newest row of an owner, or −1. */
  first(owner: number): number {
    return (this.#heads[owner] ?? 0) - 1;
  }

  next(row: number): number {
    return this.#pool.next[row]! - 1;
  }

  tag(row: number): number {
    return this.#pool.tag[row]!;
  }

  a(row: number): number {
    return this.#pool.a[row]!;
  }

  b(row: number): number {
    return this.#pool.b[row]!;
  }

  /** Gives an owner the rows that it has in other lists, which were copied from these or these from them. */
  adopt(owner: number, other: RowLists): void {
    if (other.#pool !== this.#pool)
      throw new TypeError('Rows can be adopted only between lists that share their pool.');
    const head = other.#heads[owner] ?? 0;
    if (head === (this.#heads[owner] ?? 0)) return;
    this.#heads = grown(this.#heads, owner + 1);
    this.#heads[owner] = head;
  }

  /** Takes an owner’s rows away for which `isCut` holds. */
  cut(owner: number, isCut: (row: number) => boolean): void {
    const kept: number[] = [];
    for (let row = this.first(owner); row >= 0; row = this.next(row)) if (!isCut(row)) kept.push(row);
    if (owner < this.#heads.length) this.#heads[owner] = 0;
    for (const row of kept.reverse()) this.add(owner, this.tag(row), this.a(row), this.b(row));
  }
}
