/** `isobar baseline REPORT`: writes what a report has as a baseline, small enough to be committed. */
import { baselineOf } from '../../operate/hold-against-baseline.ts';
import { checkWritable, writeOut, writeWhole } from '../outputs.ts';
import { readReportFile } from '../read-report-file.ts';

/** Runs the command; gives the exit code. */
export const runBaseline = async (path: string, { out }: { readonly out?: string }): Promise<number> => {
  if (out !== undefined) checkWritable([{ format: 'json', file: out }]);
  const { findings, forecasts, ...head } = baselineOf(readReportFile(path));
  // One line for each, in an order that stays, so that a change of the file shows what changed.
  const sorted = (of: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ ...head, findings: sorted(findings), forecasts: sorted(forecasts) }, null, 1)}\n`;
  if (out === undefined) await writeOut(process.stdout, [text]);
  else writeWhole(out, [text]);
  return 0;
};
