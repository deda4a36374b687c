/** One run over one source: what is kept, what is told, and what a failing scan or notifier changes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { defineNotifier, type Message } from '../kit/define-notifier.ts';
import { emptyReport, sampleReport } from '../kit/exporter-bench.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type Observation, observeSource } from './observe-source.ts';
import type { Sent } from './transport.ts';

let folder: string;
let store: Store;
let sent: Message[];
let answer: (message: Message) => Sent;
let minute: number;
const source = { id: 'source-1', name: 'support-bot' };

const plain = defineNotifier({
  id: 'plain',
  title: 'Plain',
  reference: 'https://example.org/',
  compose: (news, { url }) =>
    news.map(({ event, forecast }) => ({ method: 'POST', url, headers: {}, body: `${event} ${forecast}` })),
});
const broken = defineNotifier({
  ...plain,
  id: 'broken',
  compose() {
    throw new Error('no template');
  },
});

const observe = (scan: () => Promise<Report>, more: Partial<Observation> = {}) =>
  observeSource({
    store,
    source,
    scan: async () => ({ report: await scan() }),
    addressees: [{ notifier: plain, settings: { url: 'https://a.example/' } }],
    transport: {
      async send(message) {
        sent.push(message);
        return answer(message);
      },
    },
    clock: () => new Date(Date.UTC(2026, 0, 2, 3, minute++)),
    ...more,
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-operate-'));
  const opened = await openStore(folder, new Date(0));
  if ('refused' in opened) throw new Error(opened.refused);
  store = opened.store;
  sent = [];
  minute = 0;
  answer = () => ({ status: 204 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells what is new, then nothing, then what changed, then what is gone', async () => {
  const told = async (report: Report): Promise<string[]> => {
    sent = [];
    await observe(async () => report);
    return sent.map(({ body }) => body).sort();
  };
  const [warning, watch] = sampleReport.forecasts as [Report['forecasts'][number], Report['forecasts'][number]];
  expect(await told(sampleReport)).toEqual(['new forecast-1', 'new forecast-2']);
  expect(await told(sampleReport)).toEqual([]);
  const nudged = { ...sampleReport, forecasts: [{ ...warning, score: 75 }, watch] };
  expect(await told(nudged)).toEqual([]);
  const changed = {
    ...sampleReport,
    forecasts: [
      { ...warning, score: 90 },
      { ...watch, level: 'warning' as const },
    ],
  };
  expect(await told(changed)).toEqual(['changed forecast-1', 'changed forecast-2']);
  expect(await told({ ...emptyReport, coverage: sampleReport.coverage })).toEqual([
    'resolved forecast-1',
    'resolved forecast-2',
  ]);
  expect(await told(sampleReport)).toEqual(['new forecast-1', 'new forecast-2']);
});

it('says nothing of what was not looked at again', async () => {
  await observe(async () => sampleReport);
  sent = [];
  const notSeen = [{ what: 'src', scope: 'folder', why: 'permission denied' }];
  const { changes } = await observe(async () => ({ ...emptyReport, coverage: sampleReport.coverage, notSeen }));
  expect(changes.forecasts.map(({ life }) => life)).toEqual(['stale', 'stale']);
  expect(sent).toEqual([]);
});

it('gives a message the first fix and the link', async () => {
  const { news } = await observe(async () => sampleReport, { link: 'http://127.0.0.1:1/' });
  expect(news[0]).toEqual({
    event: 'new',
    forecast: 'forecast-1',
    level: 'warning',
    score: 72.4,
    sentence: sampleReport.forecasts[0]?.sentence,
    fix: 'Ask a person before send_mail runs',
    link: 'http://127.0.0.1:1/',
  });
});

it('keeps a run whose scan failed as interrupted, and passes the failure on', async () => {
  await observe(async () => sampleReport);
  await expect(observe(() => Promise.reject(new Error('disk on fire')))).rejects.toThrow('disk on fire');
  expect((await store.listRuns()).map(({ state }) => state)).toEqual(['interrupted', 'complete']);
  expect((await store.listForecasts(source.id)).map(({ life }) => life)).toEqual(['stale', 'stale']);
});

it('goes on past a notifier that throws, is refused or is answered with an error', async () => {
  answer = ({ url }) =>
    url === 'https://b.example/' ? { refused: 'nobody answers' } : { status: url === 'https://c.example/' ? 500 : 200 };
  const to = (notifier: typeof plain, place: string) => ({ notifier, settings: { url: `https://${place}.example/` } });
  const { run, deliveries } = await observe(async () => sampleReport, {
    addressees: [to(broken, 'x'), to(plain, 'b'), to(plain, 'c'), to(plain, 'd')],
  });
  expect(deliveries).toEqual([
    { ...{ notifier: 'broken', url: 'https://x.example/', messages: 0 }, trouble: expect.stringContaining('template') },
    { notifier: 'plain', url: 'https://b.example/', messages: 0, trouble: 'nobody answers' },
    { notifier: 'plain', url: 'https://c.example/', messages: 0, trouble: 'the place answered with status 500' },
    { notifier: 'plain', url: 'https://d.example/', messages: 2 },
  ]);
  expect((await store.listRuns())[0]).toMatchObject({ id: run, state: 'complete' });
});

it('goes on without a memory that is damaged, says so, and keeps the next', async () => {
  const given: (string | undefined)[] = [];
  const told: string[] = [];
  const scan: Observation['scan'] = async (memory) => {
    given.push(memory);
    return { report: sampleReport, memory: '["known"]' };
  };
  const observeWith = (kept: Awaited<ReturnType<Store['readMemory']>>) =>
    observe(async () => sampleReport, {
      scan,
      warn: (damaged) => void told.push(damaged),
      store: { ...store, readMemory: async () => kept },
    });
  await observeWith({ damaged: 'Unknown frame descriptor' });
  await observeWith({ text: '["kno' });
  expect(given).toEqual([undefined, undefined]);
  expect(told).toEqual([expect.stringContaining('Unknown frame descriptor'), expect.stringContaining('JSON')]);
  await observe(async () => sampleReport, { scan });
  expect(given.at(-1)).toBe('["known"]');
});
