// Starts a PostgreSQL of its own for the tests of the store, reached by a socket in a temporary folder alone, and removes it afterwards.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the cluster’s first database; undefined where there is no PostgreSQL. */
    readonly postgres: string | undefined;
  }
}

const home = '/usr/lib/postgresql';

const listFolders = (): string[] => {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  try {
    const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a));
    return [...versions.map((version) => join(home, version, 'bin')), ...onPath];
  } catch {
    // Not Debian: the programs lie on the PATH, or are not there.
    return onPath;
  }
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findPrograms = (): string | undefined =>
  listFolders().find((folder) => isProgram(join(folder, 'postgres')) && isProgram(join(folder, 'initdb')));

/** Whom to become: PostgreSQL refuses to run as root. */
const findUser = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
};

const waitUntilReady = (server: ChildProcess): Promise<void> =>
  new Promise((ready, fail) => {
    let said = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) ready();
    });
    server.on('error', fail);
    server.on('exit', () => fail(new Error(said)));
  });

const skip = (why: string): void =>
  console.warn(
    `the tests of the store on PostgreSQL are skipped: ${why}\n  why it matters: only SQLite is tested\n  what to do: run script/install-system as root`,
  );

/** Run once by vitest before the tests of the store; gives what to do after them. */
export default async function startCluster({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findPrograms();
  if (programs === undefined) {
    skip('PostgreSQL is not installed');
    return undefined;
  }
  // A socket’s path may be no longer than 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), 'isobar-pg-'));
  let server: ChildProcess | undefined;
  try {
    const user = findUser();
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
    const start = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'isobar', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
      { ...start, stdio: 'ignore' },
    );
    // What a killed writer loses does not depend on the disk here, so nothing waits for it.
    const settings = ['listen_addresses=', 'fsync=off', 'shared_buffers=64MB', 'max_connections=60', 'autovacuum=off'];
    server = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...start, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await waitUntilReady(server);
  } catch (error) {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    skip(`it did not start: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  provide('postgres', `postgres://isobar@localhost/postgres?host=${encodeURIComponent(folder)}`);
  const running = server;
  return async () => {
    const ended = new Promise((done) => running.once('exit', done));
    running.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
