/** Places for the store’s tests: the same tests on a new folder and on a new database of PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Kind } from './tables.ts';

/** One empty place for a store. */
export interface Place {
  readonly kind: Kind;
  /** What `openStore` takes. */
  readonly place: string;
  /** Runs statements past the store; gives the rows of the last. */
  raw(text: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

const makeFolder = async (): Promise<Place> => {
  const place = mkdtempSync(join(tmpdir(), 'isobar-store-'));
  return {
    kind: 'sqlite',
    place,
    async raw(text) {
      const file = new DatabaseSync(join(place, 'isobar.sqlite'));
      try {
        if (/^\s*(?:SELECT|PRAGMA)/i.test(text)) return file.prepare(text).all() as Record<string, unknown>[];
        file.exec(text);
        return [];
      } finally {
        file.close();
      }
    },
    remove: async () => rmSync(place, { recursive: true, force: true }),
  };
};

const makeDatabase = async (cluster: string): Promise<Place> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (text: string, url = cluster): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url, options: '-c search_path=isobar' });
    await client.connect();
    try {
      const result = (await client.query(text)) as pg.QueryResult | pg.QueryResult[];
      return (Array.isArray(result) ? result.at(-1)!.rows : result.rows) as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(cluster);
  url.pathname = name;
  return {
    kind: 'postgres',
    place: url.href,
    raw: (text) => onServer(text, url.href),
    remove: async () => void (await onServer(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
};

/** How to make a place of each kind that is to be had; `cluster` is the address of a PostgreSQL. */
export const listPlaces = (
  cluster: string | undefined,
): readonly { readonly kind: Kind; readonly isMissing: boolean; readonly make: () => Promise<Place> }[] => [
  { kind: 'sqlite', isMissing: false, make: makeFolder },
  { kind: 'postgres', isMissing: cluster === undefined, make: () => makeDatabase(cluster!) },
];
