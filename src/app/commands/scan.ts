/** `isobar scan PATH`: looks at a folder, writes the reports, and says by its exit code whether the gate was hit. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { scan } from '../../engine/run.ts';
import { AccessError, ConfigError } from '../../kit/errors.ts';
import { composeScan, loadExporters } from '../compose.ts';
import { explainRefusal } from '../files.ts';
import { type Gate, isHit } from '../gate.ts';
import { checkWritable, type OutputWord, pairOutputs, writeOut, writeWhole } from '../outputs.ts';
import { createProgress } from '../progress.ts';
import { sayTrouble } from '../trouble.ts';

/** What the command line says. */
export interface ScanOptions {
  readonly words: readonly OutputWord[];
  readonly failOn: Gate;
  readonly all: boolean;
  readonly exclude: readonly string[];
  readonly cache: boolean;
  readonly verbose: boolean;
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

/** Runs the command; gives the exit code. */
export const runScan = async (path: string, options: ScanOptions, signal: AbortSignal): Promise<number> => {
  const root = findRoot(path);
  const exporters = await loadExporters();
  const outputs = pairOutputs(options.words, [...exporters.keys()]);
  checkWritable(outputs);

  const progress = createProgress(process.stderr);
  const { input, close } = await composeScan(root, {
    all: options.all,
    exclude: options.exclude,
    useCache: options.cache,
    signal,
    progress: (phase, done, of) => progress.say(of > 0 ? `${phase} ${done} of ${of}` : phase),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
  });
  try {
    try {
      await input.capabilities.files.list('');
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      throw new ConfigError(
        sayTrouble(
          `${path} cannot be listed: ${error.message}`,
          'nothing was scanned',
          'run as a user that may read it',
        ),
      );
    }
    const report = await scan(input);
    progress.clear();
    const columns = process.stdout.isTTY ? process.stdout.columns : 100;
    const hasColor = process.stdout.isTTY === true && createColors().isColorSupported;
    for (const { format, file } of outputs) {
      const chunks = exporters.get(format)!.render(report, {
        columns: file === undefined ? columns : 100,
        color: file === undefined && hasColor,
        verbose: options.verbose,
      });
      if (file === undefined) await writeOut(process.stdout, chunks);
      else writeWhole(file, chunks);
    }
    return isHit(options.failOn, report) ? 1 : 0;
  } finally {
    progress.clear();
    close();
  }
};
