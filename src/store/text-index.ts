/** Full-text search with one meaning on both databases: words are taken apart here, the database only finds them. */
import { type Expression, sql } from 'kysely';
import type { Query } from './database.ts';
import type { Kind } from './tables.ts';

type Index = 'finding_text' | 'asset_text';

const longestWord = 64;
const mostWords = 400;
const mostAsked = 8;

/** Letters and digits between anything else, small, without accents; each word once, in order. */
export const splitWords = (text: string): string[] => [
  ...new Set(
    (
      text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).map((word) => word.slice(0, longestWord)),
  ),
];

const batchSize = 400;

/** Indexes the texts anew, each under its number. */
export const indexTexts = async (
  query: Query,
  kind: Kind,
  index: Index,
  texts: readonly { readonly number: number; readonly text: string }[],
): Promise<void> => {
  const table = sql.table(index);
  for (let at = 0; at < texts.length; at += batchSize) {
    const batch = texts.slice(at, at + batchSize).map(({ number, text }) => ({
      number,
      words: splitWords(text).slice(0, mostWords),
    }));
    if (kind === 'sqlite') {
      await sql`DELETE FROM ${table} WHERE rowid IN (${sql.join(batch.map(({ number }) => number))})`.execute(query);
      const rows = batch.map(({ number, words }) => sql`(${number}, ${words.join(' ')})`);
      await sql`INSERT INTO ${table} (rowid, words) VALUES ${sql.join(rows)}`.execute(query);
    } else {
      const rows = batch.map(({ number, words }) => sql`(${number}::bigint, array_to_tsvector(${words}::text[]))`);
      await sql`INSERT INTO ${table} (number, words) VALUES ${sql.join(rows)}
        ON CONFLICT (number) DO UPDATE SET words = excluded.words`.execute(query);
    }
  }
};

/** Numbers of the rows that hold every word; the last word may be the beginning of one. Undefined where there is no word in it. */
export const matchText = (kind: Kind, index: Index, text: string): Expression<number> | undefined => {
  const words = splitWords(text).slice(0, mostAsked);
  if (words.length === 0) return undefined;
  const table = sql.table(index);
  // Letters and digits alone: nothing in them is syntax once they are quoted.
  if (kind === 'sqlite') {
    const asked = `${words.map((word) => `"${word}"`).join(' ')}*`;
    return sql<number>`(SELECT rowid FROM ${table} WHERE ${table} MATCH ${asked})`;
  }
  const asked = `${words.map((word) => `'${word}'`).join(' & ')}:*`;
  return sql<number>`(SELECT number FROM ${table} WHERE words @@ ${asked}::tsquery)`;
};
