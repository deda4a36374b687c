/** The store on real databases of both kinds: the life of findings, the audit trail, what is refused, damage. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { openStore } from './open-store.ts';
import { makeMended, makeReport, sampleFinding, sampleForecast } from './sample-report.ts';
import type { Store } from './store.ts';
import { listPlaces, type Place } from './store-bench.ts';

const source = { id: 'source-1', name: 'app' };
let place: Place;
let minute = 0;
const opened: Store[] = [];
const at = (): Date => new Date(Date.UTC(2026, 0, 2, 3, minute++));

const open = async (): Promise<Store> => {
  const result = await openStore(place.place, at());
  if ('refused' in result) throw new Error(result.refused);
  opened.push(result.store);
  return result.store;
};
const close = async (store: Store): Promise<void> => {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
};
const observe = async (store: Store, seen: Report, scope?: string) =>
  store.finishRun(await store.beginRun(source, at(), scope), seen, at());
const lifeOf = async (store: Store) => [
  (await store.listFindings(source.id))[0]?.life,
  (await store.listForecasts(source.id))[0]?.life,
];
describe.each(listPlaces(inject('postgres')))('on $kind', ({ kind, isMissing, make }) => {
  beforeEach(async ({ skip }) => {
    skip(isMissing, 'PostgreSQL is not installed');
    place = await make();
    minute = 0;
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await place?.remove();
  });

  describe('the life of findings and forecasts', () => {
    it('goes from new to known, resolved and re-opened', async () => {
      const store = await open();
      const changes = [];
      for (const seen of [makeReport(), makeReport(), makeMended(), makeMended(), makeReport()]) {
        const { findings, forecasts } = await observe(store, seen);
        changes.push([findings.get('finding-1'), forecasts[0]?.life]);
      }
      expect(changes).toEqual([
        ['new', 'new'],
        ['known', 'known'],
        ['resolved', 'resolved'],
        [undefined, undefined],
        ['re-opened', 're-opened'],
      ]);
      const [kept] = await store.listForecasts(source.id);
      const runs = await store.listRuns();
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
    ])('is stale, not resolved, when %s', async (_why, parts) => {
      const store = await open();
      await observe(store, makeReport());
      await observe(store, makeMended(parts));
      expect(await lifeOf(store)).toEqual(['stale', 'stale']);
      await observe(store, makeReport());
      expect(await lifeOf(store)).toEqual(['known', 'known']);
      await observe(store, makeMended());
      expect(await lifeOf(store)).toEqual(['resolved', 'resolved']);
    });

    it.each([
      ['another file was not read', { notSeen: [{ what: 'src/app.py.bak', scope: 'file', why: 'too large' }] }],
      ['a folder with a like name was not listed', { notSeen: [{ what: 'sr', scope: 'folder', why: 'denied' }] }],
      ['a statement was left out', { notSeen: [{ what: 'whether a is b', scope: 'model-1', why: 'they differ' }] }],
    ])('is resolved although %s', async (_why, parts) => {
      const store = await open();
      await observe(store, makeReport());
      await observe(store, makeMended(parts));
      expect(await lifeOf(store)).toEqual(['resolved', 'resolved']);
    });

    it('is stale when the run left out other things on purpose', async () => {
      const store = await open();
      await observe(store, makeReport());
      await observe(store, makeMended(), 'without src/');
      expect(await lifeOf(store)).toEqual(['stale', 'stale']);
    });

    it('is stale after an interrupted run, and what was resolved stays so', async () => {
      const store = await open();
      await observe(store, makeReport());
      await store.interruptRun(await store.beginRun(source, at()), 'interrupted', at());
      expect(await lifeOf(store)).toEqual(['stale', 'stale']);
      await observe(store, makeMended());
      await store.interruptRun(await store.beginRun(source, at()), 'interrupted', at());
      expect(await lifeOf(store)).toEqual(['resolved', 'resolved']);
    });

    it('does not change by a run that began before one that has finished', async () => {
      const store = await open();
      const slow = await store.beginRun(source, at());
      await observe(store, makeMended());
      expect(await store.finishRun(slow, makeReport(), at())).toEqual({ findings: new Map(), forecasts: [] });
      expect(await store.listForecasts(source.id)).toEqual([]);
      expect(await store.readReport(slow)).toEqual({ text: JSON.stringify(makeReport()) });
    });

    it('belongs to one source: the same ids in another are another’s', async () => {
      const store = await open();
      await observe(store, makeReport());
      await store.finishRun(await store.beginRun({ id: 'source-2', name: 'copy' }, at()), makeMended(), at());
      expect(await lifeOf(store)).toEqual(['new', 'new']);
      expect(await store.listFindings('source-2')).toEqual([]);
      expect((await store.listSources()).map(({ name }) => name)).toEqual(['app', 'copy']);
    });

    it('tells how a forecast changed from run to run', async () => {
      const store = await open();
      await observe(store, makeReport());
      await observe(store, makeReport({ forecasts: [{ ...sampleForecast, level: 'warning', score: 80 }] }));
      const [second, first] = await store.listRuns();
      expect(await store.listForecastChanges(second!.id)).toEqual([
        expect.objectContaining({
          ...{ id: 'forecast-1', life: 'known', level: 'warning', score: 80 },
          before: { life: 'new', level: 'watch', score: 40 },
        }),
      ]);
      expect((await store.listForecastChanges(first!.id))[0]).not.toHaveProperty('before');
    });
  });

  describe('the audit trail', () => {
    it('has one entry for each change, and none for what stayed', async () => {
      const store = await open();
      for (let times = 0; times < 3; times++) await observe(store, makeReport());
      const trail = await store.listAudit();
      expect(trail.map(({ subject, before, after }) => `${subject} ${before ?? '-'} ${after}`)).toEqual([
        ...['source - known', 'run - running', 'run running complete', 'finding - new', 'forecast - new watch'],
        ...['run - running', 'run running complete', 'finding new known', 'forecast new watch known watch'],
        ...['run - running', 'run running complete'],
      ]);
      expect(await store.listAudit(trail[8]!.number)).toEqual(trail.slice(9));
    });

    it('cannot be changed or shortened', async () => {
      await observe(await open(), makeReport());
      await expect(place.raw("UPDATE audit SET after = 'resolved'")).rejects.toThrow('never changed');
      await expect(place.raw('DELETE FROM audit')).rejects.toThrow('never removed');
      if (kind === 'postgres') await expect(place.raw('TRUNCATE audit')).rejects.toThrow('never removed');
    });
  });

  describe('the database', () => {
    it('is the same for whoever opens it next', async () => {
      const store = await open();
      const run = await store.beginRun(source, at());
      await store.finishRun(run, makeReport(), at());
      await close(store);
      const again = await open();
      expect(await again.readReport(run)).toEqual({ text: JSON.stringify(makeReport()) });
      expect(await again.listRuns({ state: 'complete' })).toEqual([
        expect.objectContaining({ id: run, source: source.id }),
      ]);
      expect(await again.readReport('run-none')).toBeUndefined();
      expect(await again.listRuns({ source: 'none' })).toEqual([]);
    });

    it('is refused when a newer program wrote it, and left as it is', async () => {
      await close(await open());
      await place.raw("INSERT INTO migration VALUES (99, 'from tomorrow', '2027-01-01')");
      expect(await openStore(place.place, at())).toEqual({ refused: expect.stringContaining('its version is 99') });
    });

    it('is refused when it is none', async () => {
      if (kind === 'sqlite') {
        writeFileSync(
          join(place.place, 'isobar.sqlite'),
          'a letter to a friend, and long enough to be taken for a database',
        );
        expect(await openStore(place.place, at())).toEqual({ refused: expect.stringMatching(/not a database/) });
      } else {
        const nowhere = new URL(place.place);
        nowhere.searchParams.set('host', '/nonexistent');
        for (const url of [nowhere.href, place.place.replace('/test_', '/none_')]) {
          const { refused } = (await openStore(url, at())) as { refused: string };
          expect(refused).toMatch(/ENOENT|does not exist/);
        }
      }
    });

    it('keeps the reports of the last ten runs of a source, and what each older one changed', async () => {
      const store = await open();
      const runs: string[] = [];
      for (let times = 0; times < 12; times++) {
        runs.push(await store.beginRun(source, at()));
        await store.finishRun(runs.at(-1)!, makeReport(), at());
      }
      const other = await store.beginRun({ id: 'source-2', name: 'other' }, at());
      await store.finishRun(other, makeReport(), at());
      const kept = [];
      for (const run of runs) kept.push((await store.readReport(run)) !== undefined);
      expect(kept).toEqual([false, false, ...Array(10).fill(true)]);
      expect(await store.readReport(other)).toBeDefined();
      expect(await store.listRuns({ source: source.id, state: 'complete' })).toHaveLength(12);
      expect(await store.summariseRun(runs[0]!)).toEqual({
        findings: { new: 1 },
        forecasts: { new: 1 },
        levels: { watch: 1 },
      });
      expect(await store.summariseRun(runs[1]!)).toMatchObject({ findings: { known: 1 } });
    });

    it('reads the reports that an earlier version kept as text', async () => {
      const store = await open();
      const run = await store.beginRun(source, at());
      await store.finishRun(run, makeReport(), at());
      const text = JSON.stringify(makeReport());
      await place.raw(`UPDATE run SET report = '${text.replaceAll("'", "''")}', packed = NULL WHERE id = '${run}'`);
      expect(await store.readReport(run)).toEqual({ text });
    });

    it('hands what a run knew to the next of its source, and not what one knew that was overtaken', async () => {
      const store = await open();
      expect(await store.readMemory(source.id)).toBeUndefined();
      const slow = await store.beginRun(source, at());
      await store.finishRun(await store.beginRun(source, at()), makeReport(), at(), '["new"]');
      await store.finishRun(slow, makeReport(), at(), '["old"]');
      await store.finishRun(await store.beginRun(source, at()), makeReport(), at());
      expect(await store.readMemory(source.id)).toEqual({ text: '["new"]' });
      expect(await store.readMemory('source-2')).toBeUndefined();
    });

    it('does not take misuse: a run ends once', async () => {
      const store = await open();
      const run = await store.beginRun(source, at());
      await store.finishRun(run, makeReport(), at());
      await expect(store.finishRun(run, makeReport(), at())).rejects.toThrow('is complete, not running');
      await expect(store.interruptRun('run-none', 'x', at())).rejects.toThrow('unknown');
    });

    it('keeps texts that hold a zero character or half of a pair', async () => {
      const store = await open();
      await observe(store, makeReport({ findings: [{ ...sampleFinding, message: 'a\0b \ud800 c' }] }));
      expect((await store.listFindings(source.id))[0]?.message).toBe('a\uFFFDb \uFFFD c');
    });
  });

  describe('damage', () => {
    const bytes = (hex: string): string => (kind === 'sqlite' ? `X'${hex}'` : `'\\x${hex}'`);

    it.each([
      ['bytes that do not unpack', '28B52FFD0123456789'],
      ['no bytes', ''],
      ['an enormous length', '28B52FFDE0FFFFFFFFFFFFFF7F'],
    ])('of a memory or report is told (%s), and the next run mends it', async (_what, hex) => {
      const store = await open();
      const run = await store.beginRun(source, at());
      await store.finishRun(run, makeReport(), at(), '["old"]');
      await place.raw(`UPDATE memory SET known = ${bytes(hex)}; UPDATE run SET packed = ${bytes(hex)}`);
      expect(await store.readMemory(source.id)).toEqual({ damaged: expect.any(String) });
      expect(await store.readReport(run)).toEqual({ damaged: expect.any(String) });
      await store.finishRun(await store.beginRun(source, at()), makeReport(), at(), '["new"]');
      expect(await store.readMemory(source.id)).toEqual({ text: '["new"]' });
      expect(await lifeOf(store)).toEqual(['known', 'known']);
    });

    it('of what a finding rested on leaves it stale, for nobody knows where to look', async () => {
      const store = await open();
      await observe(store, makeReport());
      await place.raw(`UPDATE finding_detail SET paths = '["sr'`);
      await place.raw("UPDATE forecast SET paths = '{}', findings = ''");
      await place.raw("UPDATE asset_detail SET paths = '', body = 'x'");
      await observe(store, makeMended({ assets: [] }));
      expect(await lifeOf(store)).toEqual(['stale', 'stale']);
      await observe(store, makeReport());
      await observe(store, makeMended());
      expect(await lifeOf(store)).toEqual(['resolved', 'resolved']);
    });
  });
});
