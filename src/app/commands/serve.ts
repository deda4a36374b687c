/** `isobar serve [PATH…]`: looks at folders, keeps what was seen, and shows it to the browsers of this machine. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from '../../api/create-server.ts';
import { catalog } from '../../catalog/index.gen.ts';
import { scan } from '../../engine/run.ts';
import { ConfigError } from '../../kit/errors.ts';
import { stableId } from '../../kit/stable-id.ts';
import type { Addressee, Delivery } from '../../operate/notify.ts';
import { observeSource } from '../../operate/observe-source.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { composeScan } from '../compose.ts';
import { readConsoleFiles } from '../console-files.ts';
import { createProgress } from '../progress.ts';
import { createSign } from '../sign-webhook.ts';
import { tellError } from '../tell-error.ts';
import { createTransport } from '../transport.ts';
import { sayTrouble } from '../trouble.ts';
import { version } from '../version.ts';
import { findRoot } from './scan.ts';

/** What the command line says. */
export interface ServeOptions {
  readonly port: number;
  /** Folder in which what was seen is kept. */
  readonly data?: string;
  /** Addresses that are told the news. */
  readonly notify: readonly string[];
  /** Hosts that news may go to although they are not public. */
  readonly notifyAllow: readonly string[];
}

const interrupted = 130;

/** Where what was seen is kept: ISOBAR_DATA_DIR, or `isobar` in the user’s data folder. */
const findDataFolder = (environment: NodeJS.ProcessEnv): string =>
  environment.ISOBAR_DATA_DIR || join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'isobar');

const openOrRefuse = (folder: string): Store => {
  const opened = openStore(folder, new Date());
  if ('store' in opened) return opened.store;
  throw new ConfigError(
    sayTrouble(
      `the data folder ${folder} cannot be used: ${opened.refused}`,
      'nothing can be compared with what was seen before, and nothing kept',
      'name another folder with --data, or mend this one',
    ),
  );
};

const composeAddressees = async (places: readonly string[]): Promise<readonly Addressee[]> => {
  const sign = createSign(process.env);
  const notifier = (await catalog.notifiers()).find(({ id }) => id === 'webhook')!;
  return places.map((url) => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      throw new ConfigError(
        sayTrouble(
          `--notify ${url} is no web address`,
          'nobody would be told the news',
          'write it whole, as https://hooks.example.org/isobar',
        ),
      );
    }
    return { notifier, settings: { url, ...(sign ? { sign } : {}) } };
  });
};

/** The address without its path, which is often a secret of its own. */
const describeDelivery = ({ notifier, url, trouble }: Delivery): string =>
  `isobar: the ${notifier} to ${new URL(url).origin} was not told: ${trouble}\n`;

/** Runs the command until the signal ends it; gives the exit code. */
export const runServe = async (
  paths: readonly string[],
  options: ServeOptions,
  signal: AbortSignal,
): Promise<number> => {
  const roots = [...new Set(paths.map(findRoot))];
  const addressees = await composeAddressees(options.notify);
  const transport = createTransport(options.notifyAllow);
  const store = openOrRefuse(resolve(options.data ?? findDataFolder(process.env)));
  const tell = (text: string): void => void process.stderr.write(text);
  const consoleFiles = readConsoleFiles();
  const server = createServer({ archive: store, version, consoleFiles, tell: (error) => tell(tellError(error)) });
  try {
    let address: string;
    try {
      address = await server.listen(options.port);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      throw new ConfigError(
        sayTrouble(
          `port ${options.port} of 127.0.0.1 cannot be used: ${code === 'EADDRINUSE' ? 'another program answers on it' : message}`,
          'there would be no page to look at',
          'end the other program, or name another port with --port (0 takes a free one)',
        ),
      );
    }

    for (const root of roots) {
      const progress = createProgress(process.stderr);
      const { input, close } = await composeScan(root, {
        all: false,
        exclude: [],
        useCache: true,
        signal,
        progress: (phase, done, of) => progress.say(`${root}: ${of > 0 ? `${phase} ${done} of ${of}` : phase}`),
      });
      try {
        const { deliveries } = await observeSource({
          store,
          source: { id: stableId('source', root), name: input.path },
          scan: () => scan(input),
          addressees,
          transport,
          clock: () => new Date(),
          link: `${address}/`,
        });
        progress.clear();
        for (const delivery of deliveries) if (delivery.trouble !== undefined) tell(describeDelivery(delivery));
      } catch (error) {
        if (!signal.aborted) throw error;
        progress.clear();
        tell(`isobar: interrupted; ${root} was not looked at to the end\n`);
        return interrupted;
      } finally {
        progress.clear();
        close();
      }
    }

    if (consoleFiles.size === 0)
      tell(
        `isobar: ${sayTrouble('the console was not built', 'only the API answers', 'run npm run build, then start this again')}\n`,
      );
    process.stdout.write(`${address}/\nEverybody who uses this machine can read it. Ctrl-C ends it.\n`);
    if (!signal.aborted) await new Promise<void>((go) => signal.addEventListener('abort', () => go(), { once: true }));
    return 0;
  } finally {
    await server.close();
    store.close();
  }
};
