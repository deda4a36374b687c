/** The output of an unpacker: it grows as it is written, never beyond a bound, and what stands in it can be copied again. */

/** Thrown by an unpacker to leave what it reads; never an `Error`, for it is expected trouble. */
export class Unpackable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** What was unpacked, and why that is not all where it is not. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly why?: string;
}

/** Runs an unpacker into an output of at most so many bytes; what it had written before it had to stop counts. */
export const unpackInto = (most: number, unpack: (out: UnpackedOutput) => void): Unpacked => {
  const out = new UnpackedOutput(most);
  try {
    unpack(out);
    return { bytes: out.bytes };
  } catch (error) {
    if (!(error instanceof Unpackable)) throw error;
    return { bytes: out.bytes, why: error.why };
  }
};

export class UnpackedOutput {
  #bytes: Uint8Array;
  readonly #most: number;
  length = 0;

  constructor(most: number) {
    this.#most = most;
    this.#bytes = new Uint8Array(Math.min(most, 1 << 16));
  }

  #room(more: number): void {
    const needed = this.length + more;
    if (needed > this.#most) throw new Unpackable(`it unpacks to more than ${this.#most} bytes`);
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.min(this.#most, Math.max(needed, this.#bytes.length * 2)));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  put(byte: number): void {
    if (this.length >= this.#bytes.length) this.#room(1);
    this.#bytes[this.length++] = byte;
  }

  append(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The byte so many places back; 0 before the beginning. */
  back(distance: number): number {
    return this.#bytes[this.length - distance] ?? 0;
  }

  /** Copies what stands so far back, which may overlap with what is written. */
  repeat(distance: number, length: number): void {
    if (distance < 1 || distance > this.length) throw new Unpackable('it repeats what stands before its beginning');
    this.#room(length);
    const bytes = this.#bytes;
    let to = this.length;
    for (let from = to - distance, left = length; left > 0; left--) bytes[to++] = bytes[from++]!;
    this.length = to;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}
