/** Questions and decisions on both databases: filters, order, full text, drift, trend, owners, waivers, due days. */
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { openStore } from './open-store.ts';
import type { FindingAsking } from './queries.ts';
import { makeMended, makeReport, sampleFinding } from './sample-report.ts';
import type { Store } from './store.ts';
import { listPlaces, type Place } from './store-bench.ts';

const source = { id: 'source-1', name: 'app' };
const today = '2026-01-20';
const systems = [{ id: 'system-1', name: 'Kundendienst', environment: 'production', stage: 'live' }];
const [model] = makeReport().assets;
const estate = (parts: Parameters<typeof makeReport>[0] = {}): Report =>
  makeReport({
    systems,
    findings: [
      {
        ...sampleFinding,
        id: 'f-low',
        severity: 'low',
        detector: 'bucket-open',
        message: 'Bucket ärger-daten is open.',
      },
      { ...sampleFinding, id: 'f-critical', severity: 'critical', systems: ['system-1'], category: 'agentic' },
      {
        ...sampleFinding,
        id: 'f-info',
        severity: 'info',
        category: 'endpoint',
        message: 'acme/rank answers 100% of_all',
      },
    ],
    ...parts,
  });

let place: Place;
let store: Store;
let minute: number;
const at = (): Date => new Date(Date.UTC(2026, 0, 2, 3, minute++));
const observe = async (report: Report, from = source): Promise<string> => {
  const run = await store.beginRun(from, at());
  await store.finishRun(run, report, at());
  return run;
};
const find = async (asking: Partial<FindingAsking> = {}): Promise<string[]> =>
  (await store.queryFindings({ limit: 50, order: 'gravest', today, ...asking })).items.map(({ id }) => id);
const card = async (id: string) => (await store.readFinding(source.id, id, today))!;

describe.each(listPlaces(inject('postgres')))('on $kind', ({ isMissing, make }) => {
  beforeEach(async ({ skip }) => {
    skip(isMissing, 'PostgreSQL is not installed');
    place = await make();
    minute = 0;
    const opened = await openStore(place.place, at());
    if ('refused' in opened) throw new Error(opened.refused);
    store = opened.store;
  });
  afterEach(async () => {
    await store?.close();
    await place?.remove();
  });

  it('findings come gravest first, filtered by everything that is known of them', async () => {
    await observe(estate());
    await observe(makeReport(), { id: 'source-2', name: 'other' });
    expect(await find()).toEqual(['f-critical', 'finding-1', 'f-low', 'f-info']);
    const filters: [Partial<FindingAsking>, string[]][] = [
      [{ source: 'source-2' }, ['finding-1']],
      [{ severity: ['low', 'info'] }, ['f-low', 'f-info']],
      [{ category: ['agentic'] }, ['f-critical']],
      [{ detector: ['bucket-open'] }, ['f-low']],
      [{ system: 'system-1' }, ['f-critical']],
      [{ asset: 'model-1', source: 'source-2' }, ['finding-1']],
      [{ life: ['resolved'] }, []],
      [{ owner: '' }, ['f-critical', 'finding-1', 'f-low', 'f-info']],
      [{ owner: 'mira' }, []],
      [{ waived: false, severity: ['info'] }, ['f-info']],
      [{ waived: true }, []],
      [{ overdue: true }, ['f-critical']],
      [{ order: 'due' }, ['f-critical', 'finding-1', 'f-low']],
    ];
    for (const [filter, expected] of filters) expect(await find(filter), JSON.stringify(filter)).toEqual(expected);
    expect(await store.countFindings({ today, source: source.id })).toEqual({
      severity: { critical: 1, low: 1, info: 1 },
      category: { agentic: 1, 'model-integrity': 1, endpoint: 1 },
      life: { new: 3 },
    });
  });

  it('full text means the same on both: words of any case or accent, the beginning of the last one, nothing that is syntax', async () => {
    await observe(estate());
    const texts: [string, string[]][] = [
      ['ARGER', ['f-low']],
      ['Ärger open', ['f-low']],
      ['open arger-dat', ['f-low']],
      ['arge open', []],
      ['kundendienst', ['f-critical']],
      ['src/app', ['f-critical', 'f-low', 'f-info']],
      ['100% of_', ['f-info']],
      ['"', []],
      ["' | :* & ! ( \\ NEAR AND *", []],
      ['rank', ['f-critical', 'f-low', 'f-info']],
    ];
    for (const [text, expected] of texts) expect(await find({ text }), text).toEqual(expected);
    await observe(
      estate({ findings: [{ ...sampleFinding, id: 'f-low', severity: 'low', message: 'Nothing of it.' }] }),
    );
    expect(await find({ text: 'arger' })).toEqual([]);
    const named = async (text: string) => (await store.queryAssets({ limit: 9, text })).items.map(({ name }) => name);
    expect([await named('ACME'), await named('model.py'), await named('none')]).toEqual([
      ['acme/rank'],
      ['acme/rank'],
      [],
    ]);
  });

  it('pages go on where they ended although entries come in between', async () => {
    await observe(estate());
    const first = await store.queryFindings({ limit: 2, order: 'gravest', today });
    expect(first.items.map(({ id }) => id)).toEqual(['f-critical', 'f-low']);
    await observe(
      estate({ findings: [...estate().findings, { ...sampleFinding, id: 'f-new', severity: 'critical' }] }),
    );
    expect(await find({ after: first.next! })).toEqual(['f-info']);
    expect((await store.queryFindings({ limit: 3, order: 'newest', today })).items[0]?.id).toBe('f-new');
  });

  it('a finding is due by its severity from the day it was opened, and anew when it is back', async () => {
    await observe(estate());
    const due = async () => [(await card('f-critical')).due, (await card('f-low')).due, (await card('f-info')).due];
    expect(await due()).toEqual(['2026-01-09', '2026-07-01', undefined]);
    const graver = estate().findings.map((one) => (one.id === 'f-low' ? { ...one, severity: 'high' } : one));
    await observe(estate({ findings: graver }));
    expect(await due()).toEqual(['2026-01-09', '2026-02-01', undefined]);
    await observe(makeMended());
    minute = 60 * 24 * 10;
    await observe(estate());
    // What was not looked for in between was open all the time.
    expect(await due()).toEqual(['2026-01-19', '2026-07-01', undefined]);
    const lives = async (id: string) => (await card(id)).history.map(({ life }) => life);
    expect(await lives('f-critical')).toEqual(['re-opened', 'resolved', 'known', 'new']);
    expect(await lives('f-low')).toEqual(['known', 'stale', 'known', 'new']);
  });

  it('an owner stays; a waiver of a person holds until its day or until the finding says something else', async () => {
    const state = (id: string, digest: string) =>
      estate({ findings: estate().findings.map((one) => (one.id === id ? { ...one, state: digest } : one)) });
    await observe(state('f-low', 'a'));
    expect(await store.assignFinding(source.id, 'f-low', 'mira', 'joe', at())).toBe(true);
    const waiver = { owner: 'mira', reason: 'public on purpose', expires: '2026-01-31' };
    expect(await store.waiveFinding(source.id, 'f-low', waiver, 'joe', at())).toBe(true);
    expect(await store.assignFinding(source.id, 'none', 'mira', 'joe', at())).toBe(false);
    await observe(state('f-low', 'a'));
    expect(await card('f-low')).toMatchObject({ owner: 'mira', waiver: { ...waiver, by: 'person' } });
    expect(await find({ waived: true })).toEqual(['f-low']);
    expect(await find({ waived: true, today: '2026-02-01' })).toEqual([]);
    await observe(state('f-low', 'b'));
    expect(await card('f-low')).not.toHaveProperty('waiver');
    expect(await find({ owner: 'mira' })).toEqual(['f-low']);
    const trail = (await store.listAudit()).filter(({ why }) => why?.startsWith('by joe'));
    expect(trail.map(({ before, after }) => [before, after])).toEqual([
      ['owner nobody', 'owner mira'],
      ['not waived', 'waived until 2026-01-31'],
    ]);
  });

  it('a waiver of the configuration comes and goes with the reports', async () => {
    const waived = { owner: 'mira', reason: 'ours', expires: '2026-01-31' };
    await observe(estate({ findings: [{ ...sampleFinding, waived }] }));
    expect(await card('finding-1')).toMatchObject({ waiver: { ...waived, by: 'configuration' } });
    await observe(makeReport());
    expect(await card('finding-1')).not.toHaveProperty('waiver');
  });

  it('assets drift: appeared, changed, vanished and returned; what was not looked at is stale', async () => {
    const fact = (value: string) => ({
      assets: [{ ...model!, facts: { revision: { value, how: 'observed', confidence: 1, seen: [] } } }],
    });
    const runs = [
      await observe(makeReport()),
      await observe(makeReport(fact('main'))),
      await observe(makeReport(fact('main'))),
    ];
    await observe(makeMended({ assets: [], notSeen: [{ what: 'src/model.py', scope: 'file', why: 'too large' }] }));
    const life = async () => (await store.readAsset(source.id, 'model-1', today))?.life;
    expect(await life()).toBe('stale');
    await observe(makeMended({ assets: [] }));
    expect(await life()).toBe('vanished');
    await observe(makeReport(fact('v2')));
    const asset = (await store.readAsset(source.id, 'model-1', today))!;
    expect(asset.drift.map(({ what }) => what)).toEqual(['changed', 'returned', 'vanished', 'changed', 'appeared']);
    expect(asset.drift[0]?.facts).toEqual([{ fact: 'revision', before: 'main', after: 'v2' }]);
    expect((await store.listDrift(runs[1]!)).map(({ facts }) => facts)).toEqual([
      [{ fact: 'revision', after: 'main' }],
    ]);
    expect(await store.listDrift(runs[2]!)).toEqual([]);
    expect(asset.findings.map(({ id }) => id)).toEqual(['finding-1']);
  });

  it('the trend has forecast, score and coverage of every finished run; a forecast has its history', async () => {
    await observe(makeReport());
    await observe(makeMended());
    const measures = await store.listMeasures(source.id, 10);
    expect(measures.map(({ score, levels, severities }) => [score, levels.watch, severities.medium])).toEqual([
      [0, 0, 0],
      [40, 1, 1],
    ]);
    expect(measures[0]).toMatchObject({ assets: 1, files: { seen: 1, understood: 1 } });
    expect(await store.readForecastHistory(source.id, 'forecast-1')).toMatchObject([
      { life: 'resolved' },
      { life: 'new' },
    ]);
    expect(await store.readForecastHistory(source.id, 'none')).toBeUndefined();
    const list = async (text: string) => (await store.queryForecasts({ limit: 9, text })).items.map(({ id }) => id);
    expect([await list('CONTROLS acme'), await list('%'), await list('_')]).toEqual([['forecast-1'], [], []]);
  });
});
