/** Reads what is kept: sources, runs, reports, findings, forecasts and the audit trail. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { unpackText } from './pack-text.ts';
import type { AuditEntry, ForecastChange, KeptFinding, KeptForecast, Run, RunSummary, Source, Store } from './store.ts';

type WithoutNulls<Row> = { [Name in keyof Row as null extends Row[Name] ? never : Name]: Row[Name] } & {
  [Name in keyof Row as null extends Row[Name] ? Name : never]?: NonNullable<Row[Name]>;
};

/** Leaves out the columns that hold nothing. */
export const withoutNulls = <Row extends object>(row: Row): WithoutNulls<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<Row>;

/** When something was first and last seen, in the words of the interface. */
export const keptColumns = [
  'first_run as firstRun',
  'first_seen as firstSeen',
  'last_run as lastRun',
  'last_seen as lastSeen',
] as const;

type Reading = Pick<
  Store,
  | 'listSources'
  | 'listRuns'
  | 'readMemory'
  | 'summariseRun'
  | 'readReport'
  | 'listFindings'
  | 'listForecasts'
  | 'listForecastChanges'
  | 'listAudit'
>;

/** The methods of the store that only read. */
export const createRunReader = ({ read }: Database): Reading => ({
  listSources: (): Promise<Source[]> =>
    read.selectFrom('source').select(['id', 'name']).orderBy('name').orderBy('id').execute(),
  async listRuns({ source, state, limit = 100 } = {}): Promise<Run[]> {
    let query = read
      .selectFrom('run')
      .select(['id', 'source', 'state', 'started as startedAt', 'finished as finishedAt', 'why'])
      .orderBy('number', 'desc')
      .limit(limit);
    if (source !== undefined) query = query.where('source', '=', source);
    if (state !== undefined) query = query.where('state', '=', state);
    return (await query.execute()).map(withoutNulls);
  },
  async readReport(run) {
    const found = await read.selectFrom('run').select(['report', 'packed']).where('id', '=', run).executeTakeFirst();
    if (found?.packed) return unpackText(found.packed);
    return found?.report ? { text: found.report } : undefined;
  },
  async readMemory(source) {
    const found = await read.selectFrom('memory').select('known').where('source', '=', source).executeTakeFirst();
    return found && unpackText(found.known);
  },
  async summariseRun(run): Promise<RunSummary> {
    const countLives = async (table: 'finding_in_run' | 'forecast_in_run') =>
      Object.fromEntries(
        (
          await read
            .selectFrom(table)
            .select(['life', (all) => all.fn.countAll<number>().as('number')])
            .where('run', '=', run)
            .groupBy('life')
            .execute()
        ).map(({ life, number }) => [life, number]),
      );
    const levels = await read
      .selectFrom('forecast_in_run')
      .select(['level', (all) => all.fn.countAll<number>().as('number')])
      .where('run', '=', run)
      .where('life', 'not in', ['resolved', 'stale'])
      .groupBy('level')
      .execute();
    return {
      findings: await countLives('finding_in_run'),
      forecasts: await countLives('forecast_in_run'),
      levels: Object.fromEntries(levels.map(({ level, number }) => [level, number])),
    };
  },
  listFindings: (source): Promise<KeptFinding[]> =>
    read
      .selectFrom('finding')
      .select(['id', 'life', 'detector', 'asset', 'severity', 'message', ...keptColumns])
      .where('source', '=', source)
      .orderBy('id')
      .execute(),
  listForecasts: (source): Promise<KeptForecast[]> =>
    read
      .selectFrom('forecast')
      .select(['id', 'life', 'correlation', 'level', 'score', 'sentence', ...keptColumns])
      .where('source', '=', source)
      .orderBy('score', 'desc')
      .orderBy('id')
      .execute(),
  async listForecastChanges(run): Promise<ForecastChange[]> {
    const rows = await read
      .selectFrom('forecast_in_run as one')
      .innerJoin('run', 'run.id', 'one.run')
      .innerJoin('forecast as kept', (join) =>
        join.onRef('kept.source', '=', 'run.source').onRef('kept.id', '=', 'one.forecast'),
      )
      .select(['one.forecast as id', 'one.life', 'kept.correlation', 'one.level', 'one.score', 'one.sentence'])
      .select(keptColumns)
      .select(['one.life_before', 'one.level_before', 'one.score_before'])
      .where('one.run', '=', run)
      .orderBy('one.score', 'desc')
      .orderBy('one.forecast')
      .execute();
    return rows.map(({ life_before: life, level_before: level, score_before: score, ...rest }) =>
      life === null ? rest : { ...rest, before: { life, level: level!, score: score! } },
    );
  },
  async listAudit(after = 0): Promise<AuditEntry[]> {
    const rows = await read
      .selectFrom('audit')
      .select(['number', 'at', 'source', 'run', 'subject', 'id', 'before', 'after', 'why'])
      .where('number', '>', after)
      .orderBy(sql.ref('number'))
      .execute();
    return rows.map(withoutNulls);
  },
});
