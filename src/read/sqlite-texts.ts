/** Reads texts out of an SQLite file without a database: its leaf pages one after another, the records in them, up to a bound. */

export interface SqliteTexts {
  /** Names of the tables, from the schema. */
  readonly tables: readonly string[];
  /** Texts of at least eight characters that stand in records, the beginning of each. */
  readonly texts: readonly string[];
  /** Not all pages were read. */
  readonly isCut: boolean;
}

const mostTexts = 20_000;
const longestText = 4000;
const mostCharacters = 4_000_000;

/** A number of up to nine bytes with seven bits each, as SQLite writes them; its length in bytes beside it. */
const variable = (bytes: Uint8Array, at: number): readonly [value: number, length: number] => {
  let value = 0;
  for (let count = 0; count < 8; count++) {
    const byte = bytes[at + count];
    if (byte === undefined) return [value, count + 1];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, count + 1];
  }
  return [value * 256 + (bytes[at + 8] ?? 0), 9];
};

const sizeOfSerial = (type: number): number =>
  type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0);

/** The texts of the record at an offset: https://www.sqlite.org/fileformat2.html#record_format */
const textsOfRecord = (bytes: Uint8Array, from: number, limit: number): readonly string[] => {
  const [headerSize, first] = variable(bytes, from);
  const texts: string[] = [];
  let at = from + first;
  let body = from + headerSize;
  while (at < from + headerSize && at < limit && texts.length < 200) {
    const [type, length] = variable(bytes, at);
    at += length;
    const size = sizeOfSerial(type);
    if (type >= 13 && type % 2 === 1 && body < limit) {
      const end = Math.min(body + size, body + longestText, limit);
      texts.push(new TextDecoder().decode(bytes.subarray(body, end)));
    }
    body += size;
  }
  return texts;
};

/** The texts of a database; undefined where the bytes are none. A beginning of a file gives what stands in it. */
export const readSqliteTexts = (bytes: Uint8Array): SqliteTexts | undefined => {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 16)) !== 'SQLite format 3\0') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return undefined;
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65_536 : written;
  if (pageSize < 512) return undefined;
  const encoding = view.getUint32(56);
  const pages = Math.floor(bytes.length / pageSize);
  const isCut = view.getUint32(28) > pages;
  const tables: string[] = [];
  const texts: string[] = [];
  let characters = 0;
  // UTF-16 databases are rare; their texts would come out as noise.
  if (encoding > 1) return { tables, texts, isCut: true };
  for (let page = 0; page < pages; page++) {
    if (texts.length >= mostTexts || characters >= mostCharacters) return { tables, texts, isCut: true };
    const start = page * pageSize;
    const header = page === 0 ? start + 100 : start;
    // 13 is a leaf of a table; other pages hold keys only, or the rest of long records.
    if (bytes[header] !== 13) continue;
    const cells = Math.min(view.getUint16(header + 3), Math.floor(pageSize / 4));
    for (let cell = 0; cell < cells; cell++) {
      const pointer = header + 8 + cell * 2;
      if (pointer + 2 > start + pageSize) break;
      const at = start + view.getUint16(pointer);
      if (at < header + 8 || at >= start + pageSize) continue;
      const [, payload] = variable(bytes, at);
      const [, key] = variable(bytes, at + payload);
      const found = textsOfRecord(bytes, at + payload + key, start + pageSize);
      if (found[0] === 'table' && found[1] !== undefined && found.at(-1)?.startsWith('CREATE ')) tables.push(found[1]);
      for (const text of found)
        if (text.length >= 8) {
          texts.push(text);
          characters += text.length;
        }
    }
  }
  return { tables, texts, isCut };
};
