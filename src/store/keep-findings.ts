/** Keeps the findings of a finished run, and tells what became of those that its source had. */
import type { Insertable, Selectable } from 'kysely';
import type { Life } from '../domain/life.ts';
import { type Severity, severities } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';
import { noteAudit } from './audit.ts';
import { inBatches } from './batches.ts';
import type { Query } from './database.ts';
import { readList } from './pack-text.ts';
import type { FindingTable, Kind } from './tables.ts';
import { createPathsOf, lifeWhenSeen, tellMissedFindings } from './tell-life.ts';
import { indexTexts } from './text-index.ts';

type Finding = Report['findings'][number];
type Row = Selectable<FindingTable>;

/** The run whose report is kept. */
export interface Keeping {
  readonly run: string;
  readonly source: string;
  readonly scope: string;
  readonly at: string;
}

/** Days within which a finding should be resolved; an information waits for nobody. */
const dueDays: Readonly<Record<Severity, number | undefined>> = {
  ...{ critical: 7, high: 30, medium: 90 },
  ...{ low: 180, info: undefined },
};

/** The day by which a finding of this severity, open since then, should be resolved. */
export const dueDay = (severity: Severity, since: string): string | null => {
  const days = dueDays[severity];
  if (days === undefined) return null;
  const due = new Date(since);
  due.setUTCDate(due.getUTCDate() + days);
  return due.toISOString().slice(0, 10);
};

type Waiver = Pick<FindingTable, 'waived_owner' | 'waived_reason' | 'waived_until' | 'waived_state' | 'waived_by'>;

const noWaiver: Waiver = {
  ...{ waived_owner: null, waived_reason: null, waived_until: null },
  ...{ waived_state: null, waived_by: null },
};

/** What a configuration waives comes with every report; what a person waived holds while the finding says the same. */
const waiverOf = ({ waived, state }: Finding, before: Row | undefined): Waiver => {
  if (waived)
    return {
      ...{ waived_owner: waived.owner, waived_reason: waived.reason, waived_until: waived.expires },
      ...{ waived_state: state ?? null, waived_by: 'configuration' },
    };
  if (before?.waived_by !== 'person' || before.waived_state !== (state ?? null)) return noWaiver;
  const { waived_owner, waived_reason, waived_until, waived_state, waived_by } = before;
  return { waived_owner, waived_reason, waived_until, waived_state, waived_by };
};

/** Gives the life of every finding that the run saw, missed or could not judge. */
export const keepFindings = async (
  query: Query,
  kind: Kind,
  { run, source, scope, at }: Keeping,
  report: Report,
): Promise<Map<string, Life>> => {
  const earlier = new Map(
    (await query.selectFrom('finding').selectAll().where('source', '=', source).execute()).map((row) => [row.id, row]),
  );
  const pathsOf = createPathsOf(report);
  const lives = new Map<string, Life>();
  const names = new Map(report.assets.map(({ id, name }) => [id, name]));
  const systems = new Map(report.systems.map(({ id, name }) => [id, name]));
  const failing: Finding[] = [];
  const rows: Insertable<FindingTable>[] = [];

  for (const finding of report.findings) {
    if (finding.outcome !== 'fail' || lives.has(finding.id)) continue;
    const { id, detector, objective, category, severity, asset, message } = finding;
    const before = earlier.get(id);
    const life = lifeWhenSeen(before?.life);
    lives.set(id, life);
    failing.push(finding);
    const isOpenedNow = life === 'new' || life === 're-opened';
    const isDueAsBefore = !isOpenedNow && before!.severity === severity && before!.due !== null;
    rows.push({
      ...{ source, id, life, detector, objective, category, severity, rank: severities.indexOf(severity), asset },
      ...{ asset_name: names.get(asset) ?? asset, message, scope, state: finding.state ?? null },
      ...{ first_run: before?.first_run ?? run, first_seen: before?.first_seen ?? at, last_run: run, last_seen: at },
      owner: before?.owner ?? null,
      due: isDueAsBefore ? before!.due : dueDay(severity, isOpenedNow ? at : before!.first_seen),
      ...waiverOf(finding, before),
    });
  }

  const numbers = new Map<string, number>();
  await inBatches(rows, async (batch) => {
    const put = await query
      .insertInto('finding')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['source', 'id']).doUpdateSet((all) => ({
          ...{ life: all.ref('excluded.life'), objective: all.ref('excluded.objective') },
          ...{ category: all.ref('excluded.category'), severity: all.ref('excluded.severity') },
          ...{ rank: all.ref('excluded.rank'), asset_name: all.ref('excluded.asset_name') },
          ...{ message: all.ref('excluded.message'), scope: all.ref('excluded.scope'), due: all.ref('excluded.due') },
          ...{ state: all.ref('excluded.state'), last_run: all.ref('excluded.last_run') },
          ...{ last_seen: all.ref('excluded.last_seen'), waived_owner: all.ref('excluded.waived_owner') },
          ...{ waived_reason: all.ref('excluded.waived_reason'), waived_until: all.ref('excluded.waived_until') },
          ...{ waived_state: all.ref('excluded.waived_state'), waived_by: all.ref('excluded.waived_by') },
        })),
      )
      .returning(['number', 'id'])
      .execute();
    for (const { number, id } of put) numbers.set(id, number);
  });
  await keepDetails(query, kind, failing, numbers, (finding) => ({
    paths: pathsOf.finding(finding),
    words: [names.get(finding.asset) ?? '', ...finding.systems.map((id) => systems.get(id) ?? '')],
  }));

  const missing = [...earlier.values()].filter(({ id, life }) => !lives.has(id) && life !== 'resolved');
  const paths = new Map<number, readonly string[] | undefined>();
  await inBatches(missing, async (batch) => {
    const found = query.selectFrom('finding_detail').select(['number', 'paths']);
    for (const row of await found
      .where(
        'number',
        'in',
        batch.map(({ number }) => number),
      )
      .execute())
      paths.set(row.number, readList(row.paths));
  });
  const missed = tellMissedFindings(
    missing.map((row) => ({
      ...{ id: row.id, life: row.life, scope: row.scope, detector: row.detector },
      paths: paths.get(row.number),
    })),
    report,
    scope,
  );
  for (const [life, ids] of Map.groupBy(missed.keys(), (id) => missed.get(id)!)) {
    await inBatches(ids, (batch) =>
      query.updateTable('finding').set({ life }).where('source', '=', source).where('id', 'in', batch).execute(),
    );
    for (const id of ids) lives.set(id, life);
  }

  const all = [...lives];
  await inBatches(all, (batch) =>
    query
      .insertInto('finding_in_run')
      .values(batch.map(([finding, life]) => ({ run, finding, life })))
      .execute(),
  );
  await noteAudit(
    query,
    all.flatMap(([id, after]) => {
      const before = earlier.get(id)?.life ?? null;
      return before === after ? [] : [{ at, source, run, subject: 'finding' as const, id, before, after }];
    }),
  );
  return lives;
};

const keepDetails = async (
  query: Query,
  kind: Kind,
  findings: readonly Finding[],
  numbers: ReadonlyMap<string, number>,
  about: (finding: Finding) => { readonly paths: readonly string[]; readonly words: readonly string[] },
): Promise<void> => {
  await inBatches(findings, async (batch) => {
    const details = batch.map((finding) => ({ finding, number: numbers.get(finding.id)!, ...about(finding) }));
    const keys = details.map(({ number }) => number);
    await query
      .insertInto('finding_detail')
      .values(
        details.map(({ number, paths, finding }) => {
          const { systems, evidence, remedy, references, discriminator, confidence } = finding;
          const body = JSON.stringify({ systems, evidence, remedy, references, discriminator, confidence });
          return { number, paths: JSON.stringify(paths), body };
        }),
      )
      .onConflict((conflict) =>
        conflict
          .column('number')
          .doUpdateSet((all) => ({ paths: all.ref('excluded.paths'), body: all.ref('excluded.body') })),
      )
      .execute();
    await query.deleteFrom('finding_system').where('number', 'in', keys).execute();
    const systems = details.flatMap(({ number, finding }) =>
      [...new Set(finding.systems)].map((system) => ({ system, number })),
    );
    await inBatches(systems, (some) => query.insertInto('finding_system').values(some).execute());
    const texts = details.map(({ number, finding: { message, detector, category }, paths, words }) => ({
      number,
      text: [message, detector, category, ...words, ...paths].join(' '),
    }));
    await indexTexts(query, kind, 'finding_text', texts);
  });
};
