/** Owners: how one process knows whether another that began a run still lives, by a lock that dies with its process. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './database.ts';

/** A lock that this process holds until it releases it or ends, however it ends. */
export interface Owner {
  readonly id: string;
  release(): void;
}

/** Locks held by this process: one that nobody refers to any more would be collected, and its lock would go with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes a lock of this name in the folder. A process id would not do: it is given again to strangers, and means nothing in another
 * container that shares the folder.
 */
export const becomeOwner = (folder: string, id: string): Owner => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, id);
  // In memory, so that the journal of the open transaction is no second file beside the lock.
  const lock = new DatabaseSync(path);
  lock.exec('PRAGMA journal_mode = MEMORY');
  lock.exec('BEGIN EXCLUSIVE');
  held.add(lock);
  return {
    id,
    release() {
      held.delete(lock);
      lock.close();
      rmSync(path, { force: true });
    },
  };
};

/** Tells whether the owner’s process still runs. */
export const isOwnerAlive = (folder: string, id: string): boolean => {
  const path = join(folder, id);
  if (!existsSync(path)) return false;
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return false;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return true;
  } finally {
    lock.close();
  }
};

/** Removes the locks that nobody holds. */
export const sweepOwners = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const id of readdirSync(folder)) if (!isOwnerAlive(folder, id)) rmSync(join(folder, id), { force: true });
};
