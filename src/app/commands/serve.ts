/** `isobar serve [PATH…]`: looks at folders, keeps what was seen, and shows it to the browsers of this machine. */
import { createServer } from '../../api/create-server.ts';
import { catalog } from '../../catalog/index.gen.ts';
import { ConfigError } from '../../kit/errors.ts';
import { stableId } from '../../kit/stable-id.ts';
import type { Addressee, Delivery } from '../../operate/notify.ts';
import { createProgressBoard } from '../../operate/progress.ts';
import { isDatabaseUrl } from '../../store/open-store.ts';
import { readConsoleFiles } from '../console-files.ts';
import { openStoreOrRefuse } from '../data-folder.ts';
import { performScan } from '../perform-scan.ts';
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

/** DATABASE_URL, where it names PostgreSQL: only the server takes it, for a scan runs in shells whose variable is another program’s. */
const databaseOf = ({ DATABASE_URL: url }: NodeJS.ProcessEnv): string | undefined =>
  url !== undefined && isDatabaseUrl(url) ? url : undefined;

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
  const store = await openStoreOrRefuse(options.data ?? databaseOf(process.env));
  const tell = (text: string): void => void process.stderr.write(text);
  const consoleFiles = readConsoleFiles();
  const board = createProgressBoard();
  const server = createServer({
    ...{ archive: store, version, consoleFiles, progress: board },
    tell: (error) => tell(tellError(error)),
  });
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
      const about = { source: stableId('source', root), name: root };
      const say = (state: 'running' | 'complete' | 'interrupted', phase = '', done = 0, of = 0): void =>
        board.tell({ ...about, state, phase, done, of });
      say('running', 'beginning');
      try {
        const { deliveries } = await performScan({
          ...{ root, named: root, all: false, exclude: [], useCache: true, signal, store, addressees, transport },
          progress: (phase, done, of) => {
            progress.say(`${root}: ${of > 0 ? `${phase} ${done} of ${of}` : phase}`);
            say('running', phase, done, of);
          },
          link: `${address}/`,
          warn: (trouble) => tell(`isobar: ${trouble}\n`),
        });
        progress.clear();
        say('complete');
        for (const delivery of deliveries) if (delivery.trouble !== undefined) tell(describeDelivery(delivery));
      } catch (error) {
        say('interrupted');
        if (!signal.aborted) throw error;
        progress.clear();
        tell(`isobar: interrupted; ${root} was not looked at to the end\n`);
        return interrupted;
      } finally {
        progress.clear();
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
    await store.close();
  }
};
