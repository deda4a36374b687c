/** Bytes of a model file by their place: all of them in memory, or fetched where they are asked for, so that tensors are passed over and never read. */

/** A file, or a part of one, that can be read anywhere. */
export interface ByteSource {
  /** Bytes that it has. */
  readonly size: number;
  /** Bytes from its beginning that can be had; less than `size` where only a beginning was given. */
  readonly reach: number;
  /** The bytes of a stretch; fewer where it goes beyond `reach`. */
  at(from: number, length: number): Uint8Array;
}

/** A source of bytes in memory, which may be the beginning of a larger file. */
export const sourceOf = (bytes: Uint8Array, size = bytes.length): ByteSource => ({
  size,
  reach: bytes.length,
  at: (from, length) => bytes.subarray(Math.min(from, bytes.length), Math.min(from + length, bytes.length)),
});

/** A stretch of a source as a source of its own. */
export const stretchOf = (source: ByteSource, from: number, size: number): ByteSource => ({
  size,
  reach: Math.max(0, Math.min(size, source.reach - from)),
  at: (start, length) => source.at(from + start, Math.max(0, Math.min(length, size - start))),
});

/** Thrown by a reader to leave what it reads at the first thing it cannot read; never an `Error`, for it is expected trouble. */
export class Broken {
  readonly why: string;
  readonly offset: number;
  constructor(why: string, offset: number) {
    this.why = why;
    this.offset = offset;
  }
}

/** Bytes that are fetched at once. */
const windowSize = 1 << 20;

/** Goes through a source from front to back; throws `Broken` where that leads beyond its bytes. */
export class ByteCursor {
  readonly source: ByteSource;
  #window: Uint8Array;
  #view: DataView;
  /** Where the window begins. */
  #from = 0;
  at: number;

  constructor(source: ByteSource, at = 0) {
    this.source = source;
    this.at = at;
    this.#window = source.at(at, windowSize);
    this.#view = new DataView(this.#window.buffer, this.#window.byteOffset, this.#window.byteLength);
    this.#from = at;
  }

  /** Makes sure that so many bytes are at hand, moves behind them, and gives where they begin in the window, which may be another than before. */
  #need(length: number): number {
    const begin = this.at - this.#from;
    if (begin >= 0 && begin + length <= this.#window.length) {
      this.at += length;
      return begin;
    }
    if (this.at + length > this.source.reach) throw this.beyond();
    this.#window = this.source.at(this.at, Math.max(length, windowSize));
    this.#view = new DataView(this.#window.buffer, this.#window.byteOffset, this.#window.byteLength);
    this.#from = this.at;
    if (this.#window.length < length) throw this.beyond();
    this.at += length;
    return 0;
  }

  /** The trouble of being asked for bytes that are not there. */
  beyond(): Broken {
    const { reach, size } = this.source;
    return new Broken(
      this.at >= reach && reach < size ? 'only its beginning was read' : 'it ends in the middle',
      this.at,
    );
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.reach;
  }

  byte(): number {
    const at = this.#need(1);
    return this.#window[at]!;
  }

  two(): number {
    const at = this.#need(2);
    return this.#view.getUint16(at, true);
  }

  four(): number {
    const at = this.#need(4);
    return this.#view.getUint32(at, true);
  }

  signedFour(): number {
    const at = this.#need(4);
    return this.#view.getInt32(at, true);
  }

  eight(): number {
    const at = this.#need(8);
    return Number(this.#view.getBigUint64(at, true));
  }

  /** So many bytes; they may be a view of the source. */
  take(length: number): Uint8Array {
    const begin = this.#need(length);
    return this.#window.subarray(begin, begin + length);
  }

  /** Moves on without reading. */
  skip(length: number): void {
    if (this.at + length > this.source.size) throw this.beyond();
    this.at += length;
  }

  /** The line up to the next line feed, which is passed over; at most `most` bytes of it. */
  line(most = 4096): Uint8Array {
    const start = this.at;
    for (;;) {
      const begin = this.at - this.#from;
      const found = begin >= 0 && begin < this.#window.length ? this.#window.indexOf(10, begin) : -1;
      if (found >= 0) {
        this.at = this.#from + found + 1;
        const length = Math.min(found + this.#from - start, most);
        return start >= this.#from
          ? this.#window.subarray(start - this.#from, start - this.#from + length)
          : this.source.at(start, length);
      }
      this.at = Math.max(this.at, this.#from + this.#window.length);
      if (this.at - start > windowSize * 8 || this.isAtEnd) throw this.beyond();
      this.#need(1);
    }
  }
}
