/** Unpacks what is packed with LZMA: the stream itself, and the files `.lzma` and `.xz` that hold it. https://github.com/jljusten/LZMA-SDK/blob/master/DOC/lzma-specification.txt */
import { Unpackable, type UnpackedOutput } from './unpack-output.ts';

const half = 1024;

const probabilities = (count: number): Uint16Array => new Uint16Array(count).fill(half);

/** Reads bits by how probable they are. */
class RangeReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #range = 0xffffffff;
  #code = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
    if (this.#byte() !== 0) throw new Unpackable('a stream makes no sense');
    for (let index = 0; index < 4; index++) this.#code = ((this.#code << 8) | this.#byte()) >>> 0;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Unpackable('it ends in the middle');
    return byte;
  }

  #normalise(): void {
    if (this.#range >= 0x1000000) return;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#byte()) >>> 0;
  }

  bit(table: Uint16Array, at: number): number {
    this.#normalise();
    const probability = table[at]!;
    const bound = (this.#range >>> 11) * probability;
    if (this.#code < bound) {
      this.#range = bound;
      table[at] = probability + ((2048 - probability) >> 5);
      return 0;
    }
    this.#range -= bound;
    this.#code -= bound;
    table[at] = probability - (probability >> 5);
    return 1;
  }

  direct(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left--) {
      this.#normalise();
      this.#range >>>= 1;
      const isOne = this.#code >= this.#range;
      if (isOne) this.#code -= this.#range;
      value = value * 2 + (isOne ? 1 : 0);
    }
    return value;
  }

  tree(table: Uint16Array, from: number, bits: number): number {
    let at = 1;
    for (let left = bits; left > 0; left--) at = at * 2 + this.bit(table, from + at);
    return at - (1 << bits);
  }

  reverse(table: Uint16Array, from: number, bits: number): number {
    let at = 1;
    let value = 0;
    for (let index = 0; index < bits; index++) {
      const bit = this.bit(table, from + at);
      at = at * 2 + bit;
      value |= bit << index;
    }
    return value;
  }
}

/** Lengths of matches: short, middle, long. */
class Lengths {
  readonly #choices = probabilities(2);
  readonly #low = probabilities(16 * 8);
  readonly #middle = probabilities(16 * 8);
  readonly #high = probabilities(256);

  read(reader: RangeReader, position: number): number {
    if (reader.bit(this.#choices, 0) === 0) return 2 + reader.tree(this.#low, position * 8, 3);
    if (reader.bit(this.#choices, 1) === 0) return 10 + reader.tree(this.#middle, position * 8, 3);
    return 18 + reader.tree(this.#high, 0, 8);
  }
}

/** What is learnt on the way, of one set of properties. */
class LzmaState {
  readonly #literalContext: number;
  readonly #positionMask: number;
  readonly #literalMask: number;
  readonly #literals: Uint16Array;
  readonly #isMatch = probabilities(12 * 16);
  readonly #isRepeat = probabilities(12);
  readonly #isRepeat0 = probabilities(12);
  readonly #isRepeat1 = probabilities(12);
  readonly #isRepeat2 = probabilities(12);
  readonly #isLongRepeat = probabilities(12 * 16);
  readonly #slots = probabilities(4 * 64);
  readonly #special = probabilities(128);
  readonly #align = probabilities(16);
  readonly #lengths = new Lengths();
  readonly #repeatLengths = new Lengths();
  #state = 0;
  #distances: [number, number, number, number] = [0, 0, 0, 0];

  constructor(properties: number) {
    if (properties >= 225) throw new Unpackable('its properties make no sense');
    this.#literalContext = properties % 9;
    const rest = Math.floor(properties / 9);
    this.#literalMask = (1 << (rest % 5)) - 1;
    this.#positionMask = (1 << Math.floor(rest / 5)) - 1;
    this.#literals = probabilities(0x300 << (this.#literalContext + (rest % 5)));
  }

  #literal(reader: RangeReader, out: UnpackedOutput): void {
    const context =
      ((out.length & this.#literalMask) << this.#literalContext) + (out.back(1) >> (8 - this.#literalContext));
    const from = 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      let match = out.back(this.#distances[0] + 1);
      while (symbol < 0x100) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const bit = reader.bit(this.#literals, from + ((1 + expected) << 8) + symbol);
        symbol = symbol * 2 + bit;
        if (expected !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = symbol * 2 + reader.bit(this.#literals, from + symbol);
    out.put(symbol & 0xff);
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #distance(reader: RangeReader, length: number): number {
    const slot = reader.tree(this.#slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reader.reverse(this.#special, base - slot, bits);
    return base + reader.direct(bits - 4) * 16 + reader.reverse(this.#align, 0, 4);
  }

  /** A repeated distance; undefined for the one byte that stands at the last distance. */
  #repeat(reader: RangeReader, position: number): boolean {
    const state = this.#state;
    const [first, second, third, fourth] = this.#distances;
    if (reader.bit(this.#isRepeat0, state) === 0) return reader.bit(this.#isLongRepeat, state * 16 + position) === 1;
    if (reader.bit(this.#isRepeat1, state) === 0) this.#distances = [second, first, third, fourth];
    else if (reader.bit(this.#isRepeat2, state) === 0) this.#distances = [third, first, second, fourth];
    else this.#distances = [fourth, first, second, third];
    return true;
  }

  /** Reads on until the output has so many bytes, or to the mark of the end; gives whether that was met. */
  run(reader: RangeReader, out: UnpackedOutput, end: number): boolean {
    while (out.length < end) {
      const position = out.length & this.#positionMask;
      const state = this.#state;
      if (reader.bit(this.#isMatch, state * 16 + position) === 0) {
        this.#literal(reader, out);
        continue;
      }
      let length: number;
      if (reader.bit(this.#isRepeat, state) === 1) {
        if (!this.#repeat(reader, position)) {
          this.#state = state < 7 ? 9 : 11;
          out.repeat(this.#distances[0] + 1, 1);
          continue;
        }
        length = this.#repeatLengths.read(reader, position);
        this.#state = state < 7 ? 8 : 11;
      } else {
        length = this.#lengths.read(reader, position);
        this.#state = state < 7 ? 7 : 10;
        const distance = this.#distance(reader, length);
        if (distance === 0xffffffff) return true;
        this.#distances = [distance, this.#distances[0], this.#distances[1], this.#distances[2]];
      }
      out.repeat(this.#distances[0] + 1, Math.min(length, end - out.length));
    }
    return false;
  }
}

/** Unpacks an old `.lzma` file; throws `Unpackable` where it cannot. */
export const unpackLzma = (bytes: Uint8Array, out: UnpackedOutput): void => {
  if (bytes.length < 18) throw new Unpackable('it ends in the middle');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getBigUint64(5, true);
  const isSaid = size !== 0xffffffffffffffffn;
  new LzmaState(bytes[0]!).run(new RangeReader(bytes, 13), out, isSaid ? Number(size) : Number.POSITIVE_INFINITY);
};

/** The chunks of LZMA2 in a block; gives where they end. */
const readChunks = (bytes: Uint8Array, from: number, out: UnpackedOutput): number => {
  let state: LzmaState | undefined;
  let properties: number | undefined;
  for (let at = from; ; ) {
    const control = bytes[at];
    if (control === undefined || at + 6 > bytes.length + 5) throw new Unpackable('it ends in the middle');
    if (control === 0) return at + 1;
    const two = (place: number): number => (bytes[place] ?? 0) * 256 + (bytes[place + 1] ?? 0);
    if (control < 3) {
      const size = two(at + 1) + 1;
      if (at + 3 + size > bytes.length) throw new Unpackable('it ends in the middle');
      out.append(bytes.subarray(at + 3, at + 3 + size));
      at += 3 + size;
      continue;
    }
    if (control < 0x80) throw new Unpackable('a block makes no sense');
    const unpacked = ((control & 0x1f) << 16) + two(at + 1) + 1;
    const packed = two(at + 3) + 1;
    const reset = (control >> 5) & 3;
    at += 5;
    if (reset >= 2) properties = bytes[at++];
    if (properties === undefined) throw new Unpackable('a block makes no sense');
    if (reset >= 1) state = new LzmaState(properties);
    if (state === undefined || at + packed > bytes.length) throw new Unpackable('it ends in the middle');
    state.run(new RangeReader(bytes.subarray(0, at + packed), at), out, out.length + unpacked);
    at += packed;
  }
};

const checkSizes: Readonly<Record<number, number>> = { 0: 0, 1: 4, 4: 8, 10: 32 };

/** Unpacks an `.xz` file; throws `Unpackable` where it cannot. https://tukaani.org/xz/xz-file-format.txt */
export const unpackXz = (bytes: Uint8Array, out: UnpackedOutput): void => {
  const check = checkSizes[(bytes[7] ?? 99) & 15];
  if (check === undefined) throw new Unpackable('its kind of check is not known');
  let at = 12;
  // A block begins with its size; the index, which ends the stream, with a zero.
  while (at < bytes.length && bytes[at] !== 0) {
    const begin = at;
    const header = (bytes[at]! + 1) * 4;
    const flags = bytes[at + 1] ?? 0;
    if ((flags & 3) !== 0) throw new Unpackable('it uses a filter that is not known here');
    at += 2;
    for (const bit of [0x40, 0x80]) if ((flags & bit) !== 0) while (((bytes[at++] ?? 0) & 0x80) !== 0);
    if (bytes[at] !== 0x21) throw new Unpackable('it uses a filter that is not known here');
    at = readChunks(bytes, begin + header, out);
    at = 12 + Math.ceil((at - 12) / 4) * 4 + check;
  }
  if (at >= bytes.length) throw new Unpackable('it ends in the middle');
};
