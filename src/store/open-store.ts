/** Opens the store, with what killed processes left behind put right. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { createFileOwners, createSessionOwners, type Owner, type Owners } from './owner.ts';
import { createTriage } from './query-findings.ts';
import { createQueries } from './query-posture.ts';
import { createRunReader } from './read-runs.ts';
import type { Store } from './store.ts';
import { createRunWriter } from './write-runs.ts';

/** The store, or why it cannot be used. */
export type OpenedStore = { readonly store: Store } | { readonly refused: string };

/** Whether the place names a PostgreSQL database, as against a folder. */
export const isDatabaseUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);

type OpenedPlace = { readonly database: Database; readonly owners: Owners } | { readonly refused: string };

const openFolder = async (folder: string, now: Date): Promise<OpenedPlace> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  const opened = await openSqlite(join(folder, 'isobar.sqlite'), now);
  return 'refused' in opened ? opened : { ...opened, owners: createFileOwners(join(folder, 'owners')) };
};

const openUrl = async (url: string, now: Date): Promise<OpenedPlace> => {
  if (!URL.canParse(url)) return { refused: 'it is no address: postgres://user:password@host/database' };
  const { createPool } = await import('./postgres-dialect.ts');
  const pool = createPool(url);
  const opened = await openPostgres(pool, now);
  return 'refused' in opened ? opened : { ...opened, owners: createSessionOwners(pool) };
};

/**
 * Opens or makes the store in a folder that the user owns (one SQLite file), or in the PostgreSQL database that `place` is the address
 * of. Runs whose process is gone are marked as interrupted, as of `now`.
 */
export const openStore = async (place: string, now: Date): Promise<OpenedStore> => {
  const opened = isDatabaseUrl(place) ? await openUrl(place, now) : await openFolder(place, now);
  if ('refused' in opened) return opened;
  const { database, owners } = opened;
  const writer = createRunWriter(database);
  let owner: Promise<Owner> | undefined;

  const reap = (at: Date): Promise<void> =>
    writer.reap(owners.isAlive, 'its process ended before the run did', at.toISOString());
  // Under the write lock, so that nobody takes the lock of an owner for one that its process left behind.
  const findOwner = async (): Promise<Owner> => {
    owner ??= database.write(() => owners.become(randomUUID()));
    const found = await owner;
    if (found.isHeld()) return found;
    owner = undefined;
    return findOwner();
  };
  await reap(now);
  await database.write(() => owners.sweep());

  return {
    store: {
      ...createRunReader(database),
      ...createQueries(database),
      ...createTriage(database),
      async beginRun(source, at, scope = '') {
        await reap(at);
        const run = `run-${randomUUID()}`;
        await writer.begin(run, (await findOwner()).id, source, scope, at.toISOString());
        return run;
      },
      finishRun: (run, report, at, known) => writer.finish(run, report, at.toISOString(), known),
      interruptRun: (run, reason, at) => writer.interrupt(run, reason, at.toISOString()),
      async close() {
        await (await owner)?.release();
        await database.close();
      },
    },
  };
};
