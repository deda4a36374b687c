/** The folder in which scans are remembered, and the store that is opened there. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError } from '../kit/errors.ts';
import { isDatabaseUrl, openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { sayTrouble } from './trouble.ts';

/** ISOBAR_DATA_DIR, or `isobar` in the user’s state folder. https://specifications.freedesktop.org/basedir-spec/latest/ */
export const findDataFolder = (environment: NodeJS.ProcessEnv): string =>
  environment.ISOBAR_DATA_DIR || join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'isobar');

/** Opens the store, or refuses with what is wrong with its folder. */
export const openStoreOrRefuse = async (given: string | undefined): Promise<Store> => {
  const wanted = given ?? findDataFolder(process.env);
  const isDatabase = isDatabaseUrl(wanted);
  const place = isDatabase ? wanted : resolve(wanted);
  const opened = await openStore(place, new Date());
  if ('store' in opened) return opened.store;
  throw new ConfigError(
    sayTrouble(
      `the ${isDatabase ? 'PostgreSQL database' : `data folder ${place}`} cannot be used: ${opened.refused}`,
      'nothing can be compared with what was seen before, and nothing kept',
      isDatabase
        ? 'see that the server runs and that user, password and database of the address are right'
        : 'name another folder with --data or ISOBAR_DATA_DIR, or mend this one',
    ),
  );
};
