/** Upgrades: databases as every earlier version wrote them, read and written on by this one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgres, openSqlite } from './database.ts';
import { newestVersion } from './migrations.ts';
import { openStore } from './open-store.ts';
import { createPool } from './postgres-dialect.ts';
import { makeReport, sampleFinding } from './sample-report.ts';
import { listPlaces, type Place } from './store-bench.ts';

const folder = join(import.meta.dirname, 'dumps');
const readDump = (name: string): string => readFileSync(join(folder, name), 'utf8');
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 3, 3, minute));
const [sqlite, postgres] = listPlaces(inject('postgres'));
let place: Place;
afterEach(() => place?.remove());

/** What must be there of the two sources and four runs of every dump, and that a next run knows of them. */
const expectUpgraded = async (memory: string | undefined): Promise<void> => {
  const opened = await openStore(place.place, at(0));
  if ('refused' in opened) throw new Error(opened.refused);
  const { store } = opened;
  try {
    expect((await store.listSources()).map(({ name }) => name)).toEqual(['app', 'other']);
    const runs = await store.listRuns();
    expect(runs.map(({ state }) => state)).toEqual(['interrupted', 'interrupted', 'complete', 'complete']);
    expect(await store.readReport(runs[3]!.id)).toEqual({ text: expect.stringContaining('Ärger') });
    expect(await store.readMemory('source-1')).toEqual(memory === undefined ? undefined : { text: memory });
    const lives = async () => (await store.listFindings('source-1')).map(({ id, life }) => `${id} ${life}`);
    expect(await lives()).toEqual(['finding-1 known', 'finding-2 resolved']);
    expect(await store.listForecasts('source-1')).toMatchObject([{ level: 'warning', score: 80, life: 'known' }]);
    expect((await store.listAudit()).map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));

    const both = makeReport({ findings: [sampleFinding, { ...sampleFinding, id: 'finding-2' }] });
    const run = await store.beginRun({ id: 'source-1', name: 'app' }, at(1));
    await store.finishRun(run, both, at(2), '["next"]');
    expect(await lives()).toEqual(['finding-1 known', 'finding-2 re-opened']);
    expect((await store.listAudit()).length).toBeGreaterThan(16);
    expect(await store.readMemory('source-1')).toEqual({ text: '["next"]' });
  } finally {
    await store.close();
  }
};

describe('on SQLite', () => {
  beforeEach(async () => {
    place = await sqlite!.make();
  });
  const schema = async () =>
    (await place.raw('SELECT type, name, sql FROM sqlite_schema ORDER BY name')).map(({ type, name, sql }) => ({
      ...{ type, name },
      sql: String(sql).replace(/\s+/g, ' '),
    }));

  it('there is a dump of every version but the newest', () => {
    const versions = new Set(readdirSync(folder).map((name) => Number(/^version-(\d+)/.exec(name)?.[1])));
    expect([...versions].sort()).toEqual(Array.from({ length: newestVersion - 1 }, (_, n) => n + 1));
  });

  it.each(readdirSync(folder))('%s is brought to this version', async (name) => {
    // A dump puts virtual tables into the schema by hand.
    const file = new DatabaseSync(join(place.place, 'isobar.sqlite'), { defensive: false });
    file.exec(readDump(name));
    file.close();
    await expectUpgraded(name.startsWith('version-1') ? undefined : '["remembered"]');
    expect(await place.raw('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await place.raw('PRAGMA foreign_key_check')).toEqual([]);
    const upgraded = await schema();
    await place.remove();
    place = await sqlite!.make();
    const opened = await openStore(place.place, at(0));
    if ('store' in opened) await opened.store.close();
    const names = (all: Awaited<ReturnType<typeof schema>>) => all.map((one) => `${one.type} ${one.name}`);
    expect(names(upgraded)).toEqual(names(await schema()));
  });

  it('an upgrade that fails leaves what was there', async () => {
    const path = join(place.place, 'isobar.sqlite');
    const file = new DatabaseSync(path);
    file.exec(readDump('version-2.sql'));
    file.exec('CREATE TABLE run_measure (mine TEXT)');
    file.close();
    expect(await openSqlite(path, at(0))).toEqual({ refused: expect.stringContaining('run_measure') });
    expect(await place.raw('SELECT max(version) AS version FROM migration')).toEqual([{ version: 2 }]);
    expect(await place.raw('SELECT paths FROM finding LIMIT 1')).toHaveLength(1);
  });
});

describe.skipIf(postgres!.isMissing)('on PostgreSQL', () => {
  beforeEach(async () => {
    place = await postgres!.make();
  });

  // PostgreSQL had no earlier version, but what an earlier version held must pass through the same steps.
  it.each(['version-1.sql', 'version-2.sql'])('what %s holds is brought to this version', async (name) => {
    const version = Number(/\d+/.exec(name)![0]);
    const opened = await openPostgres(createPool(place.place), at(0), version);
    if ('refused' in opened) throw new Error(opened.refused);
    await opened.database.close();
    const rows = readDump(name)
      .split('\n')
      .filter((line) => /^INSERT INTO (?!migration|sqlite_sequence)/.test(line))
      .map((line) => line.replaceAll(/X'([0-9a-f]*)'/g, String.raw`'\x$1'`));
    await place.raw(rows.join('\n'));
    for (const table of ['run', 'audit'])
      await place.raw(
        `SELECT setval(pg_get_serial_sequence('${table}', 'number'), (SELECT max(number) FROM ${table}))`,
      );
    await expectUpgraded(version === 1 ? undefined : '["remembered"]');
  });

  it('several that migrate at once wait for each other', async () => {
    const all = await Promise.all([1, 2, 3].map(() => openStore(place.place, at(0))));
    expect(all.map((one) => Object.keys(one))).toEqual([['store'], ['store'], ['store']]);
    for (const one of all) if ('store' in one) await one.store.close();
    expect(await place.raw('SELECT version FROM migration ORDER BY version')).toHaveLength(newestVersion);
  });
});
