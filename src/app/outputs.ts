/** Where reports go: pairs of format and place from the command line, checked before the scan, written whole or not at all. */
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigError } from '../kit/errors.ts';
import { explainRefusal } from './files.ts';
import { sayTrouble } from './trouble.ts';

/** One report to be made. Without a file it goes to standard output. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/** What the command line said, in its order. */
export type OutputWord = { readonly format: string } | { readonly out: string };

/** Endings by format, the longer ones first. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.sarif(?:\.json)?$/i, 'sarif'],
  // The names by which the standard’s tools know it: https://cyclonedx.org/specification/overview/
  [/(?:\.cdx|^bom)\.json$/i, 'cyclonedx'],
  [/\.json$/i, 'json'],
  [/\.html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.xml$/i, 'junit'],
  [/\.csv$/i, 'csv'],
];

/** The format that a file’s ending stands for; undefined where it stands for none. */
const formatOf = (file: string): string | undefined => endings.find(([ending]) => ending.test(basename(file)))?.[1];

/**
 * Pairs formats with files: each `--out` belongs to the `--format` before it, or to the one behind it where its ending does not say
 * otherwise. A format alone goes to standard output, a file alone has the format of its ending. Gives the terminal’s format where nothing was said.
 */
export const pairOutputs = (words: readonly OutputWord[], known: readonly string[]): readonly Output[] => {
  const outputs: { format?: string; file?: string }[] = [];
  for (const word of words) {
    const last = outputs.at(-1);
    if ('format' in word) {
      if (!known.includes(word.format)) {
        throw new ConfigError(
          sayTrouble(
            `--format ${word.format} is no format`,
            'nothing would be written for it',
            `name one of ${known.join(', ')}`,
          ),
        );
      }
      const isFirst = last?.file !== undefined && last.format === undefined;
      if (isFirst && (formatOf(last.file!) ?? word.format) === word.format) last.format = word.format;
      else outputs.push({ format: word.format });
    } else if (last && last.file === undefined) last.file = word.out;
    else outputs.push({ file: word.out });
  }
  if (outputs.length === 0) outputs.push({ format: 'terminal' });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new ConfigError(
      sayTrouble(
        'two formats would go to standard output',
        'nobody could tell where one ends',
        'give each --format but one an --out FILE',
      ),
    );
  }
  const places = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice !== undefined) {
    throw new ConfigError(
      sayTrouble(
        `two formats would go to ${twice}`,
        'the second would replace the first',
        'give each its own --out FILE',
      ),
    );
  }
  return outputs.map(({ format, file }) => ({
    format: format ?? formatOf(file!) ?? 'terminal',
    ...(file === undefined ? {} : { file }),
  }));
};

/** Refuses, before anything is scanned, a file that could not be written afterwards. */
export const checkWritable = (outputs: readonly Output[]): void => {
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const refuse = (why: string): never => {
      throw new ConfigError(
        sayTrouble(
          `--out ${file} cannot be written: ${why}`,
          'the scan would be done for nothing',
          'name a file in a folder that exists and that you may write to',
        ),
      );
    };
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) refuse('it is a folder');
    try {
      accessSync(dirname(resolve(file)), constants.W_OK | constants.X_OK);
      if (found) accessSync(file, constants.W_OK);
      else if (!statSync(dirname(resolve(file))).isDirectory()) refuse('its folder is no folder');
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      refuse((error as { code?: unknown }).code === 'ENOENT' ? 'its folder does not exist' : explainRefusal(error));
    }
  }
};

/** Writes a file so that whoever looks sees the old one or the new one, never half of it. A device or pipe is written to as it is. */
export const writeWhole = (file: string, chunks: Iterable<string>): void => {
  const target = resolve(file);
  const found = statSync(target, { throwIfNoEntry: false });
  const isPlain = found === undefined || found.isFile();
  const partial = isPlain ? join(dirname(target), `.${basename(target)}.${process.pid}.partial`) : target;
  const handle = openSync(partial, isPlain ? 'wx' : 'w', found ? found.mode & 0o777 : 0o644);
  try {
    for (const chunk of chunks) writeSync(handle, chunk);
    if (isPlain) fsyncSync(handle);
    closeSync(handle);
    if (isPlain) renameSync(partial, target);
  } catch (error) {
    if (isPlain) rmSync(partial, { force: true });
    throw error;
  }
};

/** Writes to standard output at the reader’s pace. Gives false when the reader went away, which is no trouble of ours. */
export const writeOut = async (
  stream: NodeJS.WriteStream,
  chunks: Iterable<string> | AsyncIterable<string>,
): Promise<boolean> => {
  let isGone = false;
  const leave = (error: Error & { code?: string }): void => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  };
  stream.on('error', leave);
  for await (const chunk of chunks) {
    if (isGone) return false;
    if (!stream.write(chunk)) {
      await new Promise<void>((go) => {
        const next = (): void => {
          stream.off('drain', next);
          stream.off('close', next);
          stream.off('error', next);
          go();
        };
        stream.once('drain', next);
        stream.once('close', next);
        stream.once('error', next);
      });
    }
  }
  await new Promise<void>((go) => void stream.write('', () => go()));
  return !isGone;
};
