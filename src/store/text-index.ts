/** Full-text search with one meaning on both databases: words are taken apart here, the database only finds them. */
import { type Expression, type SqlBool, sql } from 'kysely';
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

/** So many rows are looked up one by one; more are met sooner by walking the list in its order. */
const fewRows = 1000;

/**
 * The condition that a row of this number holds every word of the text; the last word may be the beginning of one. Undefined where no
 * text was asked for.
 */
export const findMatching = async (
  query: Query,
  kind: Kind,
  index: Index,
  text: string | undefined,
): Promise<Expression<SqlBool> | undefined> => {
  if (text === undefined) return undefined;
  const words = splitWords(text).slice(0, mostAsked);
  if (words.length === 0) return sql<SqlBool>`1 = 0`;
  const table = sql.table(index);
  // Letters and digits alone: nothing in them is syntax once they are quoted.
  const matching =
    kind === 'sqlite'
      ? sql`SELECT rowid AS number FROM ${table} WHERE ${table} MATCH ${`${words.map((word) => `"${word}"`).join(' ')}*`}`
      : sql`SELECT number FROM ${table} WHERE words @@ ${`${words.map((word) => `'${word}'`).join(' & ')}:*`}::tsquery`;
  const { rows } = await sql<{ number: number }>`${matching} LIMIT ${sql.lit(fewRows + 1)}`.execute(query);
  if (rows.length === 0) return sql<SqlBool>`1 = 0`;
  // No planner knows how often a word is there; so it is told.
  if (rows.length <= fewRows) return sql<SqlBool>`number IN (${sql.join(rows.map(({ number }) => number))})`;
  return kind === 'sqlite' ? sql<SqlBool>`+number IN (${matching})` : sql<SqlBool>`number IN (${matching})`;
};
