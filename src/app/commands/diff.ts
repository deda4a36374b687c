/** `isobar diff A B`: says what changed from one report to another, and by its exit code whether what is new hits the gate. */
import { readFileSync, statSync } from 'node:fs';
import { createColors } from 'picocolors';
import { type Report, reportSchema, schemaVersion } from '../../domain/report.ts';
import { ConfigError } from '../../kit/errors.ts';
import { compareReports, worsened } from '../../operate/compare-reports.ts';
import { explainRefusal } from '../files.ts';
import { type Gate, isHit } from '../gate.ts';
import { checkWritable, writeOut, writeWhole } from '../outputs.ts';
import { sayTrouble } from '../trouble.ts';
import { type Shown, showDiffAsJson, showDiffAsMarkdown, showDiffOnTerminal } from './show-diff.ts';

/** What the command line says. */
export interface DiffOptions {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly out?: string;
  readonly failOn: Gate;
  readonly verbose: boolean;
}

/** A report of the largest estates is some hundred megabytes; a text longer than this is none that can be held. */
const mostBytes = 512 * 1024 ** 2;

const readReport = (path: string): Report => {
  const refuse = (what: string, act: string): never => {
    throw new ConfigError(sayTrouble(`${path} ${what}`, 'there is nothing to compare', act));
  };
  const write = 'name a file that isobar scan wrote with --format json';
  let text: string;
  try {
    if (statSync(path).size > mostBytes) return refuse('is larger than 512 MB', write);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    return refuse(isMissing ? 'does not exist' : `cannot be read: ${explainRefusal(error)}`, write);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('is no JSON', write);
  }
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  // Fields are added by minor versions and may be left unread; a major version means something else by its fields.
  if (typeof version !== 'string' || version.split('.')[0] !== schemaVersion.split('.')[0])
    return refuse(
      typeof version === 'string'
        ? `is a report of version ${version}; this program reads ${schemaVersion}`
        : 'is no report of Isobar',
      typeof version === 'string' ? 'scan again with this version of Isobar' : write,
    );
  const parsed = reportSchema.safeParse({ ...(value as object), schemaVersion });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse(
    `is no report of Isobar: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`,
    'scan again with --format json',
  );
};

function* render(shown: Shown, options: DiffOptions): Generator<string> {
  const isTerminal = options.out === undefined && process.stdout.isTTY === true;
  if (options.format === 'json') yield showDiffAsJson(shown);
  else if (options.format === 'markdown') yield* showDiffAsMarkdown(shown);
  else
    yield* showDiffOnTerminal(shown, {
      columns: isTerminal ? process.stdout.columns : 100,
      color: isTerminal && createColors().isColorSupported,
      verbose: options.verbose,
    });
}

/** Runs the command; gives the exit code. */
export const runDiff = async (earlier: string, later: string, options: DiffOptions): Promise<number> => {
  const { out } = options;
  if (out !== undefined) checkWritable([{ format: options.format, file: out }]);
  const [before, after] = [readReport(earlier), readReport(later)];
  const comparison = compareReports(before, after);
  const chunks = render({ before, after, comparison }, options);
  if (out === undefined) await writeOut(process.stdout, chunks);
  else writeWhole(out, chunks);
  return isHit(options.failOn, worsened(comparison)) ? 1 : 0;
};
