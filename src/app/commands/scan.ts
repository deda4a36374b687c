/** `isobar scan PATH`: looks at a folder, writes the reports, and says by its exit code whether the gate was hit. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { Gate } from '../../domain/configuration.ts';
import { ConfigError } from '../../kit/errors.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { loadExporters } from '../compose.ts';
import { findDataFolder } from '../data-folder.ts';
import { explainRefusal } from '../files.ts';
import { defaultGate, isHit } from '../gate.ts';
import { checkWritable, type Output, type OutputWord, pairOutputs, writeOut, writeWhole } from '../outputs.ts';
import { performScan } from '../perform-scan.ts';
import { createProgress } from '../progress.ts';
import { readBaselineFile } from '../read-report-file.ts';
import { sayTrouble } from '../trouble.ts';

/** What the command line says. */
export interface ScanOptions {
  readonly words: readonly OutputWord[];
  /** Absent where it was not said, so that a configuration may say it. */
  readonly failOn?: Gate;
  readonly all: boolean;
  readonly exclude: readonly string[];
  readonly cache: boolean;
  readonly history: boolean;
  readonly hash: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly config?: string | false;
  readonly baseline?: string;
  readonly since?: string;
  readonly workers?: number;
}

/** The folder as it really is; refuses what is none. */
export const findRoot = (path: string): string => {
  const whole = resolve(path);
  const refuse = (what: string, act: string): never => {
    throw new ConfigError(sayTrouble(what, 'nothing was scanned', act));
  };
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(whole, { throwIfNoEntry: false });
  } catch (error) {
    return refuse(`${path} cannot be reached: ${explainRefusal(error)}`, 'name a folder that you may read');
  }
  if (!found) return refuse(`${path} does not exist`, 'name a folder that exists');
  if (!found.isDirectory()) return refuse(`${path} is no folder`, 'name the folder that it lies in');
  return realpathSync(whole);
};

/** The store, where it can be had: a machine on which nothing may be kept can still be scanned. */
const openHistory = async (warn: (trouble: string) => void): Promise<Store | undefined> => {
  const folder = findDataFolder(process.env);
  const opened = await openStore(folder, new Date());
  if ('store' in opened) return opened.store;
  warn(
    sayTrouble(
      `the history in ${folder} cannot be used: ${opened.refused}`,
      'this report does not say what is new, and the next one will not know of this scan',
      'name another folder with ISOBAR_DATA_DIR, or scan with --no-history',
    ),
  );
  return undefined;
};

/** Runs the command; gives the exit code. */
export const runScan = async (path: string, options: ScanOptions, signal: AbortSignal): Promise<number> => {
  const { words, quiet, verbose, failOn } = options;
  const root = findRoot(path);
  const exporters = await loadExporters();
  const said = pairOutputs(words, [...exporters.keys()]);
  checkWritable(said);
  const baseline = options.baseline === undefined ? undefined : readBaselineFile(options.baseline);

  const warn = (trouble: string): void => void (quiet || process.stderr.write(`isobar: ${trouble}\n`));
  const progress = createProgress(process.stderr, quiet);
  const store = options.history ? await openHistory(warn) : undefined;
  let outputs: readonly Output[] = said;
  try {
    const { report, configuration } = await performScan({
      ...{ root, named: path, all: options.all, exclude: options.exclude, useCache: options.cache, hash: options.hash },
      ...{ signal, warn },
      prepare: ({ outputs: wanted }) => {
        if (words.length === 0 && wanted) outputs = configured(wanted);
      },
      progress: (phase, done, of) => progress.say(of > 0 ? `${phase} ${done} of ${of}` : phase),
      ...(store ? { store } : {}),
      ...(baseline ? { baseline } : {}),
      ...(options.since === undefined ? {} : { since: options.since }),
      ...(options.config === undefined ? {} : { config: options.config }),
      ...(options.workers === undefined ? {} : { workers: options.workers }),
    });
    progress.clear();
    const columns = process.stdout.isTTY ? process.stdout.columns : 100;
    const hasColor = process.stdout.isTTY === true && createColors().isColorSupported;
    for (const { format, file } of outputs) {
      const chunks = exporters.get(format)!.render(report, {
        columns: file === undefined ? columns : 100,
        color: file === undefined && hasColor,
        verbose,
        quiet: quiet && file === undefined,
      });
      if (file === undefined) await writeOut(process.stdout, chunks);
      else writeWhole(file, chunks);
    }
    return isHit(failOn ?? configuration.failOn ?? defaultGate, report) ? 1 : 0;
  } finally {
    progress.clear();
    await store?.close();
  }

  /** Outputs of a configuration that was named on the command line. */
  function configured(
    wanted: readonly { readonly format: string; readonly file?: string | undefined }[],
  ): readonly Output[] {
    const known = [...exporters.keys()];
    const outputs = pairOutputs(
      wanted.flatMap(({ format, file }) => [{ format }, ...(file === undefined ? [] : [{ out: file }])]),
      known,
    );
    checkWritable(outputs);
    return outputs;
  }
};
