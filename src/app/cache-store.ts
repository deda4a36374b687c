/** The content cache on disk: one SQLite file in the user’s cache folder, never in the tree that is scanned, which could bring its own. */
import { mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CacheStore } from '../engine/cache.ts';

/** Where the cache lies: ISOBAR_CACHE_DIR, or `isobar` in the user’s cache folder. */
export const findCacheFile = (environment: NodeJS.ProcessEnv): string =>
  join(
    environment.ISOBAR_CACHE_DIR || join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'isobar'),
    'readings.sqlite',
  );

const day = 24 * 60 * 60 * 1000;
const daysKept = 30;
const mostBytes = 1024 * 1024 * 1024;
/** Entries, and bytes of entries, that wait for one transaction together. */
const flushAt = 2048;
const flushAtBytes = 16 * 1024 * 1024;
const version = 3;

const remove = (path: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
};

const open = (path: string, isReader: boolean): DatabaseSync => {
  const database = new DatabaseSync(path, { readOnly: isReader, timeout: 2000 });
  if (isReader) return database;
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (found !== version) {
    database.exec(`
      DROP TABLE IF EXISTS reading;
      DROP TABLE IF EXISTS stamp;
      CREATE TABLE reading (key TEXT PRIMARY KEY, body BLOB NOT NULL, used INTEGER NOT NULL);
      CREATE INDEX reading_used ON reading (used);
      CREATE TABLE stamp (place TEXT PRIMARY KEY, stamp TEXT NOT NULL, content TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX stamp_used ON stamp (used);
      PRAGMA user_version = ${version};
    `);
  }
  return database;
};

const isBusy = (error: unknown): boolean => /locked|busy/i.test(String((error as { errstr?: unknown }).errstr ?? ''));

/**
 * Opens the cache; undefined where there is no place for one. A damaged file is thrown away and begun anew, and whatever goes wrong
 * later only switches the cache off: a scan without it is slower, not worse. A reader never writes.
 */
export const openCacheStore = (
  path: string,
  isReader: boolean,
  now: number,
): (CacheStore & { close(): void }) | undefined => {
  const today = Math.floor(now / day);
  let database: DatabaseSync;
  let readBody: StatementSync;
  let readStamp: StatementSync;
  const prepare = (): void => {
    database = open(path, isReader);
    readBody = database.prepare('SELECT body FROM reading WHERE key = ?');
    readStamp = database.prepare('SELECT content FROM stamp WHERE place = ? AND stamp = ?');
  };
  try {
    if (!isReader) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    prepare();
  } catch (error) {
    if (isReader || isBusy(error)) return undefined;
    try {
      remove(path);
      prepare();
    } catch {
      return undefined;
    }
  }

  let isOff = false;
  let isDamaged = false;
  const bodies = new Map<string, Uint8Array>();
  let waiting = 0;
  const stamps = new Map<string, { stamp: string; content: string }>();
  const usedBodies = new Set<string>();

  /** Does one thing with the file; trouble switches the cache off for the rest of the run. */
  const attempt = <Result>(act: () => Result): Result | undefined => {
    if (isOff) return undefined;
    try {
      return act();
    } catch (error) {
      if (isBusy(error)) return undefined;
      isOff = true;
      isDamaged = true;
      return undefined;
    }
  };

  const writeAll = (): void => {
    const putBody = database.prepare('INSERT OR REPLACE INTO reading VALUES (?, ?, ?)');
    const putStamp = database.prepare('INSERT OR REPLACE INTO stamp VALUES (?, ?, ?, ?)');
    const touch = database.prepare('UPDATE reading SET used = ? WHERE key = ? AND used < ?');
    for (const [key, body] of bodies) putBody.run(key, body, today);
    for (const [place, { stamp, content }] of stamps) putStamp.run(place, stamp, content, today);
    for (const key of usedBodies) touch.run(today, key, today);
  };

  const flush = (): void => {
    if (isReader || bodies.size + stamps.size + usedBodies.size === 0) return;
    attempt(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        writeAll();
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    });
    bodies.clear();
    stamps.clear();
    usedBodies.clear();
    waiting = 0;
  };
  return {
    contentOf: (place, stamp) => attempt(() => readStamp.get(place, stamp)?.content as string | undefined),
    remember(place, stamp, content) {
      stamps.set(place, { stamp, content });
      if (stamps.size >= flushAt) flush();
    },
    read(key) {
      const body = attempt(() => readBody.get(key)?.body as Uint8Array | undefined);
      if (body && !isReader) usedBodies.add(key);
      return body;
    },
    write(key, body) {
      bodies.set(key, body);
      waiting += body.length;
      if (bodies.size >= flushAt || waiting >= flushAtBytes) flush();
    },
    close() {
      flush();
      if (!isReader) {
        attempt(() => {
          const oldest = today - daysKept;
          database.prepare('DELETE FROM stamp WHERE used < ?').run(oldest);
          database.prepare('DELETE FROM reading WHERE used < ?').run(oldest);
          const { size } = database
            .prepare('SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()')
            .get() as { size: number };
          if (size > mostBytes) database.exec('DELETE FROM reading; DELETE FROM stamp; VACUUM;');
        });
      }
      try {
        database.close();
      } catch {
        isDamaged = true;
      }
      if (isDamaged && !isReader) remove(path);
    },
  };
};
