/** Keeps the assets of a finished run, and how each drifted: what appeared, changed, vanished or returned. */
import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Report } from '../domain/report.ts';
import { inBatches } from './batches.ts';
import type { Query } from './database.ts';
import type { Keeping } from './keep-findings.ts';
import { readJson, readList } from './pack-text.ts';
import type { AssetLife, AssetTable, Drift, Kind } from './tables.ts';
import { createRevisited } from './tell-life.ts';
import { indexTexts } from './text-index.ts';

type Asset = Report['assets'][number];
type Row = Selectable<AssetTable>;
type Value = string | number | boolean | readonly string[];

/** One fact of an asset before and after; absent where it was not known. */
export interface FactChange {
  readonly fact: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** What is known of an asset, by fact; its name and systems count as facts here, where it was seen does not. */
const knownOf = (asset: Pick<Asset, 'name' | 'facts' | 'systems'>): Record<string, Value> => ({
  name: asset.name,
  systems: asset.systems.toSorted(),
  ...Object.fromEntries(
    Object.entries(asset.facts)
      .map(([fact, held]) => [fact, held!.value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

const digestOf = (asset: Asset): string =>
  createHash('sha256')
    .update(JSON.stringify([asset.kind, knownOf(asset)]))
    .digest('base64url')
    .slice(0, 22);

const compareFacts = (was: Record<string, Value>, is: Record<string, Value>): FactChange[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((fact) => {
    const [before, after] = [was[fact], is[fact]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ fact, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });

const readDetails = async (
  query: Query,
  rows: readonly Row[],
): Promise<Map<number, { paths: string; body: string }>> => {
  const found = new Map<number, { paths: string; body: string }>();
  await inBatches(rows, async (batch) => {
    const keys = batch.map(({ number }) => number);
    for (const row of await query.selectFrom('asset_detail').selectAll().where('number', 'in', keys).execute())
      found.set(row.number, row);
  });
  return found;
};

/** Keeps all assets of the report. */
export const keepAssets = async (
  query: Query,
  kind: Kind,
  { run, source, scope, at }: Keeping,
  report: Report,
): Promise<void> => {
  const earlier = new Map(
    (await query.selectFrom('asset').selectAll().where('source', '=', source).execute()).map((row) => [row.id, row]),
  );
  const assets = [...new Map(report.assets.map((asset) => [asset.id, asset])).values()];
  const digests = new Map(assets.map((asset) => [asset.id, digestOf(asset)]));
  const changed = assets.flatMap(({ id }) => {
    const row = earlier.get(id);
    return row && row.digest !== digests.get(id) ? [row] : [];
  });
  const missing = [...earlier.values()].filter(({ id, life }) => !digests.has(id) && life !== 'vanished');
  const details = await readDetails(query, [...changed, ...missing]);

  const drift: { asset: string; what: Drift; detail: string }[] = [];
  const note = (asset: string, what: Drift, facts: readonly FactChange[] = []): void =>
    void drift.push({ asset, what, detail: JSON.stringify(facts) });
  for (const asset of assets) {
    const before = earlier.get(asset.id);
    if (!before) note(asset.id, 'appeared');
    else if (before.life === 'vanished') note(asset.id, 'returned');
    if (before && before.digest !== digests.get(asset.id)) {
      const was = (readJson(details.get(before.number)?.body ?? '') ?? {}) as Partial<Asset>;
      const known = knownOf({ name: before.name, facts: was.facts ?? {}, systems: was.systems ?? [] });
      note(asset.id, 'changed', compareFacts(known, knownOf(asset)));
    }
  }

  await putAssets(query, kind, assets, report, (asset): Insertable<AssetTable> => {
    const { id, kind: what, layer, name } = asset;
    const before = earlier.get(id);
    return {
      ...{ source, id, life: 'present', kind: what, layer, name, digest: digests.get(id)!, scope },
      ...{ first_run: before?.first_run ?? run, first_seen: before?.first_seen ?? at, last_run: run, last_seen: at },
    };
  });

  const isRevisited = createRevisited(report);
  const lives = Map.groupBy(missing, (row): AssetLife => {
    const paths = readList(details.get(row.number)?.paths ?? '');
    return row.scope === scope && paths?.every(isRevisited) ? 'vanished' : 'stale';
  });
  for (const [life, rows] of lives) {
    await inBatches(rows, (batch) =>
      query
        .updateTable('asset')
        .set({ life })
        .where(
          'number',
          'in',
          batch.map(({ number }) => number),
        )
        .execute(),
    );
    if (life === 'vanished') for (const { id } of rows) note(id, 'vanished');
  }
  await inBatches(drift, (batch) =>
    query
      .insertInto('asset_change')
      .values(batch.map((one) => ({ run, source, at, ...one })))
      .execute(),
  );
};

const putAssets = async (
  query: Query,
  kind: Kind,
  assets: readonly Asset[],
  report: Report,
  toRow: (asset: Asset) => Insertable<AssetTable>,
): Promise<void> => {
  const systemNames = new Map(report.systems.map(({ id, name }) => [id, name]));
  await inBatches(assets, async (batch) => {
    const put = await query
      .insertInto('asset')
      .values(batch.map(toRow))
      .onConflict((conflict) =>
        conflict.columns(['source', 'id']).doUpdateSet((all) => ({
          ...{ life: all.ref('excluded.life'), kind: all.ref('excluded.kind'), layer: all.ref('excluded.layer') },
          ...{ name: all.ref('excluded.name'), digest: all.ref('excluded.digest'), scope: all.ref('excluded.scope') },
          ...{ last_run: all.ref('excluded.last_run'), last_seen: all.ref('excluded.last_seen') },
        })),
      )
      .returning(['number', 'id'])
      .execute();
    const numbers = new Map(put.map(({ number, id }) => [id, number]));
    const keys = put.map(({ number }) => number);
    const pathsOf = ({ seen }: Asset): string[] => [...new Set(seen.map(({ path }) => path))].sort();
    await query
      .insertInto('asset_detail')
      .values(
        batch.map((asset) => {
          const { identifiers, facts, unknown, seen, systems } = asset;
          const body = JSON.stringify({ identifiers, facts, unknown, seen, systems });
          return { number: numbers.get(asset.id)!, paths: JSON.stringify(pathsOf(asset)), body };
        }),
      )
      .onConflict((conflict) =>
        conflict
          .column('number')
          .doUpdateSet((all) => ({ paths: all.ref('excluded.paths'), body: all.ref('excluded.body') })),
      )
      .execute();
    await query.deleteFrom('asset_system').where('number', 'in', keys).execute();
    const systems = batch.flatMap((asset) =>
      [...new Set(asset.systems)].map((system) => ({ system, number: numbers.get(asset.id)! })),
    );
    await inBatches(systems, (some) => query.insertInto('asset_system').values(some).execute());
    const texts = batch.map((asset) => ({
      number: numbers.get(asset.id)!,
      text: [
        ...[asset.name, asset.kind, ...asset.systems.map((id) => systemNames.get(id) ?? '')],
        ...(asset.identifiers ?? []).map(({ value }) => value),
        ...pathsOf(asset),
      ].join(' '),
    }));
    await indexTexts(query, kind, 'asset_text', texts);
  });
};
