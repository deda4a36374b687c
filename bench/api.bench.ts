// Asks a server over 200,000 findings and 50,000 assets as a console does, and measures the slowest of a hundred answers and its memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../src/api/create-server.ts';
import { categories } from '../src/domain/category.ts';
import { severities } from '../src/domain/outcome.ts';
import { openStore } from '../src/store/open-store.ts';
import { makeReport, sampleFinding, sampleForecast } from '../src/store/sample-report.ts';
import { reportFigure } from './report-figure.ts';

const sources = 40;
const findingsPerSource = 5000;
const assetsPerSource = 1250;
const rounds = 60;

const open = async (place: string) => {
  const opened = await openStore(place, new Date());
  if ('refused' in opened) throw new Error(opened.refused);
  return opened.store;
};

/** One number after another, always the same. */
const createDice = (seed: number) => (sides: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * sides);
};

const words = 'agent model bucket prompt secret token pipeline notebook vector index worker gateway queue ledger'.split(
  ' ',
);
const kinds = ['model', 'agent', 'tool', 'bucket', 'vector-store', 'pipeline'] as const;

async function fill(place: string): Promise<void> {
  const store = await open(place);
  for (let number = 0; number < sources; number += 1) {
    const roll = createDice(number + 1);
    const pick = <Item>(list: readonly Item[]): Item => list[roll(list.length)]!;
    const systems = Array.from({ length: 25 }, (_, at) => ({
      ...{ id: `system-${number}-${at}`, name: `${pick(words)} ${at}`, environment: 'production', stage: 'live' },
    }));
    const assets = Array.from({ length: assetsPerSource }, (_, at) => ({
      ...{
        id: `asset-${number}-${at}`,
        kind: pick(kinds),
        layer: 'model',
        name: `${pick(words)}-${pick(words)}-${at}`,
      },
      ...{ systems: [pick(systems).id], facts: {} },
      seen: [{ path: `src/${pick(words)}/${pick(words)}-${at}.py`, line: 1, how: 'declared', confidence: 0.9 }],
    }));
    const findings = Array.from({ length: findingsPerSource }, (_, at) => {
      const asset = pick(assets);
      return {
        ...sampleFinding,
        ...{ id: `finding-${number}-${at}`, detector: `${pick(words)}-${pick(words)}-open`, asset: asset.id },
        ...{ severity: pick(severities), category: pick(categories), systems: asset.systems },
        message: `${asset.name} lets the ${pick(words)} of ${pick(words)} ${at} reach the ${pick(words)} that nobody watches.`,
        evidence: asset.seen.map(({ path, line }) => ({ path, line })),
      };
    });
    const forecasts = Array.from({ length: 20 }, (_, at) => ({
      ...{ ...sampleForecast, id: `forecast-${number}-${at}`, score: roll(100), findings: [findings[at]!.id] },
    }));
    const report = makeReport({ systems, assets, findings, forecasts });
    const run = await store.beginRun({ id: `source-${number}`, name: `source ${number}` }, new Date());
    await store.finishRun(run, report, new Date());
  }
  await store.close();
}

const [task, given] = process.argv.slice(2);
if (task === 'fill') {
  await fill(given!);
  process.exit();
}

const place = process.env.ISOBAR_BENCH_DATABASE ?? mkdtempSync(join(tmpdir(), 'isobar-api-bench-'));
const began = performance.now();
// In a process of its own, whose memory is not the server's.
const filler = spawn(process.execPath, [import.meta.filename, 'fill', place], { stdio: 'inherit' });
if ((await new Promise((done) => filler.once('exit', done))) !== 0) throw new Error('the store was not filled');
console.log(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);

const store = await open(place);
const server = createServer({
  ...{ archive: store, version: '0.1.0', consoleFiles: new Map() },
  tell: (error) => {
    throw error;
  },
});
const base = `${await server.listen(0)}/api/v1`;

const roll = createDice(7);
const pick = <Item>(list: readonly Item[]): Item => list[roll(list.length)]!;
const number = (): number => roll(sources);
const card = (list: string, what: string): string => {
  const at = number();
  return `${list}/source-${at}/${what}-${at}-1`;
};
let cursor = '';
const asking: Readonly<Record<string, readonly (() => string)[]>> = {
  list: [
    () => `findings?limit=100&cursor=${cursor}`.replace(/&cursor=$/, ''),
    () => 'findings?order=newest',
    () => 'findings?order=due&limit=100',
    () => 'assets?limit=100',
    () => 'forecast-list?limit=100',
    () => 'run-list',
    () => card('findings', 'finding'),
    () => card('assets', 'asset'),
  ],
  filter: [
    () => `findings?severity=${pick(severities)}`,
    () => `findings?severity=info&category=${pick(categories)}&life=new`,
    () => `findings?detector=${pick(words)}-${pick(words)}-open&severity=low`,
    () => `findings?system=system-${number()}-3`,
    () => 'findings?owner=mira&life=known',
    () => `findings?source=source-${number()}&category=${pick(categories)}&order=newest`,
    () => `findings?asset=asset-${number()}-7`,
    () => 'findings?waived=true',
    () => 'findings?overdue=true&order=due',
    () => 'findings?life=resolved,stale&severity=critical',
    () => `assets?kind=${pick(kinds)}&source=source-${number()}`,
    () => `assets?system=system-${number()}-5&layer=model`,
    () => 'forecast-list?level=watch&life=new',
  ],
  search: [
    () => `findings?text=${pick(words)}`,
    () => `findings?text=${pick(words)}+${pick(words)}&severity=critical`,
    () => `findings?text=watches`,
    () => `findings?text=${pick(words)}+${roll(findingsPerSource)}`,
    () => `findings?text=zzz`,
    () => `assets?text=${pick(words)}+${pick(words).slice(0, 3)}`,
    () => 'assets?text=py',
    () => 'forecast-list?text=controls',
  ],
};

for (const [what, askings] of Object.entries(asking)) {
  const times: number[] = [];
  const slowest: [number, string][] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const ask of askings) {
      const path = ask();
      const from = performance.now();
      const response = await fetch(`${base}/${path}`);
      const body = (await response.json()) as { next?: string };
      const took = performance.now() - from;
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      if (path.startsWith('findings?limit=100')) cursor = body.next ?? '';
      times.push(took);
      slowest.push([took, path]);
    }
  }
  times.sort((a, b) => a - b);
  slowest.sort(([a], [b]) => b - a);
  console.log(
    `${what}: median ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms, slowest ${slowest
      .slice(0, 3)
      .map(([took, path]) => `${took.toFixed(0)} ms ${path}`)
      .join(', ')}`,
  );
  reportFigure({
    name: `p99 of ${what} over 200,000 findings and 50,000 assets`,
    figure: times[Math.floor(times.length * 0.99)]!,
    ...{ unit: 'ms', target: 80, better: 'less' },
  });
}
reportFigure({
  ...{ name: 'memory of the server that was asked', figure: process.memoryUsage().rss / 2 ** 20 },
  ...{ unit: 'MB', target: 600, better: 'less' },
});
await server.close();
await store.close();
if (!process.env.ISOBAR_BENCH_DATABASE && !process.env.ISOBAR_BENCH_KEEP)
  rmSync(place, { recursive: true, force: true });
