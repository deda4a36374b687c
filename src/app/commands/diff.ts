/** `isobar diff A B`: says what changed from one report to another, and by its exit code whether what is new hits the gate. */
import { createColors } from 'picocolors';
import type { Gate } from '../../domain/configuration.ts';
import { compareReports, worsened } from '../../operate/compare-reports.ts';
import { isHit } from '../gate.ts';
import { checkWritable, writeOut, writeWhole } from '../outputs.ts';
import { readReportFile } from '../read-report-file.ts';
import { type Shown, showDiffAsJson, showDiffAsMarkdown, showDiffOnTerminal } from './show-diff.ts';

/** What the command line says. */
export interface DiffOptions {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly out?: string;
  readonly failOn: Gate;
  readonly verbose: boolean;
}

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
  const [before, after] = [readReportFile(earlier), readReportFile(later)];
  const comparison = compareReports(before, after);
  const chunks = render({ before, after, comparison }, options);
  if (out === undefined) await writeOut(process.stdout, chunks);
  else writeWhole(out, chunks);
  return isHit(options.failOn, worsened(comparison)) ? 1 : 0;
};
