/** The store on real files: the life of findings, two processes at once, a process killed while it writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { openStore } from './open-store.ts';
import { makeMended, makeReport, sampleFinding, sampleForecast } from './sample-report.ts';
import type { Store } from './store.ts';

let folder: string;
const opened: Store[] = [];
const started: ChildProcess[] = [];
const source = { id: 'source-1', name: 'app' };
let minute = 0;
const at = (): Date => new Date(Date.UTC(2026, 0, 2, 3, minute++));

const open = (): Store => {
  const result = openStore(folder, at());
  if ('refused' in result) throw new Error(result.refused);
  opened.push(result.store);
  return result.store;
};
const close = (store: Store): void => {
  opened.splice(opened.indexOf(store), 1);
  store.close();
};
const observe = (store: Store, report: Report, scope?: string) =>
  store.finishRun(store.beginRun(source, at(), scope), report, at());
const lifeOf = (store: Store) => [store.listFindings(source.id)[0]?.life, store.listForecasts(source.id)[0]?.life];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-store-'));
  minute = 0;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the life of findings and forecasts', () => {
  it('goes from new to known, resolved and re-opened', () => {
    const store = open();
    const changes = [makeReport(), makeReport(), makeMended(), makeMended(), makeReport()].map((report) => {
      const { findings, forecasts } = observe(store, report);
      return [findings.get('finding-1'), forecasts[0]?.life];
    });
    expect(changes).toEqual([
      ['new', 'new'],
      ['known', 'known'],
      ['resolved', 'resolved'],
      [undefined, undefined],
      ['re-opened', 're-opened'],
    ]);
    const [kept] = store.listForecasts(source.id);
    const runs = store.listRuns();
    expect(kept).toMatchObject({ firstRun: runs.at(-1)?.id, lastRun: runs[0]?.id, level: 'watch', score: 40 });
    expect(kept!.firstSeen < kept!.lastSeen).toBe(true);
  });

  it.each([
    ['its own file was not read', { notSeen: [{ what: 'src/app.py', scope: 'file', why: 'permission denied' }] }],
    ['the file of its asset was not read', { notSeen: [{ what: 'src/model.py', scope: 'file', why: 'too large' }] }],
    ['a folder above was not listed', { notSeen: [{ what: 'src', scope: 'folder', why: 'permission denied' }] }],
    ['the whole source was not listed', { notSeen: [{ what: '.', scope: 'folder', why: 'permission denied' }] }],
    ['its detector did not ask', { coverage: { ...makeReport().coverage, detectors: [] } }],
    [
      'its correlation did not ask',
      {
        coverage: { ...makeReport().coverage, detectors: [], correlations: [] },
      },
    ],
    ['its detector got no answer', { findings: [{ ...sampleFinding, outcome: 'unknown' }] }],
  ])('is stale, not resolved, when %s', (_why, parts) => {
    const store = open();
    observe(store, makeReport());
    observe(store, makeMended(parts));
    expect(lifeOf(store)).toEqual(['stale', 'stale']);
    observe(store, makeReport());
    expect(lifeOf(store)).toEqual(['known', 'known']);
    observe(store, makeMended());
    expect(lifeOf(store)).toEqual(['resolved', 'resolved']);
  });

  it.each([
    ['another file was not read', { notSeen: [{ what: 'src/app.py.bak', scope: 'file', why: 'too large' }] }],
    ['a folder with a like name was not listed', { notSeen: [{ what: 'sr', scope: 'folder', why: 'denied' }] }],
    ['a statement was left out', { notSeen: [{ what: 'whether a is b', scope: 'model-1', why: 'they differ' }] }],
  ])('is resolved although %s', (_why, parts) => {
    const store = open();
    observe(store, makeReport());
    observe(store, makeMended(parts));
    expect(lifeOf(store)).toEqual(['resolved', 'resolved']);
  });

  it('is stale when the run left out other things on purpose', () => {
    const store = open();
    observe(store, makeReport());
    observe(store, makeMended(), 'without src/');
    expect(lifeOf(store)).toEqual(['stale', 'stale']);
  });

  it('is stale after an interrupted run, and what was resolved stays so', () => {
    const store = open();
    observe(store, makeReport());
    store.interruptRun(store.beginRun(source, at()), 'interrupted', at());
    expect(lifeOf(store)).toEqual(['stale', 'stale']);
    observe(store, makeMended());
    store.interruptRun(store.beginRun(source, at()), 'interrupted', at());
    expect(lifeOf(store)).toEqual(['resolved', 'resolved']);
  });

  it('does not change by a run that began before one that has finished', () => {
    const store = open();
    const slow = store.beginRun(source, at());
    observe(store, makeMended());
    expect(store.finishRun(slow, makeReport(), at())).toEqual({ findings: new Map(), forecasts: [] });
    expect(store.listForecasts(source.id)).toEqual([]);
    expect(store.readReport(slow)).toBe(JSON.stringify(makeReport()));
  });

  it('belongs to one source: the same ids in another are another’s', () => {
    const store = open();
    observe(store, makeReport());
    store.finishRun(store.beginRun({ id: 'source-2', name: 'copy' }, at()), makeMended(), at());
    expect(lifeOf(store)).toEqual(['new', 'new']);
    expect(store.listFindings('source-2')).toEqual([]);
    expect(store.listSources().map(({ name }) => name)).toEqual(['app', 'copy']);
  });

  it('tells how a forecast changed from run to run', () => {
    const store = open();
    observe(store, makeReport());
    observe(store, makeReport({ forecasts: [{ ...sampleForecast, level: 'warning', score: 80 }] }));
    const [second, first] = store.listRuns();
    expect(store.listForecastChanges(second!.id)).toEqual([
      expect.objectContaining({
        ...{ id: 'forecast-1', life: 'known', level: 'warning', score: 80 },
        before: { life: 'new', level: 'watch', score: 40 },
      }),
    ]);
    expect(store.listForecastChanges(first!.id)[0]).not.toHaveProperty('before');
  });
});

describe('the audit trail', () => {
  it('has one entry for each change, and none for what stayed', () => {
    const store = open();
    observe(store, makeReport());
    observe(store, makeReport());
    observe(store, makeReport());
    const told = store.listAudit().map(({ subject, before, after }) => `${subject} ${before ?? '-'} ${after}`);
    expect(told).toEqual([
      ...['source - known', 'run - running', 'run running complete', 'finding - new', 'forecast - new watch'],
      ...['run - running', 'run running complete', 'finding new known', 'forecast new watch known watch'],
      ...['run - running', 'run running complete'],
    ]);
    expect(store.listAudit(9).map(({ number }) => number)).toEqual([10, 11]);
  });

  it('cannot be changed or shortened', () => {
    observe(open(), makeReport());
    const raw = new DatabaseSync(join(folder, 'isobar.sqlite'));
    expect(() => raw.exec("UPDATE audit SET after = 'resolved'")).toThrow('never changed');
    expect(() => raw.exec('DELETE FROM audit')).toThrow('never removed');
    raw.close();
  });
});

describe('the file', () => {
  it('is the same for whoever opens it next', () => {
    const store = open();
    const run = store.beginRun(source, at());
    store.finishRun(run, makeReport(), at());
    close(store);
    const again = open();
    expect(JSON.parse(again.readReport(run)!)).toEqual(makeReport());
    expect(again.listRuns({ state: 'complete' })).toEqual([expect.objectContaining({ id: run, source: source.id })]);
    expect(again.readReport('run-none')).toBeUndefined();
    expect(again.listRuns({ source: 'none' })).toEqual([]);
  });

  it('is refused when a newer program wrote it, and left as it is', () => {
    close(open());
    const raw = new DatabaseSync(join(folder, 'isobar.sqlite'));
    raw.exec("INSERT INTO migration VALUES (99, 'from tomorrow', '2027-01-01')");
    raw.close();
    expect(openStore(folder, at())).toEqual({ refused: expect.stringContaining('its version is 99') });
  });

  it('is refused when it is no database', () => {
    writeFileSync(join(folder, 'isobar.sqlite'), 'this is a letter to a friend, and long enough to be taken for one');
    expect(openStore(folder, at())).toEqual({ refused: expect.stringMatching(/not a database/) });
  });

  it('keeps the reports of the last ten runs of a source, and what each older one changed', () => {
    const store = open();
    const runs = Array.from({ length: 12 }, () => {
      const run = store.beginRun(source, at());
      store.finishRun(run, makeReport(), at());
      return run;
    });
    const other = store.beginRun({ id: 'source-2', name: 'other' }, at());
    store.finishRun(other, makeReport(), at());
    expect(runs.map((run) => store.readReport(run) !== undefined)).toEqual([false, false, ...Array(10).fill(true)]);
    expect(store.readReport(other)).toBeDefined();
    expect(store.listRuns({ source: source.id, state: 'complete' })).toHaveLength(12);
    expect(store.summariseRun(runs[0]!)).toEqual({ findings: { new: 1 }, forecasts: { new: 1 }, levels: { watch: 1 } });
    expect(store.summariseRun(runs[1]!)).toMatchObject({ findings: { known: 1 } });
  });

  it('reads the reports that an earlier version kept as text', () => {
    const store = open();
    const run = store.beginRun(source, at());
    store.finishRun(run, makeReport(), at());
    const raw = new DatabaseSync(join(folder, 'isobar.sqlite'));
    raw.prepare('UPDATE run SET report = ?, packed = NULL WHERE id = ?').run(JSON.stringify(makeReport()), run);
    raw.close();
    expect(JSON.parse(store.readReport(run)!)).toEqual(makeReport());
  });

  it('hands what a run knew to the next of its source, and not what one knew that was overtaken', () => {
    const store = open();
    expect(store.readMemory(source.id)).toBeUndefined();
    const slow = store.beginRun(source, at());
    store.finishRun(store.beginRun(source, at()), makeReport(), at(), '["new"]');
    store.finishRun(slow, makeReport(), at(), '["old"]');
    store.finishRun(store.beginRun(source, at()), makeReport(), at());
    expect(store.readMemory(source.id)).toBe('["new"]');
    expect(store.readMemory('source-2')).toBeUndefined();
  });

  it('does not take misuse: a run ends once', () => {
    const store = open();
    const run = store.beginRun(source, at());
    store.finishRun(run, makeReport(), at());
    expect(() => store.finishRun(run, makeReport(), at())).toThrow('is complete, not running');
    expect(() => store.interruptRun('run-none', 'x', at())).toThrow('unknown');
  });
});

/** Starts another process with the store opened as `store`; the lines that it prints come back one by one. */
const startWriter = (body: string): { child: ChildProcess; lines: AsyncIterator<string> } => {
  const program = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'open-store.ts'))};
    const { store, refused } = openStore(${JSON.stringify(folder)}, new Date());
    if (refused) throw new Error(refused);
    const report = ${JSON.stringify(makeReport())};
    const say = (text) => process.stdout.write(text + '\\n');
    ${body}`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
};
const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', done));

describe('several processes', () => {
  it('write at once from the first moment on, and lose nothing', async () => {
    const body = (name: string): string => `
      for (let at = 0; at < 40; at++) {
        const run = store.beginRun({ id: '${name}', name: '${name}' }, new Date());
        store.finishRun(run, report, new Date());
      }
      store.close();`;
    const writers = ['a', 'b', 'c'].map((name) => startWriter(body(name)));
    expect(await Promise.all(writers.map(({ child }) => ended(child)))).toEqual([0, 0, 0]);
    const store = open();
    for (const name of ['a', 'b', 'c']) {
      expect(store.listRuns({ source: name, state: 'complete' })).toHaveLength(40);
      expect(store.listFindings(name).map(({ life }) => life)).toEqual(['known']);
    }
    expect(store.listAudit()).toHaveLength(3 * (1 + 40 * 2 + 2 * 2));
    expect(readdirSync(join(folder, 'owners'))).toEqual([]);
  });

  it('leave a living process’s run alone and mark a killed one’s', async () => {
    const { child, lines } = startWriter(`
      say(store.beginRun({ id: 'source-1', name: 'app' }, new Date()));
      setInterval(() => {}, 1000);`);
    const { value: run } = await lines.next();
    const store = open();
    observe(store, makeReport());
    expect(store.listRuns().find(({ id }) => id === run)?.state).toBe('running');
    child.kill('SIGKILL');
    await ended(child);
    const again = open();
    expect(again.listRuns().find(({ id }) => id === run)).toMatchObject({
      state: 'interrupted',
      why: 'its process ended before the run did',
    });
    // It began before the run that has finished since, so it takes nothing back.
    expect(lifeOf(again)).toEqual(['new', 'new']);
  });

  it('keep every run that was acknowledged when one is killed in the middle of writing', async () => {
    for (let round = 0; round < 3; round++) {
      const { child, lines } = startWriter(`
        for (;;) {
          const run = store.beginRun({ id: 'source-1', name: 'app' }, new Date());
          store.finishRun(run, report, new Date());
          say(run);
          store.beginRun({ id: 'source-1', name: 'app' }, new Date());
          await new Promise((go) => setImmediate(go));
        }`);
      const acknowledged: string[] = [];
      while (acknowledged.length < 15 + round * 7) acknowledged.push((await lines.next()).value as string);
      child.kill('SIGKILL');
      await ended(child);
      for (let next = await lines.next(); next.done !== true; next = await lines.next()) acknowledged.push(next.value);

      const store = open();
      const complete = new Set(store.listRuns({ state: 'complete', limit: 1000 }).map(({ id }) => id));
      expect(acknowledged.filter((run) => !complete.has(run))).toEqual([]);
      for (const run of acknowledged.slice(-9)) expect(JSON.parse(store.readReport(run)!)).toEqual(makeReport());
      expect(store.listRuns({ state: 'running' })).toEqual([]);
      expect(store.listRuns({ state: 'interrupted' }).length).toBeGreaterThan(0);
      // Killed between two runs, what the last one saw still holds.
      const life = store.listRuns({ limit: 1 })[0]?.state === 'complete' ? 'known' : 'stale';
      expect(lifeOf(store)).toEqual([life, life]);
      close(store);
      const raw = new DatabaseSync(join(folder, 'isobar.sqlite'));
      expect(raw.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      raw.close();
    }
  });
});
