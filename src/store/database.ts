/** The database file: opened for several processes at once, brought to the current version, written in whole transactions. */
import { DatabaseSync } from 'node:sqlite';
import { migrations } from './migrations.ts';

/** Milliseconds that a writer waits for another before it gives up. */
const patience = 15_000;
const pause = 20;

/** Tells whether another process is writing right now. https://www.sqlite.org/rescode.html#busy */
export const isBusy = (error: unknown): boolean => {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && ((code & 0xff) === 5 || (code & 0xff) === 6);
};

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Tries again while the file is busy: switching a new file to WAL and recovering one do not wait by themselves. */
const insist = <Result>(act: () => Result): Result => {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      Atomics.wait(sleeper, 0, 0, pause);
    }
  }
};

/** Does all of `act` or nothing of it. The write lock is taken at once, so that what was read stays true until it is written. */
export const inTransaction = <Result>(database: DatabaseSync, act: () => Result): Result => {
  insist(() => database.exec('BEGIN IMMEDIATE'));
  let isDone = false;
  try {
    const result = act();
    database.exec('COMMIT');
    isDone = true;
    return result;
  } finally {
    if (!isDone && database.isTransaction) database.exec('ROLLBACK');
  }
};

/** Applies the migrations that are missing. Gives the version found where it is one that this program does not know yet. */
const migrate = (database: DatabaseSync, now: Date): number | undefined =>
  inTransaction(database, () => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL) STRICT',
    );
    const { found } = database.prepare('SELECT coalesce(max(version), 0) AS found FROM migration').get() as {
      found: number;
    };
    if (found > migrations.length) return found;
    const note = database.prepare('INSERT INTO migration VALUES (?, ?, ?)');
    for (const [at, { title, sql }] of migrations.entries()) {
      if (at < found) continue;
      database.exec(sql);
      note.run(at + 1, title, now.toISOString());
    }
    return undefined;
  });

/** Opens or makes the file; `refused` says why it cannot be used. */
export const openDatabase = (
  path: string,
  now: Date,
): { readonly database: DatabaseSync } | { readonly refused: string } => {
  let database: DatabaseSync | undefined;
  let refused: string;
  try {
    database = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
    const opened = database;
    insist(() => opened.exec('PRAGMA journal_mode = WAL'));
    // WAL alone survives a killed process; FULL survives a lost power supply too.
    opened.exec('PRAGMA synchronous = FULL');
    const newer = migrate(opened, now);
    if (newer === undefined) return { database: opened };
    refused = `it was written by a newer version of this program (its version is ${newer}, the newest known here ${migrations.length})`;
  } catch (error) {
    refused = error instanceof Error ? error.message : String(error);
  }
  database?.close();
  return { refused };
};
