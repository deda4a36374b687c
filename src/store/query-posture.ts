/** Answers questions about assets, forecasts and runs, and how they changed over time. */
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import type { FactChange } from './keep-assets.ts';
import { readJson } from './pack-text.ts';
import type { AssetEntry, DriftEntry, Page, Position, Queries } from './queries.ts';
import { createFindingQueries, inOrder } from './query-findings.ts';
import { readDetail } from './read-detail.ts';
import { keptColumns, withoutNulls } from './read-runs.ts';
import type { AssetTable, Tables } from './tables.ts';
import { findMatching } from './text-index.ts';

const mostDrift = 200;
const mostFindings = 100;

const toAsset = (row: Selectable<AssetTable>): AssetEntry => ({
  ...{ source: row.source, id: row.id, life: row.life, kind: row.kind, layer: row.layer, name: row.name },
  ...{ firstRun: row.first_run, firstSeen: row.first_seen, lastRun: row.last_run, lastSeen: row.last_seen },
});

const toDrift = ({ run, asset, at, what, detail }: Selectable<Tables['asset_change']>): DriftEntry => {
  const facts = readJson(detail);
  return { run, asset, at, what, facts: Array.isArray(facts) ? (facts as FactChange[]) : [] };
};

/** A page of rows of which one more than asked for was read. */
const toPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toPosition: (row: Row) => Position,
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toItem), ...(last === undefined ? {} : { next: toPosition(last) }) };
};

/** All answers. */
export const createQueries = (database: Database): Queries => {
  const { kind, read } = database;
  const findings = createFindingQueries(database);
  return {
    ...findings,
    async queryAssets({ source, kind: kinds, layer, life, system, text, limit, after }) {
      let found = read.selectFrom('asset');
      const column = (name: string) => inOrder<string>(kind, name);
      if (source !== undefined) found = found.where(column('source'), '=', source);
      if (kinds) found = found.where(column('kind'), 'in', kinds);
      if (layer) found = found.where(column('layer'), 'in', layer);
      if (life) found = found.where(column('life'), 'in', life);
      if (system !== undefined)
        found = found.where('number', 'in', (all) =>
          all.selectFrom('asset_system').select('asset_system.number').where('system', '=', system),
        );
      const matching = await findMatching(read, kind, 'asset_text', text);
      if (matching) found = found.where(matching);
      if (after) found = found.where(sql<SqlBool>`(name, number) > (${after[0]}, ${after[1]})`);
      const numbers = await found
        .select(['number'])
        .orderBy('name')
        .orderBy('number')
        .limit(limit + 1)
        .execute();
      if (numbers.length === 0) return { items: [] };
      const rows = await read
        .selectFrom('asset')
        .selectAll()
        .where(
          'number',
          'in',
          numbers.map(({ number }) => number),
        )
        .orderBy('name')
        .orderBy('number')
        .execute();
      return toPage(rows, limit, toAsset, ({ name, number }) => [name, number]);
    },
    async readAsset(source, id, today) {
      const row = await read
        .selectFrom('asset')
        .selectAll()
        .where('source', '=', source)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      const drift = await read
        .selectFrom('asset_change')
        .selectAll()
        .where('source', '=', source)
        .where('asset', '=', id)
        .orderBy('number', 'desc')
        .limit(mostDrift)
        .execute();
      const about = await findings.queryFindings({ source, asset: id, limit: mostFindings, order: 'gravest', today });
      return {
        ...toAsset(row),
        ...(await readDetail(read, 'asset_detail', row.number)),
        drift: drift.map(toDrift),
        findings: about.items,
      };
    },
    async listDrift(run) {
      const rows = await read.selectFrom('asset_change').selectAll().where('run', '=', run).orderBy('number').execute();
      return rows.map(toDrift);
    },
    async queryForecasts({ source, level, life, correlation, system, text, limit, after }) {
      let found = read.selectFrom('forecast');
      if (source !== undefined) found = found.where('source', '=', source);
      if (level) found = found.where('level', 'in', level);
      if (life) found = found.where('life', 'in', life);
      if (correlation) found = found.where('correlation', 'in', correlation);
      // There are hundreds of forecasts where there are a hundred thousand findings: reading them all costs nothing.
      const holds = (column: 'systems' | 'sentence', part: string): void => {
        const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
        found = found.where(sql<SqlBool>`lower(${sql.ref(column)}) LIKE ${pattern} ESCAPE '\\'`);
      };
      if (system !== undefined) holds('systems', JSON.stringify(system));
      for (const word of text?.split(/\s+/).filter(Boolean) ?? []) holds('sentence', word);
      if (after)
        found = found.where(
          sql<SqlBool>`(score < ${after[0]} OR (score = ${after[0]} AND (source, id) > (${after[1]}, ${after[2]})))`,
        );
      const rows = await found
        .select(['source', 'id', 'life', 'correlation', 'level', 'score', 'sentence', ...keptColumns])
        .orderBy('score', 'desc')
        .orderBy('source')
        .orderBy('id')
        .limit(limit + 1)
        .execute();
      return toPage(
        rows,
        limit,
        (row) => row,
        (row) => [row.score, row.source, row.id],
      );
    },
    async readForecastHistory(source, id) {
      const known = await read
        .selectFrom('forecast')
        .select('id')
        .where('source', '=', source)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!known) return undefined;
      const rows = await read
        .selectFrom('forecast_in_run as one')
        .innerJoin('run', 'run.id', 'one.run')
        .select(['one.run', 'run.finished as at', 'one.life', 'one.level', 'one.score'])
        .where('one.forecast', '=', id)
        .where('run.source', '=', source)
        .orderBy('run.number', 'desc')
        .limit(mostDrift)
        .execute();
      return rows.map((row) => ({ ...row, at: row.at ?? '' }));
    },
    async queryRuns({ source, state, limit, after }) {
      let found = read
        .selectFrom('run')
        .select(['number', 'id', 'source', 'state', 'started as startedAt', 'finished as finishedAt', 'why']);
      if (source !== undefined) found = found.where('source', '=', source);
      if (state !== undefined) found = found.where('state', '=', state);
      if (after) found = found.where(sql<SqlBool>`number < ${after[0]}`);
      const rows = await found
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute();
      return toPage(
        rows,
        limit,
        ({ number: _, ...run }) => withoutNulls(run),
        ({ number }) => [number],
      );
    },
    async listMeasures(source, limit) {
      const rows = await read
        .selectFrom('run_measure')
        .selectAll()
        .where('source', '=', source)
        .orderBy('at', 'desc')
        .orderBy('run')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        ...{ run: row.run, source: row.source, at: row.at, score: row.score, assets: row.assets },
        levels: { warning: row.warnings, watch: row.watches, advisory: row.advisories },
        severities: { critical: row.critical, high: row.high, medium: row.medium, low: row.low, info: row.info },
        files: { seen: row.files_seen, understood: row.files_understood },
        questions: { asked: row.asked, answered: row.answered },
      }));
    },
  };
};
