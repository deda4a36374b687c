/** The real program remembers: lives from scan to scan, two at once, and killed at any moment. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { createProgramBench, type ProgramBench, plantedTree as planted } from './program-bench.ts';

// Each starts the program several times over, on machines that have other things to do.
vi.setConfig({ testTimeout: 120_000 });

let bench: ProgramBench;
beforeEach(() => {
  bench = createProgramBench();
});
afterEach(() => bench.remove());

const withStore = async <Result>(look: (store: Store) => Promise<Result>): Promise<Result> => {
  const opened = await openStore(bench.data, new Date());
  if ('refused' in opened) throw new Error(opened.refused);
  try {
    return await look(opened.store);
  } finally {
    await opened.store.close();
  }
};

describe('isobar scan', () => {
  it('says what is new, known, gone and back since the scan before', async () => {
    bench.write(planted);
    const first = await bench.scan();
    expect(first.history).toMatchObject({ gone: [] });
    expect(first.history).not.toHaveProperty('previous');
    const lifeOf = async (detector: string) => {
      const report = await bench.scan();
      const found = report.findings.find((one) => one.detector === detector && one.outcome === 'fail');
      return found?.life ?? report.history?.gone.find(({ says }) => says.includes('acme/rank is loaded'))?.life;
    };
    expect(await lifeOf('remote-code-trusted')).toBe('known');
    bench.write({ 'bot/rank.py': 'print(1)\n' });
    expect(await lifeOf('remote-code-trusted')).toBe('resolved');
    bench.write({ 'bot/rank.py': planted['bot/rank.py'] });
    expect(await lifeOf('remote-code-trusted')).toBe('re-opened');
    const stale = await bench.scan({ exclude: ['bot/'] });
    expect(stale.history?.gone).toContainEqual(expect.objectContaining({ what: 'finding', life: 'stale' }));
    expect(stale.history?.gone.every(({ life }) => life === 'stale')).toBe(true);

    const { stdout } = bench.run('history', 'tree');
    expect(stdout).toMatch(/^tree {2}source-[0-9a-f]{16}\n/);
    expect(stdout.match(/ UTC /g)).toHaveLength(5);
    expect(stdout).toMatch(/re-opened/);
    const told = JSON.parse(bench.run('history', '--json').stdout) as { sources: { runs: { state: string }[] }[] };
    expect(told.sources[0]?.runs.map(({ state }) => state)).toEqual(Array(5).fill('complete'));
  });

  it('keeps nothing with --no-history, and is done without a history where none can be kept', () => {
    bench.write(planted);
    expect(bench.run('scan', 'tree', '--no-history').status).toBe(1);
    expect(bench.run('history').stdout).toBe('Nothing was scanned yet.\n');
    expect(bench.run('history', 'tree').status).toBe(2);
    rmSync(bench.data, { recursive: true });
    writeFileSync(bench.data, 'this is a file');
    const { status, stdout, stderr } = bench.run('scan', 'tree');
    expect(stderr).toContain('the history in');
    expect(stdout).toContain('FORECAST');
    expect(status).toBe(1);
    expect(bench.run('history').status).toBe(2);
  });

  it('is done although its history can no longer be written', async () => {
    bench.write(planted);
    await bench.scan();
    const raw = new DatabaseSync(join(bench.data, 'isobar.sqlite'));
    raw.exec("CREATE TRIGGER full BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
    raw.close();
    const { status, stdout, stderr } = bench.run('scan', 'tree');
    expect(stderr).toContain('the history could not be kept');
    expect(stdout).toContain('FORECAST');
    expect(status).toBe(1);
  });

  it('is kept twice when two run at once', async () => {
    bench.write(planted);
    const both = [0, 1].map(() => bench.start('scan', 'tree', '--fail-on', 'never', '-q'));
    const codes = await Promise.all(both.map((child) => new Promise((done) => child.on('close', done))));
    expect(codes).toEqual([0, 0]);
    await withStore(async (store) => {
      expect((await store.listRuns()).map(({ state }) => state)).toEqual(['complete', 'complete']);
      const id = (await store.listSources())[0]!.id;
      expect((await store.listFindings(id)).every(({ life }) => life === 'new' || life === 'known')).toBe(true);
    });
  });

  it('keeps its assets’ ids when they gain a stronger identifier', async () => {
    bench.write({ 'infra/main.tf': 'resource "aws_s3_bucket" "models" {\n  tags = { a = "b" }\n}\n' });
    const bucketOf = async () => (await bench.scan()).assets.find(({ kind }) => kind === 'bucket')?.id;
    const before = await bucketOf();
    expect(before).toBeDefined();
    bench.write({ 'infra/main.tf': 'resource "aws_s3_bucket" "models" {\n  bucket = "acme-models"\n}\n' });
    expect(await bucketOf()).toBe(before);
  });
});

describe('a scan that is killed', () => {
  it('at any moment leaves every run complete or interrupted, and every acknowledged one as it was', {
    timeout: 240_000,
  }, async () => {
    bench.write({
      ...planted,
      ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`bot/m${at}.py`, planted['bot/rank.py']])),
    });
    // How long one takes here and now, so that the moments are spread over all of it.
    const started = performance.now();
    expect(bench.run('scan', 'tree', '--fail-on', 'never', '-q').status).toBe(0);
    const whole = performance.now() - started;
    let acknowledged = 1;
    let killed = 0;
    for (let round = 0; round < 20; round += 1) {
      const child = bench.start('scan', 'tree', '--fail-on', 'never', '-q', '--workers', '1');
      const end = new Promise<number | null>((done) => child.on('close', done));
      // Most of the writing is near the end.
      const moment = whole * (0.4 + 0.7 * ((round * 0.618) % 1));
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      const code = await end;
      clearTimeout(timer);
      if (code === 0) acknowledged += 1;
      else killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    await withStore(async (store) => {
      const runs = await store.listRuns({ limit: 100 });
      const states = runs.map(({ state }) => state);
      expect(states.filter((state) => state === 'running')).toEqual([]);
      expect(states.filter((state) => state === 'complete').length).toBeGreaterThanOrEqual(acknowledged);
      for (const { id, state, why } of runs)
        if (state === 'complete')
          expect((await store.readReport(id)) === undefined ? 'let go' : 'kept').toMatch(/let go|kept/);
        else expect(why).toBe('its process ended before the run did');
      const [latest] = await store.listRuns({ state: 'complete', limit: 1 });
      expect(await store.readReport(latest!.id)).toEqual({ text: expect.stringContaining('"schemaVersion":"1.0"') });
    });
    const raw = new DatabaseSync(join(bench.data, 'isobar.sqlite'));
    expect(raw.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    raw.close();
    // The next scan finds everything as it was: nothing is new, nothing is gone.
    const after = await bench.scan();
    const lives = new Set(after.findings.flatMap(({ outcome, life }) => (outcome === 'fail' ? [life] : [])));
    expect([...lives]).toEqual(['known']);
    expect(after.history?.gone).toEqual([]);
  });
});
