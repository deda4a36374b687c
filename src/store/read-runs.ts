/** Reads what is kept: sources, runs, reports, findings, forecasts and the audit trail. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Level } from '../domain/forecast.ts';
import type { Life } from '../domain/life.ts';
import { unpackText } from './pack-text.ts';
import type { AuditEntry, ForecastChange, KeptFinding, KeptForecast, Run, RunSummary, Source, Store } from './store.ts';

type Row = Readonly<Record<string, SQLInputValue>>;

/** Leaves out the columns that hold nothing. */
const withoutNulls = <Result>(row: Row): Result =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Result;

const keptColumns =
  'first_run AS firstRun, first_seen AS firstSeen, last_run AS lastRun, last_seen AS lastSeen' as const;

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
export const createRunReader = (database: DatabaseSync): Reading => {
  const all = <Result>(sql: string, ...values: SQLInputValue[]): Result[] =>
    (database.prepare(sql).all(...values) as Row[]).map((row) => withoutNulls<Result>(row));
  return {
    listSources: () => all<Source>('SELECT id, name FROM source ORDER BY name, id'),
    listRuns: ({ source, state, limit = 100 } = {}) =>
      all<Run>(
        `SELECT id, source, state, started AS startedAt, finished AS finishedAt, why FROM run
         WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY number DESC LIMIT ?3`,
        ...[source ?? null, state ?? null, limit],
      ),
    readReport(run) {
      const found = database.prepare('SELECT report, packed FROM run WHERE id = ?').get(run) as
        | { report: string | null; packed: Uint8Array | null }
        | undefined;
      return found?.packed ? unpackText(found.packed) : found?.report || undefined;
    },
    readMemory(source) {
      const found = database.prepare('SELECT known FROM memory WHERE source = ?').get(source);
      return found && unpackText((found as { known: Uint8Array }).known);
    },
    summariseRun(run) {
      const count = (sql: string): Record<string, number> =>
        Object.fromEntries(all<{ word: string; number: number }>(sql, run).map(({ word, number }) => [word, number]));
      return {
        findings: count('SELECT life AS word, count(*) AS number FROM finding_in_run WHERE run = ? GROUP BY life'),
        forecasts: count('SELECT life AS word, count(*) AS number FROM forecast_in_run WHERE run = ? GROUP BY life'),
        levels: count(
          `SELECT level AS word, count(*) AS number FROM forecast_in_run
           WHERE run = ? AND life NOT IN ('resolved', 'stale') GROUP BY level`,
        ),
      } satisfies RunSummary;
    },
    listFindings: (source) =>
      all<KeptFinding>(
        `SELECT id, life, detector, asset, severity, message, ${keptColumns} FROM finding WHERE source = ? ORDER BY id`,
        source,
      ),
    listForecasts: (source) =>
      all<KeptForecast>(
        `SELECT id, life, correlation, level, score, sentence, ${keptColumns} FROM forecast
         WHERE source = ? ORDER BY score DESC, id`,
        source,
      ),
    listForecastChanges: (run) =>
      all<KeptForecast & { readonly lifeBefore?: Life; readonly levelBefore?: Level; readonly scoreBefore?: number }>(
        `SELECT one.forecast AS id, one.life, kept.correlation, one.level, one.score, one.sentence, ${keptColumns},
           one.life_before AS lifeBefore, one.level_before AS levelBefore, one.score_before AS scoreBefore
         FROM forecast_in_run AS one JOIN run ON run.id = one.run
         JOIN forecast AS kept ON kept.source = run.source AND kept.id = one.forecast
         WHERE one.run = ? ORDER BY one.score DESC, one.forecast`,
        run,
      ).map(
        ({ lifeBefore, levelBefore, scoreBefore, ...rest }): ForecastChange =>
          lifeBefore === undefined
            ? rest
            : { ...rest, before: { life: lifeBefore, level: levelBefore!, score: scoreBefore! } },
      ),
    listAudit: (after = 0) =>
      all<AuditEntry>(
        'SELECT number, at, source, run, subject, id, before, after, why FROM audit WHERE number > ? ORDER BY number',
        after,
      ),
  };
};
