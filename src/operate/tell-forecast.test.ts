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
const keep = (report: Report): string => {
  const run = store.beginRun(source, at());
  store.finishRun(run, report, at());
  return run;
};
const mended: Report = { ...emptyReport, coverage: sampleReport.coverage };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-tell-'));
  const opened = openStore(folder, new Date(0));
  if ('refused' in opened) throw new Error(opened.refused);
  store = opened.store;
  minute = 0;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('gives the forecasts of the last finished run with names for ids, lives, and what they were before', () => {
  const first = keep(sampleReport);
  const [warning, watch] = sampleReport.forecasts as [Report['forecasts'][number], Report['forecasts'][number]];
  const second = keep({ ...sampleReport, forecasts: [warning, { ...watch, level: 'warning' }] });
  const told = tellForecast(store, source);
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

it('tells what was waived apart, and what a configuration chose', () => {
  keep(standingReport);
  const told = tellForecast(store, source);
  expect(told.forecasts.map(({ id }) => id)).toEqual(['forecast-1']);
  expect(told.waived).toEqual([
    expect.objectContaining({
      id: 'forecast-2',
      waived: 'by mira@acme.example until 2026-06-30: the hub account is ours',
    }),
  ]);
  expect(told.chosen.join()).toContain('switches endpoint-open off');
});

it('tells what is gone once, and what was not looked at until it is', () => {
  const missing = (): string[] => tellForecast(store, source).missing.map(({ id, life }) => `${id} ${life}`);
  keep(sampleReport);
  const unread = [{ what: 'src/my model.py', scope: 'file', why: 'permission denied' }];
  keep({ ...mended, notSeen: unread });
  expect(missing()).toEqual(['forecast-1 resolved', 'forecast-2 stale']);
  keep({ ...mended, notSeen: unread });
  expect(missing()).toEqual(['forecast-2 stale']);
  keep(mended);
  expect(missing()).toEqual(['forecast-2 resolved']);
  keep(mended);
  expect(missing()).toEqual([]);
});

it('shows the last finished run as stale while a later one did not end', () => {
  const finished = keep(sampleReport);
  const run = store.beginRun(source, at());
  expect(tellForecast(store, source)).toMatchObject({
    run: { id: finished },
    unfinished: { id: run, state: 'running' },
  });
  store.interruptRun(run, 'the disk was full', at());
  const told = tellForecast(store, source);
  expect(told).toMatchObject({ run: { id: finished }, unfinished: { state: 'interrupted', why: 'the disk was full' } });
  expect(told.forecasts.map(({ life }) => life)).toEqual(['stale', 'stale']);
});

it('has nothing to tell of a source none of whose runs ended', () => {
  store.interruptRun(store.beginRun(source, at()), 'interrupted', at());
  expect(tellForecast(store, source)).toMatchObject({
    unfinished: { state: 'interrupted' },
    forecasts: [],
    missing: [],
  });
});
