/** The database: opened for several processes at once, brought to the current version, written in whole transactions. */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import { migrationsAfter, newestVersion } from './migrations.ts';
import { createSqliteDialect, openFile } from './sqlite-dialect.ts';
import type { Kind, Tables } from './tables.ts';

export type Query = Kysely<Tables>;

export interface Database {
  readonly kind: Kind;
  /** For what only reads: on SQLite a connection of its own, so that no reader waits for a writer. */
  readonly read: Query;
  /** Does all of `act` or nothing of it, one writer after another, so that what was read stays true until it is written. */
  write<Result>(act: (query: Query) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Names of the locks of PostgreSQL: any numbers that nobody else takes. */
const writeLock = 4_021_995_601;
const migrateLock = 4_021_995_602;

type Script = (query: Query, text: string) => Promise<void>;

/** Applies the migrations that are missing, up to `last`. Gives why this program must not use what it found. */
const migrate = async (
  database: Pick<Database, 'kind' | 'write'>,
  script: Script,
  now: Date,
  last: number,
): Promise<string | undefined> =>
  database.write(async (query) => {
    await script(
      query,
      `CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL)${database.kind === 'sqlite' ? ' STRICT' : ''}`,
    );
    const [row] = await query
      .selectFrom('migration')
      .select((all) => all.fn.max('version').as('found'))
      .execute();
    const found = row?.found ?? 0;
    if (found > newestVersion)
      return `it was written by a newer version of this program (its version is ${found}, the newest known here ${newestVersion})`;
    for (const { version, title, sql: text, mend } of migrationsAfter(found, database.kind)) {
      if (version > last) break;
      if (mend && database.kind === 'sqlite') {
        const { rows } = await sql`SELECT 1 FROM pragma_table_info(${mend.table}) WHERE name = ${mend.column}`.execute(
          query,
        );
        if (rows.length === 0) await script(query, mend.sql);
      }
      await script(query, text);
      await query.insertInto('migration').values({ version, title, applied: now.toISOString() }).execute();
    }
    return undefined;
  });

/** Why it cannot be used, without what an address may hold of a password. */
const describe = (error: unknown): string => {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: readonly unknown[] };
  return message || (errors?.[0] ? describe(errors[0]) : '') || code || String(error);
};

export type Opened = { readonly database: Database } | { readonly refused: string };

const finish = async (database: Database, script: Script, now: Date, last: number): Promise<Opened> => {
  let refused: string | undefined;
  try {
    refused = await migrate(database, script, now, last);
  } catch (error) {
    refused = describe(error);
  }
  if (refused === undefined) return { database };
  await database.close();
  return { refused };
};

/** Opens or makes the file; `refused` says why it cannot be used. `last` is for tests: the version at which to stop. */
export const openSqlite = async (path: string, now: Date, last = newestVersion): Promise<Opened> => {
  let file: DatabaseSync;
  let reading: DatabaseSync;
  try {
    file = await openFile(path);
    reading = await openFile(path);
  } catch (error) {
    return { refused: describe(error) };
  }
  const writer = new Kysely<Tables>({ dialect: createSqliteDialect(file) });
  const read = new Kysely<Tables>({ dialect: createSqliteDialect(reading) });
  return finish(
    {
      kind: 'sqlite',
      read,
      write: (act) => writer.transaction().execute(act),
      close: async () => void (await Promise.all([read.destroy(), writer.destroy()])),
    },
    // On the connection whose transaction is open: one text holds many statements.
    async (_query, text) => file.exec(text),
    now,
    last,
  );
};

/** Opens the database behind the pool, which closes with it. */
export const openPostgres = async (pool: Pool, now: Date, last = newestVersion): Promise<Opened> => {
  const { createPostgresDialect } = await import('./postgres-dialect.ts');
  const read = new Kysely<Tables>({ dialect: createPostgresDialect(pool) });
  const writeUnder =
    (lock: number): Database['write'] =>
    (act) =>
      read.transaction().execute(async (query) => {
        await sql`SELECT pg_advisory_xact_lock(${sql.lit(lock)})`.execute(query);
        return act(query);
      });
  const database: Database = { kind: 'postgres', read, write: writeUnder(writeLock), close: () => read.destroy() };
  const script: Script = async (query, text) => void (await sql.raw(text).execute(query));
  const migrating = { ...database, write: writeUnder(migrateLock) };
  try {
    // Two that make it at once would both fail outside of the lock.
    await migrating.write((query) => script(query, 'CREATE SCHEMA IF NOT EXISTS isobar'));
  } catch (error) {
    await database.close();
    return { refused: describe(error) };
  }
  const opened = await finish({ ...database, write: migrating.write }, script, now, last);
  return 'refused' in opened ? opened : { database };
};
