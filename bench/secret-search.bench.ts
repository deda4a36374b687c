// Measures how fast bytes are searched for credentials: the automaton alone, and the whole search on source text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileWords } from '../src/read/multi-pattern.ts';
import { secretKinds } from '../src/read/secret-kinds.ts';
import { findSecrets } from '../src/read/secret-search.ts';
import { reportFigure } from './report-figure.ts';

const root = join(import.meta.dirname, '../node_modules/zod');
const text = Buffer.concat(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|md)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
);
const bytes = new Uint8Array(text.buffer, text.byteOffset, text.length);

// The best of several runs is what the code can do; the rest is the machine’s other work.
function mostMegabytesPerSecond(run: () => void): number {
  let most = 0;
  for (let time = 0; time < 25; time += 1) {
    const began = performance.now();
    run();
    most = Math.max(most, bytes.length / 1000 / (performance.now() - began));
  }
  return most;
}

const words = compileWords(
  [...new Set(secretKinds.flatMap(({ keywords }) => keywords.map((word) => word.toLowerCase())))],
  true,
);
let hits = 0;
const automaton = mostMegabytesPerSecond(() => words.scan(bytes, () => (hits += 1)));
const search = mostMegabytesPerSecond(() => findSecrets(bytes));
if (hits === 0) throw new Error('the automaton found no word at all; the bench measures nothing');
reportFigure({ name: 'literals: automaton over source', figure: automaton, unit: 'MB/s', target: 200, better: 'more' });
reportFigure({ name: 'secrets: whole search over source', figure: search, unit: 'MB/s', target: 100, better: 'more' });
