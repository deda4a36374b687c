/** What is told of a source as it stands, on a real store: lives, what is missing, and what an unfinished run leaves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { emptyReport, sampleReport, standingReport } from '../kit/exporter-bench.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { tellForecast } from './tell-forecast.ts';

let folder: string;
let store: Store;
let minute: number;
const source = { id: 'source-1', name: 'support-bot' };
const at = (): Date => new Date(Date.UTC(2026, 0, 2, 3, minute++));
const keep = async (report: Report): Promise<string> => {
  const run = await store.beginRun(source, at());
  await store.finishRun(run, report, at());
  return run;
};
const mended: Report = { ...emptyReport, coverage: sampleReport.coverage };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-tell-'));
  const opened = await openStore(folder, new Date(0));
  if ('refused' in opened) throw new Error(opened.refused);
  store = opened.store;
  minute = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('gives the forecasts of the last finished run with names for ids, lives, and what they were before', async () => {
  const first = await keep(sampleReport);
  const [warning, watch] = sampleReport.forecasts as [Report['forecasts'][number], Report['forecasts'][number]];
  const second = await keep({ ...sampleReport, forecasts: [warning, { ...watch, level: 'warning' }] });
  const told = await tellForecast(store, source);
  expect(told).toMatchObject({ run: { id: second }, previous: { id: first }, missing: [] });
  expect(told).not.toHaveProperty('unfinished');
  expect(told.forecasts[0]?.hops[0]).toMatchObject({
    from: { name: 'triage', kind: 'Agent' },
    to: { name: 'read_ticket', kind: 'Tool' },
  });
  expect(told.forecasts[0]?.systems).toEqual(['support-bot']);
  expect(told.forecasts.map(({ life, level, before }) => [life, level, before?.level])).toEqual([
    ['known', 'warning', 'warning'],
    ['known', 'warning', 'watch'],
  ]);
  expect(told.notSeen).toEqual(sampleReport.notSeen);
  expect(told.unanswered).toEqual([{ title: 'Tool acts without approval', unknown: 1, of: 2 }]);
});

it('tells what was waived apart, and what a configuration chose', async () => {
  await keep(standingReport);
  const told = await tellForecast(store, source);
  expect(told.forecasts.map(({ id }) => id)).toEqual(['forecast-1']);
  expect(told.waived).toEqual([
    expect.objectContaining({
      id: 'forecast-2',
      waived: 'by mira@acme.example until 2026-06-30: the hub account is ours',
    }),
  ]);
  expect(told.chosen.join()).toContain('switches endpoint-open off');
});

it('tells what is gone once, and what was not looked at until it is', async () => {
  const missing = async (): Promise<string[]> =>
    (await tellForecast(store, source)).missing.map(({ id, life }) => `${id} ${life}`);
  await keep(sampleReport);
  const unread = [{ what: 'src/my model.py', scope: 'file', why: 'permission denied' }];
  await keep({ ...mended, notSeen: unread });
  expect(await missing()).toEqual(['forecast-1 resolved', 'forecast-2 stale']);
  await keep({ ...mended, notSeen: unread });
  expect(await missing()).toEqual(['forecast-2 stale']);
  await keep(mended);
  expect(await missing()).toEqual(['forecast-2 resolved']);
  await keep(mended);
  expect(await missing()).toEqual([]);
});

it('shows the last finished run as stale while a later one did not end', async () => {
  const finished = await keep(sampleReport);
  const run = await store.beginRun(source, at());
  expect(await tellForecast(store, source)).toMatchObject({
    run: { id: finished },
    unfinished: { id: run, state: 'running' },
  });
  await store.interruptRun(run, 'the disk was full', at());
  const told = await tellForecast(store, source);
  expect(told).toMatchObject({ run: { id: finished }, unfinished: { state: 'interrupted', why: 'the disk was full' } });
  expect(told.forecasts.map(({ life }) => life)).toEqual(['stale', 'stale']);
});

it('has nothing to tell of a source none of whose runs ended', async () => {
  await store.interruptRun(await store.beginRun(source, at()), 'interrupted', at());
  expect(await tellForecast(store, source)).toMatchObject({
    unfinished: { state: 'interrupted' },
    forecasts: [],
    missing: [],
  });
});

it('says where the report that was kept is damaged', async () => {
  const run = await keep(sampleReport);
  const told = await tellForecast(
    { ...store, readReport: async () => ({ damaged: 'Unknown frame descriptor' }) },
    source,
  );
  expect(told).toMatchObject({ run: { id: run }, forecasts: [], missing: [] });
  expect(told.notSeen[0]?.why).toContain('Unknown frame descriptor');
});
