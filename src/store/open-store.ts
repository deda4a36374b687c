/** Opens the store: one SQLite file in a folder that the user owns, with what killed processes left behind put right. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction, openDatabase } from './database.ts';
import { becomeOwner, isOwnerAlive, type Owner, sweepOwners } from './owner.ts';
import { createRunReader } from './read-runs.ts';
import type { Store } from './store.ts';
import { createRunWriter } from './write-runs.ts';

/** The folder of the store, or why it cannot be used. */
export type OpenedStore = { readonly store: Store } | { readonly refused: string };

/** Opens or makes the store in `folder`. Runs whose process is gone are marked as interrupted, as of `now`. */
export const openStore = (folder: string, now: Date): OpenedStore => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  const opened = openDatabase(join(folder, 'isobar.sqlite'), now);
  if ('refused' in opened) return opened;
  const { database } = opened;
  const owners = join(folder, 'owners');
  const writer = createRunWriter(database);
  let owner: Owner | undefined;

  const why = 'its process ended before the run did';
  writer.reap((id) => isOwnerAlive(owners, id), why, now.toISOString());
  inTransaction(database, () => sweepOwners(owners));

  return {
    store: {
      ...createRunReader(database),
      beginRun(source, at, scope = '') {
        // Under the write lock, so that nobody takes the lock file for one that its process left behind.
        owner ??= inTransaction(database, () => becomeOwner(owners, randomUUID()));
        const run = `run-${randomUUID()}`;
        writer.begin(run, owner.id, source, scope, at.toISOString());
        return run;
      },
      finishRun: (run, report, at, known) => writer.finish(run, report, at.toISOString(), known),
      interruptRun: (run, reason, at) => writer.interrupt(run, reason, at.toISOString()),
      close() {
        database.close();
        owner?.release();
      },
    },
  };
};
