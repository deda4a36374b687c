/** Answers questions about findings: numbers first, from an index that holds all that is filtered by, then the rows of one page. */
import { type Expression, type Selectable, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { severities } from '../domain/outcome.ts';
import { noteAudit } from './audit.ts';
import type { Database, Query } from './database.ts';
import type { FindingAsking, FindingEntry, FindingFilter, Position, Queries, Triage } from './queries.ts';
import { readDetail } from './read-detail.ts';
import type { FindingTable, Kind, Tables } from './tables.ts';
import { findMatching } from './text-index.ts';

type Selecting = SelectQueryBuilder<Tables, 'finding', Record<never, never>>;
const mostHistory = 100;

/**
 * A column as one to look at and not to search by: SQLite would take any index that begins with it, read the whole row for everything
 * that it finds there and sort; walking the index of the order, which has all these columns, costs the same for every filter.
 */
export const inOrder = <Value>(kind: Kind, column: string): Expression<Value> =>
  kind === 'sqlite' ? sql<Value>`+${sql.ref(column)}` : sql.ref<Value>(column);

const filterFindings = (
  query: Selecting,
  kind: Kind,
  filter: FindingFilter,
  matching: Expression<SqlBool> | undefined,
): Selecting => {
  const { source, severity, category, detector, life, system, asset, owner, waived, overdue, today } = filter;
  let found = query;
  const column = (name: string) => inOrder<string | null>(kind, name);
  if (source !== undefined) found = found.where(column('source'), '=', source);
  if (severity)
    found = found.where(
      'rank',
      'in',
      severity.map((one) => severities.indexOf(one)),
    );
  if (category) found = found.where(column('category'), 'in', category);
  if (detector) found = found.where(column('detector'), 'in', detector);
  if (life) found = found.where(column('life'), 'in', life);
  if (asset !== undefined) found = found.where('asset', '=', asset);
  if (owner !== undefined)
    found = owner === '' ? found.where(column('owner'), 'is', null) : found.where(column('owner'), '=', owner);
  if (waived === true) found = found.where(column('waived_until'), '>=', today);
  if (waived === false)
    found = found.where((all) => all.or([all('waived_until', 'is', null), all('waived_until', '<', today)]));
  if (overdue) found = found.where(column('due'), '<', today).where(column('life'), '!=', 'resolved');
  if (system !== undefined)
    found = found.where('number', 'in', (all) =>
      all.selectFrom('finding_system').select('finding_system.number').where('system', '=', system),
    );
  if (matching) found = found.where(matching);
  return found;
};

const columnOf = { gravest: 'rank', newest: 'first_seen', due: 'due' } as const;

const findNumbers = async (query: Query, kind: Kind, asking: FindingAsking): Promise<number[]> => {
  const { order, after, limit } = asking;
  const column = columnOf[order];
  const direction = order === 'newest' ? 'desc' : 'asc';
  let found = filterFindings(
    query.selectFrom('finding'),
    kind,
    asking,
    await findMatching(query, kind, 'finding_text', asking.text),
  );
  if (order === 'due') found = found.where('due', 'is not', null);
  if (after) {
    const beyond: Expression<SqlBool> =
      direction === 'desc'
        ? sql`(${sql.ref(column)}, number) < (${after[0]}, ${after[1]})`
        : sql`(${sql.ref(column)}, number) > (${after[0]}, ${after[1]})`;
    found = found.where(beyond);
  }
  const rows = await found
    .select('number')
    .orderBy(column, direction)
    .orderBy('number', direction)
    .limit(limit + 1)
    .execute();
  return rows.map(({ number }) => number);
};

const toEntry = (row: Selectable<FindingTable>, today: string): FindingEntry => ({
  ...{ source: row.source, id: row.id, life: row.life, detector: row.detector, objective: row.objective },
  ...{ category: row.category, severity: row.severity, asset: row.asset, assetName: row.asset_name },
  ...{ message: row.message, firstRun: row.first_run, firstSeen: row.first_seen },
  ...{ lastRun: row.last_run, lastSeen: row.last_seen },
  ...(row.owner === null ? {} : { owner: row.owner }),
  ...(row.due === null ? {} : { due: row.due }),
  ...(row.waived_until === null || row.waived_until < today
    ? {}
    : {
        waiver: {
          ...{ owner: row.waived_owner ?? '', reason: row.waived_reason ?? '' },
          ...{ expires: row.waived_until, by: row.waived_by ?? 'person' },
        },
      }),
});

/** The answers about findings. */
export const createFindingQueries = ({
  kind,
  read,
}: Database): Pick<Queries, 'queryFindings' | 'countFindings' | 'readFinding'> => ({
  async queryFindings(asking) {
    const { limit, order, today } = asking;
    const numbers = await findNumbers(read, kind, asking);
    const shown = numbers.slice(0, limit);
    if (shown.length === 0) return { items: [] };
    const rows = await read.selectFrom('finding').selectAll().where('number', 'in', shown).execute();
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    const kept = shown.flatMap((number) => byNumber.get(number) ?? []);
    const last = kept.at(-1);
    const next: Position | undefined =
      numbers.length > limit && last ? [last[columnOf[order]] ?? '', last.number] : undefined;
    return { items: kept.map((row) => toEntry(row, today)), ...(next ? { next } : {}) };
  },
  async countFindings(filter) {
    const matching = await findMatching(read, kind, 'finding_text', filter.text);
    const count = async <Column extends 'severity' | 'category' | 'life'>(column: Column) => {
      const by = column === 'severity' ? 'rank' : column;
      const rows = await filterFindings(read.selectFrom('finding'), kind, filter, matching)
        .select([`${by} as word`, (all) => all.fn.countAll<number>().as('number')])
        .groupBy(by)
        .execute();
      return Object.fromEntries(
        rows.map(({ word, number }) => [typeof word === 'number' ? severities[word]! : word, number]),
      );
    };
    return { severity: await count('severity'), category: await count('category'), life: await count('life') };
  },
  async readFinding(source, id, today) {
    const row = await read
      .selectFrom('finding')
      .selectAll()
      .where('source', '=', source)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const history = await read
      .selectFrom('finding_in_run as one')
      .innerJoin('run', 'run.id', 'one.run')
      .select(['one.run', 'run.finished as at', 'one.life'])
      .where('one.finding', '=', id)
      .where('run.source', '=', source)
      .orderBy('run.number', 'desc')
      .limit(mostHistory)
      .execute();
    return {
      ...toEntry(row, today),
      ...(await readDetail(read, 'finding_detail', row.number)),
      history: history.map((one) => ({ ...one, at: one.at ?? '' })),
    };
  },
});

/** What people decide, written beside what the runs tell. */
export const createTriage = ({ write }: Database): Triage => {
  const change = (
    source: string,
    id: string,
    set: (row: Selectable<FindingTable>) => {
      readonly values: Partial<FindingTable>;
      before: string;
      after: string;
      why?: string;
    },
    by: string,
    at: Date,
  ): Promise<boolean> =>
    write(async (query) => {
      const row = await query
        .selectFrom('finding')
        .selectAll()
        .where('source', '=', source)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return false;
      const { values, before, after, why } = set(row);
      await query
        .updateTable('finding')
        .set(values as Record<string, string | null>)
        .where('number', '=', row.number)
        .execute();
      const said = why === undefined ? `by ${by}` : `by ${by}: ${why}`;
      await noteAudit(query, [{ at: at.toISOString(), source, subject: 'finding', id, before, after, why: said }]);
      return true;
    });
  return {
    assignFinding: (source, id, owner, by, at) =>
      change(
        ...[source, id],
        (row) => ({
          values: { owner: owner ?? null },
          before: `owner ${row.owner ?? 'nobody'}`,
          after: `owner ${owner ?? 'nobody'}`,
        }),
        ...[by, at],
      ),
    waiveFinding: (source, id, waiver, by, at) =>
      change(
        ...[source, id],
        (row) => ({
          values: {
            ...{ waived_owner: waiver?.owner ?? null, waived_reason: waiver?.reason ?? null },
            ...{ waived_until: waiver?.expires ?? null, waived_state: waiver ? row.state : null },
            waived_by: waiver ? 'person' : null,
          },
          before: row.waived_until === null ? 'not waived' : `waived until ${row.waived_until}`,
          after: waiver ? `waived until ${waiver.expires}` : 'not waived',
          ...(waiver ? { why: waiver.reason } : {}),
        }),
        ...[by, at],
      ),
  };
};
