/** Reads what the footer of a Parquet file says: names of columns, number of rows, who wrote it. No page is opened. */

export interface ParquetSchema {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly createdBy?: string;
}

const longestName = 500;
const mostColumns = 5000;
const deepest = 40;

/** Thrown to leave the reader at what it cannot read; never an `Error`, for it is expected trouble. */
class Stop {}

/** The compact protocol of Thrift: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md */
class Compact {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  byte(): number {
    if (this.#at >= this.#bytes.length) throw new Stop();
    return this.#bytes[this.#at++]!;
  }

  /** Numbers beyond 2^53 lose their last digits, which no count of rows has. */
  unsigned(): number {
    let value = 0;
    let by = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * by;
      if (byte < 0x80) return value;
      by *= 128;
    }
    throw new Stop();
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.unsigned();
    const from = this.#at;
    if (from + length > this.#bytes.length) throw new Stop();
    this.#at += length;
    return new TextDecoder().decode(this.#bytes.subarray(from, from + Math.min(length, longestName)));
  }

  skip(type: number, depth = 0): void {
    if (depth > deepest) throw new Stop();
    if (type === 1 || type === 2) return;
    if (type === 3) this.byte();
    else if (type >= 4 && type <= 6) this.unsigned();
    else if (type === 7) for (let count = 0; count < 8; count++) this.byte();
    else if (type === 8) this.text();
    else if (type === 9 || type === 10)
      this.list((item) => (item === 1 || item === 2 ? void this.byte() : this.skip(item, depth + 1)));
    else if (type === 12) this.struct((_, field) => this.skip(field, depth + 1));
    else throw new Stop();
  }

  list(each: (type: number) => void): void {
    const head = this.byte();
    const count = head >> 4 === 15 ? this.unsigned() : head >> 4;
    for (let number = 0; number < count; number++) each(head & 15);
  }

  struct(each: (id: number, type: number) => void): void {
    let id = 0;
    for (let head = this.byte(); head !== 0; head = this.byte()) {
      id = head >> 4 === 0 ? this.signed() : id + (head >> 4);
      each(id, head & 15);
    }
  }
}

const isMagic = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x50 && bytes[at + 1] === 0x41 && bytes[at + 2] === 0x52 && bytes[at + 3] === 0x31;

/** The schema of a whole file; undefined where the bytes are no Parquet file, or its footer is not among them. */
export const readParquetSchema = (bytes: Uint8Array): ParquetSchema | undefined => {
  const { length } = bytes;
  if (length < 12 || !isMagic(bytes, 0) || !isMagic(bytes, length - 4)) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(length - 8, true);
  if (size > length - 12) return undefined;
  const reader = new Compact(bytes.subarray(0, length - 8), length - 8 - size);
  const columns: string[] = [];
  let rows = 0;
  let createdBy: string | undefined;
  try {
    reader.struct((id, type) => {
      if (id === 2 && type === 9)
        reader.list(() => {
          let name = '';
          let isGroup = false;
          reader.struct((field, fieldType) => {
            if (field === 4 && fieldType === 8) name = reader.text();
            else {
              if (field === 5) isGroup = true;
              reader.skip(fieldType);
            }
          });
          if (!isGroup && columns.length < mostColumns) columns.push(name);
        });
      else if (id === 3 && type === 6) rows = reader.signed();
      else if (id === 6 && type === 8) createdBy = reader.text();
      else reader.skip(type);
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (columns.length === 0) return undefined;
  }
  return { columns, rows, ...(createdBy === undefined ? {} : { createdBy }) };
};
