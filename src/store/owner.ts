/** Owners: how one process knows whether another that began a run still lives, by a lock that dies with its process. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Query } from './database.ts';
import { isBusy } from './sqlite-dialect.ts';

/** A lock that this process holds until it releases it or ends, however it ends. */
export interface Owner {
  readonly id: string;
  /** Whether it is held still: a connection that broke holds nothing. */
  readonly isHeld: () => boolean;
  release(): Promise<void>;
}

export interface Owners {
  /** Takes a lock of this name. */
  become(id: string): Promise<Owner>;
  /** Tells whether the owner’s process still runs; asked within a transaction. */
  isAlive(id: string, query: Query): Promise<boolean>;
  /** Removes what the locks of ended processes left behind. */
  sweep(): Promise<void>;
}

/** Locks held by this process: one that nobody refers to any more would be collected, and its lock would go with it. */
const held = new Set<DatabaseSync>();

/**
 * Owners as locked files in the folder. A process id would not do: it is given again to strangers, and means nothing in another
 * container that shares the folder.
 */
export const createFileOwners = (folder: string): Owners => {
  const isAlive = (id: string): boolean => {
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
  return {
    async become(id) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, id);
      // In memory, so that the journal of the open transaction is no second file beside the lock.
      const lock = new DatabaseSync(path);
      lock.exec('PRAGMA journal_mode = MEMORY');
      lock.exec('BEGIN EXCLUSIVE');
      held.add(lock);
      return {
        id,
        isHeld: () => true,
        async release() {
          held.delete(lock);
          lock.close();
          rmSync(path, { force: true });
        },
      };
    },
    isAlive: async (id) => isAlive(id),
    async sweep() {
      if (!existsSync(folder)) return;
      for (const id of readdirSync(folder)) if (!isAlive(id)) rmSync(join(folder, id), { force: true });
    },
  };
};

/** A lock of PostgreSQL is a number: the first 60 bits of the id, which is random. */
const keyOf = (id: string): bigint => BigInt(`0x${id.replaceAll('-', '').slice(0, 15)}`);

/** Owners as locks of a session: the server lets go of them when the connection of the process ends. */
export const createSessionOwners = (pool: Pool): Owners => ({
  async become(id) {
    const client = await pool.connect();
    let isHeld = true;
    client.on('end', () => {
      isHeld = false;
    });
    await client.query('SELECT pg_advisory_lock($1)', [String(keyOf(id))]);
    return {
      id,
      isHeld: () => isHeld,
      async release() {
        // Closing the connection releases the lock.
        client.release(true);
      },
    };
  },
  // Within the transaction of the caller: a connection of its own might wait for those that wait for the caller.
  async isAlive(id, query) {
    const { rows } = await sql<{
      free: boolean;
    }>`SELECT pg_try_advisory_xact_lock(${String(keyOf(id))}::bigint) AS free`.execute(query);
    return rows[0]?.free !== true;
  },
  async sweep() {},
});
