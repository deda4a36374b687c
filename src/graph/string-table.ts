/** A table of texts: each distinct text once, as packed UTF-8, under a small number. */
import { grown } from './growth.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** A power of two: so many texts that were read last are kept as strings. */
const recentSize = 4096;

/** Append-only: a number once given never changes its text, so that snapshots and builders may share one table. */
export class StringTable {
  #bytes = new Uint8Array(256);
  /** End of each text in `#bytes`; its start is the end of the one before. */
  #ends = new Uint32Array(16);
  /** Open addressing by hash; number + 1, 0 for free. */
  #slots = new Int32Array(64);
  #count = 0;
  #scratch = new Uint8Array(256);
  #length = 0;
  #recent: string[] = [];
  #recentNumbers = new Int32Array(0);

  get count(): number {
    return this.#count;
  }

  /** Gives the number of a text, adding it if it is new. */
  intern(text: string): number {
    const hash = this.#encode(text);
    const slot = this.#slotOf(hash);
    const found = this.#slots[slot]!;
    if (found !== 0) return found - 1;
    const start = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    this.#bytes = grown(this.#bytes, start + this.#length);
    this.#bytes.set(this.#scratch.subarray(0, this.#length), start);
    this.#ends = grown(this.#ends, this.#count + 1);
    this.#ends[this.#count] = start + this.#length;
    this.#slots[slot] = ++this.#count;
    if (this.#count * 5 > this.#slots.length * 3) this.#rehash();
    return this.#count - 1;
  }

  /** Gives the number of a text that is already there, else undefined. */
  find(text: string): number | undefined {
    const found = this.#slots[this.#slotOf(this.#encode(text))]!;
    return found === 0 ? undefined : found - 1;
  }

  text(number: number): string {
    const place = number & (recentSize - 1);
    if (this.#recentNumbers[place] === number) return this.#recent[place]!;
    if (this.#recentNumbers.length === 0) {
      this.#recent = new Array<string>(recentSize).fill('');
      this.#recentNumbers = new Int32Array(recentSize).fill(-1);
    }
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    const text = decoder.decode(this.#bytes.subarray(start, this.#ends[number]!));
    this.#recent[place] = text;
    this.#recentNumbers[place] = number;
    return text;
  }

  /** An independent table with the same texts under the same numbers. */
  copy(): StringTable {
    const copy = new StringTable();
    copy.#bytes = this.#bytes.slice();
    copy.#ends = this.#ends.slice();
    copy.#slots = this.#slots.slice();
    copy.#count = this.#count;
    return copy;
  }

  /** Puts the text’s bytes into `#scratch` and gives their hash. */
  #encode(text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4);
    const scratch = this.#scratch;
    let hash = 0x811c9dc5;
    let length = 0;
    for (; length < text.length; length++) {
      const unit = text.charCodeAt(length);
      if (unit > 127) return this.#encodeAll(text);
      scratch[length] = unit;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    this.#length = length;
    return hash ^ (hash >>> 15);
  }

  #encodeAll(text: string): number {
    this.#length = encoder.encodeInto(text, this.#scratch).written;
    return this.#hash(this.#scratch, 0, this.#length);
  }

  #hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }

  /** The slot that holds the text in `#scratch`, or the free one where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot]!;
      if (found === 0 || this.#isScratch(found - 1)) return slot;
    }
  }

  #isScratch(number: number): boolean {
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    if (this.#ends[number]! - start !== this.#length) return false;
    for (let at = 0; at < this.#length; at++) if (this.#bytes[start + at] !== this.#scratch[at]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    let start = 0;
    for (let number = 0; number < this.#count; number++) {
      const end = this.#ends[number]!;
      let slot = this.#hash(this.#bytes, start, end) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
      start = end;
    }
    this.#slots = slots;
  }
}
