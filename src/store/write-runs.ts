/** Writes runs: begun, finished with what became of everything that their source had, or interrupted. */
import type { Report } from '../domain/report.ts';
import { noteAudit } from './audit.ts';
import { inBatches } from './batches.ts';
import type { Database, Query } from './database.ts';
import { keepAssets } from './keep-assets.ts';
import { type Keeping, keepFindings } from './keep-findings.ts';
import { keepForecasts } from './keep-forecasts.ts';
import { measureRun } from './measure-run.ts';
import { packText } from './pack-text.ts';
import type { RunChanges, Source } from './store.ts';

/** Whole reports that are kept of one source; of an older run only what it changed is still of use. */
const mostReports = 10;

interface RunRow {
  readonly number: number;
  readonly source: string;
  readonly scope: string;
}

const findRunning = async (query: Query, id: string): Promise<RunRow> => {
  const found = await query
    .selectFrom('run')
    .select(['number', 'source', 'scope', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (found?.state !== 'running') throw new Error(`run ${id} is ${found ? found.state : 'unknown'}, not running`);
  return found;
};

/** A run that began before another of its source that has finished knows less than what is kept already. */
const isOvertaken = async (query: Query, { number, source }: RunRow): Promise<boolean> =>
  (await query
    .selectFrom('run')
    .select('id')
    .where('source', '=', source)
    .where('number', '>', number)
    .where('state', '=', 'complete')
    .limit(1)
    .executeTakeFirst()) !== undefined;

const letGo = async (query: Query, source: string): Promise<void> => {
  const oldest = await query
    .selectFrom('run')
    .select('number')
    .where('source', '=', source)
    .where('state', '=', 'complete')
    .orderBy('number', 'desc')
    .limit(1)
    .offset(mostReports)
    .executeTakeFirst();
  if (!oldest) return;
  await query
    .updateTable('run')
    .set({ report: '', packed: null })
    .where('source', '=', source)
    .where('state', '=', 'complete')
    .where('number', '<=', oldest.number)
    .where((all) => all.or([all('packed', 'is not', null), all('report', '!=', '')]))
    .execute();
};

const interrupt = async (query: Query, id: string, why: string, at: string): Promise<void> => {
  const row = await findRunning(query, id);
  const { source } = row;
  await query.updateTable('run').set({ state: 'interrupted', finished: at, why }).where('id', '=', id).execute();
  await noteAudit(query, [{ at, source, run: id, subject: 'run', id, before: 'running', after: 'interrupted', why }]);
  if (await isOvertaken(query, row)) return;
  for (const table of ['finding', 'forecast'] as const) {
    const standing = await query
      .selectFrom(table)
      .select(['id', 'life'])
      .where('source', '=', source)
      .where('life', 'not in', ['resolved', 'stale'])
      .orderBy('id')
      .execute();
    await inBatches(standing, (batch) =>
      query
        .updateTable(table)
        .set({ life: 'stale' })
        .where('source', '=', source)
        .where(
          'id',
          'in',
          batch.map((one) => one.id),
        )
        .execute(),
    );
    await noteAudit(
      query,
      standing.map((one) => ({
        ...{ at, source, run: id, subject: table, id: one.id, before: one.life, after: 'stale', why },
      })),
    );
  }
  await query
    .updateTable('asset')
    .set({ life: 'stale' })
    .where('source', '=', source)
    .where('life', '=', 'present')
    .execute();
};

/** The four ways in which runs change what is kept, all in one transaction each. */
export const createRunWriter = ({ kind, read, write }: Database) => ({
  begin: (id: string, owner: string, { id: source, name }: Source, scope: string, at: string): Promise<void> =>
    write(async (query) => {
      const known = await query.selectFrom('source').select('name').where('id', '=', source).executeTakeFirst();
      await query
        .insertInto('source')
        .values({ id: source, name })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
        .execute();
      await query.insertInto('run').values({ id, source, scope, owner, state: 'running', started: at }).execute();
      const lines = [{ at, source, run: id, subject: 'run' as const, id, before: null, after: 'running', why: null }];
      await noteAudit(query, [
        ...(known ? [] : [{ ...lines[0]!, run: null, subject: 'source' as const, id: source, after: 'known' }]),
        ...lines,
      ]);
    }),
  finish: async (id: string, report: Report, at: string, known?: string): Promise<RunChanges> => {
    // Packed before the lock is taken, so that nobody waits for it.
    const packed = packText(JSON.stringify(report));
    return write(async (query) => {
      const row = await findRunning(query, id);
      const { source, scope } = row;
      const keeping: Keeping = { run: id, source, scope, at };
      await query
        .updateTable('run')
        .set({ state: 'complete', finished: at, report: '', packed })
        .where('id', '=', id)
        .execute();
      await noteAudit(query, [{ at, source, run: id, subject: 'run', id, before: 'running', after: 'complete' }]);
      await letGo(query, source);
      if (await isOvertaken(query, row)) return { findings: new Map(), forecasts: [] };
      if (known !== undefined) {
        const memory = { run: id, known: packText(known) };
        await query
          .insertInto('memory')
          .values({ source, ...memory })
          .onConflict((conflict) => conflict.column('source').doUpdateSet(memory))
          .execute();
      }
      await query.insertInto('run_measure').values(measureRun(keeping, report)).execute();
      await keepAssets(query, kind, keeping, report);
      const findings = await keepFindings(query, kind, keeping, report);
      return { findings, forecasts: await keepForecasts(query, keeping, report, findings) };
    });
  },
  interrupt: (id: string, why: string, at: string): Promise<void> => write((query) => interrupt(query, id, why, at)),
  /** Marks the running runs of every owner that is gone. */
  reap: async (isAlive: (owner: string, query: Query) => Promise<boolean>, why: string, at: string): Promise<void> => {
    const running = (query: Query) =>
      query.selectFrom('run').select(['id', 'owner']).where('state', '=', 'running').orderBy('number').execute();
    if ((await running(read)).length === 0) return;
    await write(async (query) => {
      for (const { id, owner } of await running(query))
        if (!(await isAlive(owner, query))) await interrupt(query, id, why, at);
    });
  },
});
