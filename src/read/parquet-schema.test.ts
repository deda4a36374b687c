// The footer of a Parquet file, written here byte by byte as the format describes it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParquetSchema } from './parquet-schema.ts';

const variable = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...variable(value >>> 7)]);
const signed = (value: number): number[] => variable(value * 2);
const text = (value: string): number[] => [...variable(value.length), ...Buffer.from(value)];

/** A file with these columns and no pages. */
const fileOf = (columns: readonly string[], rows: number): Uint8Array => {
  // SchemaElement: 4 name, 5 number of children (the root alone).
  const root = [0x48, ...text('schema'), 0x15, ...signed(columns.length), 0];
  const leaves = columns.flatMap((name) => [0x15, ...signed(6), 0x38, ...text(name), 0]);
  // FileMetaData: 1 version, 2 schema, 3 rows, 4 row groups, 6 who wrote it.
  const footer = [
    0x15,
    ...signed(1),
    0x19,
    ((columns.length + 1) << 4) | 12,
    ...root,
    ...leaves,
    0x16,
    ...signed(rows),
    0x19,
    0x0c,
    0x28,
    ...text('writer 1.0'),
    0,
  ];
  const size = Buffer.alloc(4);
  size.writeUInt32LE(footer.length);
  return Uint8Array.from([...Buffer.from('PAR1'), ...footer, ...size, ...Buffer.from('PAR1')]);
};

describe('the schema of a Parquet file', () => {
  it('names columns, counts rows and tells who wrote it', () =>
    expect(readParquetSchema(fileOf(['email', 'label'], 1200))).toEqual({
      columns: ['email', 'label'],
      rows: 1200,
      createdBy: 'writer 1.0',
    }));

  it('is none for other bytes and for a beginning', () => {
    expect(readParquetSchema(new TextEncoder().encode('email,label\n'))).toBeUndefined();
    expect(readParquetSchema(fileOf(['email'], 3).subarray(0, 20))).toBeUndefined();
  });

  it('never throws and never hangs on damaged footers', () => {
    const good = fileOf(['email', 'phone', 'label'], 99);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 4, max: good.length - 9 }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 6,
        }),
        (changes) => {
          const bytes = Uint8Array.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const read = readParquetSchema(bytes);
          expect(read === undefined || read.columns.length <= 5000).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
