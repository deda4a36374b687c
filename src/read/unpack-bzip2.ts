/** Unpacks bzip2. https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf */
import { Unpackable, type UnpackedOutput } from './unpack-output.ts';

const blockMark = 0x314159265359;
const endMark = 0x177245385090;
const longestCode = 20;

/** Reads bits from the high one down. */
class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#at = 0;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  take(count: number): number {
    let value = 0;
    for (let left = count; left > 0; ) {
      if (this.#count === 0) {
        const byte = this.#bytes[this.#at++];
        if (byte === undefined) throw new Unpackable('it ends in the middle');
        this.#held = byte;
        this.#count = 8;
      }
      const part = Math.min(left, this.#count);
      this.#count -= part;
      value = value * 2 ** part + ((this.#held >> this.#count) & ((1 << part) - 1));
      left -= part;
    }
    return value;
  }

  align(): void {
    this.#count = 0;
  }
}

/** A prefix code by its lengths: the first code, its place and the symbols of each length. */
interface Code {
  readonly first: Int32Array;
  readonly counts: Int32Array;
  readonly symbols: readonly number[];
}

const codeOf = (lengths: readonly number[]): Code => {
  const counts = new Int32Array(longestCode + 2);
  for (const length of lengths) counts[length]!++;
  const first = new Int32Array(longestCode + 2);
  for (let length = 1, code = 0; length <= longestCode; length++) {
    first[length] = code;
    code = (code + counts[length]!) * 2;
  }
  const symbols = lengths.map((length, symbol) => [length, symbol] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { first, counts, symbols: symbols.map(([, symbol]) => symbol) };
};

const readSymbol = (bits: Bits, { first, counts, symbols }: Code): number => {
  let code = 0;
  let place = 0;
  for (let length = 1; length <= longestCode; length++) {
    code = code * 2 + bits.take(1);
    const offset = code - first[length]!;
    if (offset < counts[length]!) return symbols[place + offset]!;
    place += counts[length]!;
  }
  throw new Unpackable('a code makes no sense');
};

const readCodes = (bits: Bits, alphabet: number, groups: number): readonly Code[] =>
  Array.from({ length: groups }, () => {
    let length = bits.take(5);
    const lengths = Array.from({ length: alphabet }, () => {
      while (bits.take(1) === 1) length += bits.take(1) === 0 ? 1 : -1;
      if (length < 1 || length > longestCode) throw new Unpackable('a code makes no sense');
      return length;
    });
    return codeOf(lengths);
  });

/** Moves the item at a place to the front, and gives it. */
const moveToFront = (list: number[], at: number): number => {
  const item = list[at];
  if (item === undefined) throw new Unpackable('a symbol makes no sense');
  list.splice(at, 1);
  list.unshift(item);
  return item;
};

/** The bytes of a block before they were sorted, with where to begin. */
const readBlock = (bits: Bits, largest: number): { readonly sorted: Uint8Array; readonly origin: number } => {
  bits.take(32);
  if (bits.take(1) === 1) throw new Unpackable('it is written by a version that nobody uses');
  const origin = bits.take(24);
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const within = bits.take(16);
    for (let each = 0; each < 16; each++) if (((within >> (15 - each)) & 1) === 1) used.push(range * 16 + each);
  }
  const groups = bits.take(3);
  const selectorCount = bits.take(15);
  if (used.length === 0 || groups < 2 || groups > 6 || selectorCount === 0)
    throw new Unpackable('a block makes no sense');
  const order = Array.from({ length: groups }, (_, index) => index);
  const selectors = Array.from({ length: selectorCount }, () => {
    let at = 0;
    while (bits.take(1) === 1) at++;
    return moveToFront(order, at);
  });
  const codes = readCodes(bits, used.length + 2, groups);
  const sorted = new Uint8Array(largest);
  let length = 0;
  const fill = (byte: number, count: number): void => {
    if (length + count > largest) throw new Unpackable('a block is larger than it says');
    sorted.fill(byte, length, length + count);
    length += count;
  };
  for (let selector = 0, run = 0, weight = 1; ; selector++) {
    const code = codes[selectors[selector] ?? -1];
    if (code === undefined) throw new Unpackable('a block makes no sense');
    for (let index = 0; index < 50; index++) {
      const symbol = readSymbol(bits, code);
      if (symbol < 2) {
        run += weight * (symbol + 1);
        weight *= 2;
        if (run > largest) throw new Unpackable('a block is larger than it says');
        continue;
      }
      if (run > 0) fill(used[0]!, run);
      run = 0;
      weight = 1;
      if (symbol === used.length + 1) return { sorted: sorted.subarray(0, length), origin };
      fill(moveToFront(used, symbol - 1), 1);
    }
  }
};

/** Puts a block’s bytes into their order again, and its runs (four alike and a count) with them. */
const writeBlock = ({ sorted, origin }: ReturnType<typeof readBlock>, out: UnpackedOutput): void => {
  if (origin >= sorted.length) throw new Unpackable('a block makes no sense');
  const starts = new Uint32Array(257);
  for (const byte of sorted) starts[byte + 1]!++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!;
  const next = new Uint32Array(sorted.length);
  for (let at = 0; at < sorted.length; at++) {
    const byte = sorted[at]!;
    next[starts[byte]!] = at;
    starts[byte]!++;
  }
  let alike = 0;
  let last = -1;
  for (let at = next[origin]!, left = sorted.length; left > 0; at = next[at]!, left--) {
    const byte = sorted[at]!;
    if (alike === 4) {
      for (let index = 0; index < byte; index++) out.put(last);
      alike = 0;
      last = -1;
      continue;
    }
    alike = byte === last ? alike + 1 : 1;
    last = byte;
    out.put(byte);
  }
};

/** Unpacks a file; throws `Unpackable` where it cannot. */
export const unpackBzip2 = (bytes: Uint8Array, out: UnpackedOutput): void => {
  const bits = new Bits(bytes);
  while (!bits.isAtEnd) {
    const level = bits.take(24) === 0x425a68 ? bits.take(8) - 48 : 0;
    if (level < 1 || level > 9) throw new Unpackable('something else follows behind its end');
    for (let mark = bits.take(48); mark !== endMark; mark = bits.take(48)) {
      if (mark !== blockMark) throw new Unpackable('a block makes no sense');
      writeBlock(readBlock(bits, level * 100_000), out);
    }
    bits.take(32);
    bits.align();
  }
};
