// Texts out of databases and pickles: what stands in them is found, and damaged ones end in less, not in trouble.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPickleTexts } from './pickle-texts.ts';
import { readSqliteTexts } from './sqlite-texts.ts';

const store = new Uint8Array(
  readFileSync(
    join(
      import.meta.dirname,
      '../catalog/extractors/vector-store-files/cases/chroma-with-persons/input/chroma_db/chroma.sqlite3',
    ),
  ),
);

describe('texts of an SQLite file', () => {
  it('are those of its records, with the names of its tables', () => {
    const { tables, texts, isCut } = readSqliteTexts(store)!;
    expect(tables).toEqual(['collections', 'embeddings', 'embedding_metadata']);
    expect(texts.filter((text) => text.startsWith('Ticket '))).toHaveLength(24);
    expect(isCut).toBe(false);
  });

  it('of a beginning are those that stand in it, and it says so', () =>
    expect(readSqliteTexts(store.subarray(0, store.length - 4096))!.isCut).toBe(true));

  it('are none of other bytes', () =>
    expect(readSqliteTexts(new TextEncoder().encode('no database'.repeat(99)))).toBeUndefined());

  it('of damaged files never throw', () => {
    const change = fc.tuple(fc.integer({ min: 16, max: store.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const bytes = Uint8Array.from(store);
        for (const [at, value] of changes) bytes[at] = value;
        expect((readSqliteTexts(bytes)?.texts.length ?? 0) <= 20_001).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('texts of a pickle', () => {
  const short = (text: string): number[] => [0x8c, Buffer.byteLength(text), ...Buffer.from(text)];
  const long = (text: string): number[] => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(Buffer.byteLength(text));
    return [0x58, ...size, ...Buffer.from(text)];
  };

  it('are the strings that its opcodes carry', () => {
    const one = 'Frau Keller fragt nach Größe 42';
    const two = 'x'.repeat(300);
    expect(readPickleTexts(Uint8Array.from([0x80, 4, ...short(one), 0x94, ...long(two), 0x2e]))).toEqual([one, two]);
  });

  it('of any bytes are some or none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readPickleTexts(bytes)));
  });
});
