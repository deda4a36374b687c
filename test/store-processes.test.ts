// The store under several processes: writing at once, killed while they write, killed again and again.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStore } from '../src/store/open-store.ts';
import { makeReport, sampleFinding } from '../src/store/sample-report.ts';
import type { Store } from '../src/store/store.ts';
import { listPlaces, type Place } from '../src/store/store-bench.ts';

const source = { id: 'source-1', name: 'app' };
const entry = resolve(import.meta.dirname, '../src/store/open-store.ts');
const started: ChildProcess[] = [];
const opened: Store[] = [];
let place: Place;

const open = async (): Promise<Store> => {
  const result = await openStore(place.place, new Date());
  if ('refused' in result) throw new Error(result.refused);
  opened.push(result.store);
  return result.store;
};
const close = async (store: Store): Promise<void> => {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
};

/** Starts a process with the store opened as `store` and `say` to print a line; the lines come back one by one. */
const start = (body: string, report = makeReport()): { child: ChildProcess; lines: AsyncIterator<string> } => {
  const program = `
    import { writeSync } from 'node:fs';
    import { openStore } from ${JSON.stringify(entry)};
    const { store, refused } = await openStore(${JSON.stringify(place.place)}, new Date());
    if (refused) throw new Error(refused);
    const report = ${JSON.stringify(report)};
    const source = ${JSON.stringify(source)};
    // Written before anything else is done: what was said was said.
    const say = (text) => writeSync(1, text + '\\n');
    ${body}`;
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
};
const hasEnded = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', done));

describe.each(listPlaces(inject('postgres')))('on $kind', ({ kind, isMissing, make }) => {
  beforeEach(async ({ skip }) => {
    skip(isMissing, 'PostgreSQL is not installed');
    place = await make();
  });
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    for (const store of opened.splice(0)) await store.close();
    await place?.remove();
  });

  it('processes write at once from the first moment on, and lose nothing', async () => {
    const writers = ['a', 'b', 'c'].map((name) =>
      start(`
        for (let at = 0; at < 40; at++) {
          const run = await store.beginRun({ id: '${name}', name: '${name}' }, new Date());
          await store.finishRun(run, report, new Date());
        }
        await store.close();`),
    );
    expect(await Promise.all(writers.map(({ child }) => hasEnded(child)))).toEqual([0, 0, 0]);
    const store = await open();
    for (const name of ['a', 'b', 'c']) {
      expect(await store.listRuns({ source: name, state: 'complete' })).toHaveLength(40);
      expect((await store.listFindings(name)).map(({ life }) => life)).toEqual(['known']);
    }
    expect(await store.listAudit()).toHaveLength(3 * (1 + 40 * 2 + 2 * 2));
    if (kind === 'sqlite') expect(readdirSync(join(place.place, 'owners'))).toEqual([]);
  });

  it('a living process’s run is left alone and a killed one’s is marked', async () => {
    const { child, lines } = start('say(await store.beginRun(source, new Date())); setInterval(() => {}, 1000);');
    const { value: run } = await lines.next();
    const store = await open();
    await store.finishRun(await store.beginRun(source, new Date()), makeReport(), new Date());
    const find = async () => (await store.listRuns()).find(({ id }) => id === run);
    expect((await find())?.state).toBe('running');
    child.kill('SIGKILL');
    await hasEnded(child);
    await expect
      .poll(async () => {
        await close(await open());
        return find();
      })
      .toMatchObject({ state: 'interrupted', why: 'its process ended before the run did' });
    // It began before the run that has finished since, so it takes nothing back.
    expect((await store.listFindings(source.id)).map(({ life }) => life)).toEqual(['new']);
  });

  it('a writer killed 50 times at random moments loses nothing that it said was written', {
    timeout: 120_000,
  }, async () => {
    // Enough to write that many a kill falls into the middle of it.
    const findings = Array.from({ length: 200 }, (_, at) => ({ ...sampleFinding, id: `finding-${at}` }));
    const report = makeReport({ findings });
    const body = `for (;;) {
      const run = await store.beginRun(source, new Date());
      say('begun ' + run);
      await store.finishRun(run, report, new Date(), JSON.stringify(run));
      say('complete ' + run);
    }`;
    // How long one run takes here and now, so that the moments are spread over all of it.
    const first = start(body, report);
    const said = [(await first.lines.next()).value as string];
    const began = performance.now();
    while (said.length < 9) said.push((await first.lines.next()).value as string);
    const whole = (performance.now() - began) / 4;
    first.child.kill('SIGKILL');
    await hasEnded(first.child);
    let withoutWord = 0;
    for (let round = 0; round < 50; round += 1) {
      const { child, lines } = start(body, report);
      // Every fifth while it still opens the store.
      if (round % 5 !== 0) said.push((await lines.next()).value as string);
      await new Promise((go) => setTimeout(go, Math.random() * (round % 5 === 0 ? 250 : 2.5 * whole)));
      child.kill('SIGKILL');
      await hasEnded(child);
      const before = said.length;
      for (let next = await lines.next(); next.done !== true; next = await lines.next()) said.push(next.value);
      if (said.length === before) withoutWord += 1;
    }

    let store = await open();
    // A server sees that a process is gone a little after it is.
    await expect
      .poll(async () => {
        await close(store);
        store = await open();
        return (await store.listRuns({ state: 'running' })).length;
      })
      .toBe(0);
    const runs = await store.listRuns({ limit: 10_000 });
    const states = new Map(runs.map(({ id, state }) => [id, state]));
    const words = said.map((line) => line.split(' ') as ['begun' | 'complete', string]);
    expect(words.filter(([word, id]) => word === 'complete' && states.get(id) !== 'complete')).toEqual([]);
    expect(words.filter(([, id]) => !states.has(id))).toEqual([]);
    expect(said.filter((line) => line.startsWith('complete')).length).toBeGreaterThan(10);
    expect(runs.filter(({ state }) => state === 'interrupted').length).toBeGreaterThan(10);
    expect(withoutWord).toBeGreaterThan(0);

    // The trail tells of every run how it stands, and nothing is half written.
    const trail = new Map(
      (await store.listAudit()).flatMap(({ subject, id, after }) => (subject === 'run' ? [[id, after]] : [])),
    );
    expect(trail).toEqual(states);
    const complete = runs.filter(({ state }) => state === 'complete').map(({ id }) => id);
    for (const id of complete.slice(0, 10))
      expect(await store.readReport(id)).toEqual({ text: JSON.stringify(report) });
    for (const id of complete.slice(0, 20))
      expect(Object.values((await store.summariseRun(id)).findings).reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(await store.readMemory(source.id)).toEqual({ text: JSON.stringify(complete[0]) });
    const life = runs[0]?.state === 'complete' ? /^(?:new|known)$/ : /^stale$/;
    const lives = (await store.listFindings(source.id)).map((one) => one.life);
    expect(lives).toHaveLength(200);
    for (const one of lives) expect(one).toMatch(life);
    if (kind === 'sqlite') {
      expect(await place.raw('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(await place.raw('PRAGMA foreign_key_check')).toEqual([]);
    }
  });
});
