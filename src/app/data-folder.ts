/** The folder in which scans are remembered, and the store that is opened there. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError } from '../kit/errors.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { sayTrouble } from './trouble.ts';

/** ISOBAR_DATA_DIR, or `isobar` in the user’s state folder. https://specifications.freedesktop.org/basedir-spec/latest/ */
export const findDataFolder = (environment: NodeJS.ProcessEnv): string =>
  environment.ISOBAR_DATA_DIR || join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'isobar');

/** Opens the store, or refuses with what is wrong with its folder. */
export const openStoreOrRefuse = (given: string | undefined): Store => {
  const folder = resolve(given ?? findDataFolder(process.env));
  const opened = openStore(folder, new Date());
  if ('store' in opened) return opened.store;
  throw new ConfigError(
    sayTrouble(
      `the data folder ${folder} cannot be used: ${opened.refused}`,
      'nothing can be compared with what was seen before, and nothing kept',
      'name another folder with --data or ISOBAR_DATA_DIR, or mend this one',
    ),
  );
};
