// Measures how long the command line takes to say its version, against Node doing nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { reportFigure } from './report-figure.ts';

const script = join(import.meta.dirname, '../script/isobar');

// The least of many is what the program itself costs; the rest is the machine's other work.
function leastMilliseconds(command: string, args: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 15; run += 1) {
    const began = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

const bare = leastMilliseconds(process.execPath, ['-e', '0']);
const own = leastMilliseconds(script, ['--version']);
reportFigure({ name: 'start-up: script/isobar --version', figure: own / bare, unit: '× bare Node', target: 2 });
