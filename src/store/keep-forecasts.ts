/** Keeps the forecasts of a finished run, and tells how each changed. */
import type { Insertable, Selectable } from 'kysely';
import type { Level } from '../domain/forecast.ts';
import type { Life } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';
import { noteAudit } from './audit.ts';
import { inBatches } from './batches.ts';
import type { Query } from './database.ts';
import type { Keeping } from './keep-findings.ts';
import { readList } from './pack-text.ts';
import type { ForecastChange } from './store.ts';
import type { ForecastTable } from './tables.ts';
import { createPathsOf, lifeWhenSeen, tellMissedForecasts } from './tell-life.ts';

type Row = Selectable<ForecastTable>;

const beforeOf = (row: Row | undefined): Pick<ForecastChange, 'before'> =>
  row ? { before: { life: row.life, level: row.level, score: row.score } } : {};

const whole = (life: Life, level: Level): string => `${life} ${level}`;

/** Gives every forecast that the run saw, missed or could not judge; `findings` are the lives that it left. */
export const keepForecasts = async (
  query: Query,
  { run, source, scope, at }: Keeping,
  report: Report,
  findings: ReadonlyMap<string, Life>,
): Promise<ForecastChange[]> => {
  const earlier = new Map(
    (await query.selectFrom('forecast').selectAll().where('source', '=', source).execute()).map((row) => [row.id, row]),
  );
  const pathsOf = createPathsOf(report);
  const changes = new Map<string, ForecastChange>();
  const rows: Insertable<ForecastTable>[] = [];
  for (const forecast of report.forecasts) {
    const { id, correlation, level, score, sentence } = forecast;
    if (changes.has(id)) continue;
    const before = earlier.get(id);
    const life = lifeWhenSeen(before?.life);
    const since = { first_run: before?.first_run ?? run, first_seen: before?.first_seen ?? at };
    rows.push({
      ...{ source, id, life, correlation, level, score, sentence, scope },
      ...{ ...since, last_run: run, last_seen: at },
      paths: JSON.stringify(pathsOf.forecast(forecast)),
      findings: JSON.stringify(forecast.findings),
      systems: JSON.stringify(forecast.systems),
    });
    changes.set(id, {
      ...{ id, life, correlation, level, score, sentence },
      ...{ firstRun: since.first_run, firstSeen: since.first_seen, lastRun: run, lastSeen: at },
      ...beforeOf(before),
    });
  }
  await inBatches(rows, (batch) =>
    query
      .insertInto('forecast')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['source', 'id']).doUpdateSet((all) => ({
          ...{ life: all.ref('excluded.life'), level: all.ref('excluded.level'), score: all.ref('excluded.score') },
          ...{ sentence: all.ref('excluded.sentence'), paths: all.ref('excluded.paths') },
          ...{ findings: all.ref('excluded.findings'), systems: all.ref('excluded.systems') },
          ...{ scope: all.ref('excluded.scope'), last_run: all.ref('excluded.last_run') },
          last_seen: all.ref('excluded.last_seen'),
        })),
      )
      .execute(),
  );

  const missing = [...earlier.values()].filter(({ id, life }) => !changes.has(id) && life !== 'resolved');
  const missed = tellMissedForecasts(
    missing.map((row) => ({
      ...{ id: row.id, life: row.life, scope: row.scope, correlation: row.correlation },
      ...{ paths: readList(row.paths), findings: readList(row.findings) ?? [] },
    })),
    report,
    scope,
    findings,
  );
  for (const [id, life] of missed) {
    const row = earlier.get(id)!;
    await query.updateTable('forecast').set({ life }).where('source', '=', source).where('id', '=', id).execute();
    changes.set(id, {
      ...{ id, life, correlation: row.correlation, level: row.level, score: row.score, sentence: row.sentence },
      ...{ firstRun: row.first_run, firstSeen: row.first_seen, lastRun: row.last_run, lastSeen: row.last_seen },
      ...beforeOf(row),
    });
  }

  const all = [...changes.values()];
  await inBatches(all, (batch) =>
    query
      .insertInto('forecast_in_run')
      .values(
        batch.map(({ id, life, level, score, sentence, before }) => ({
          ...{ run, forecast: id, life, level, score, sentence, life_before: before?.life ?? null },
          ...{ level_before: before?.level ?? null, score_before: before?.score ?? null },
        })),
      )
      .execute(),
  );
  await noteAudit(
    query,
    all.flatMap(({ id, life, level, before: was }) => {
      const before = was ? whole(was.life, was.level) : null;
      const after = whole(life, level);
      return before === after ? [] : [{ at, source, run, subject: 'forecast' as const, id, before, after }];
    }),
  );
  return all;
};
