// Runs every bench in a process of its own and prints each figure against its target.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from '../bench/report-figure.ts';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();

if (benches.length === 0) {
  console.error(
    `no bench matches ${wanted.join(' ') || 'bench/*.bench.ts'}; nothing was measured; name part of a file in bench/`,
  );
  process.exit(2);
}

function readFigure(line: string): Figure | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { name, figure, unit, target, better } = JSON.parse(line) as Partial<Figure>;
    if (typeof name !== 'string' || typeof figure !== 'number' || typeof target !== 'number') return undefined;
    return { name, figure, target, unit: unit ?? '', better: better ?? 'less' };
  } catch {
    // A line of a bench's own that only looks like a figure is shown as it is.
    return undefined;
  }
}

/** Runs one bench; gives its figures, what else it printed, and how it ended. */
function run(name: string): Promise<{ figures: Figure[]; rest: string[]; isPassed: boolean }> {
  return new Promise((done) => {
    // Benches that measure memory want the collector within reach.
    const child = spawn(process.execPath, ['--expose-gc', join(root, 'bench', name)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => done({ figures: [], rest: [error.message], isPassed: false }));
    child.on('close', (code) => {
      const lines = Buffer.concat(chunks).toString().split('\n').filter(Boolean);
      const figures = lines.map(readFigure).filter((figure) => figure !== undefined);
      done({ figures, rest: lines.filter((line) => readFigure(line) === undefined), isPassed: code === 0 });
    });
  });
}

const digits = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });

let met = 0;
let missed = 0;
for (const name of benches) {
  const { figures, rest, isPassed } = await run(name);
  for (const line of rest) console.log(`       ${line}`);
  for (const { name: what, figure, unit, target, better } of figures) {
    const isMet = better === 'more' ? figure >= target : figure <= target;
    if (isMet) met += 1;
    else missed += 1;
    const bound = `${better === 'more' ? '≥' : '≤'} ${digits(target)}`;
    console.log(
      `${isMet ? 'ok  ' : 'MISS'}   ${what}: ${digits(figure)} ${unit} (target ${bound}, ${(figure / target).toFixed(2)} of it)`,
    );
  }
  if (!isPassed || figures.length === 0) {
    missed += 1;
    console.log(
      `MISS   ${name} ${isPassed ? 'reported no figure' : 'failed'}; its target is neither met nor missed; run: node bench/${name}`,
    );
  }
}
process.exitCode = missed > 0 ? 1 : 0;
process.stdout.write(`\n${met} met, ${missed} missed\n`);
