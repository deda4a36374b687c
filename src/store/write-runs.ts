/** Writes runs: begun, finished with what became of everything that their source had, or interrupted. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Level } from '../domain/forecast.ts';
import type { Life } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';
import { inTransaction } from './database.ts';
import { packText } from './pack-text.ts';
import type { ForecastChange, RunChanges, Source } from './store.ts';
import { createPathsOf, type Earlier, lifeWhenSeen, tellMissedFindings, tellMissedForecasts } from './tell-life.ts';

interface RunRow {
  readonly number: number;
  readonly source: string;
  readonly scope: string;
  readonly state: string;
}

interface KeptRow {
  readonly id: string;
  readonly life: Life;
  readonly paths: string;
  readonly scope: string;
  readonly detector?: string;
  readonly findings?: string;
  readonly level?: Level;
  readonly score?: number;
  readonly sentence?: string;
  readonly correlation?: string;
  readonly first_run: string;
  readonly first_seen: string;
  readonly last_run: string;
  readonly last_seen: string;
}

/** Whole reports that are kept of one source. The column `report` holds those that were kept before they were packed, else the empty text. */
const mostReports = 10;

type Subject = 'source' | 'run' | 'finding' | 'forecast';

const readEarlier = ({ id, life, paths, scope, detector, correlation, findings }: KeptRow): Earlier => ({
  id,
  life,
  scope,
  paths: JSON.parse(paths) as string[],
  ...(detector === undefined ? {} : { detector }),
  ...(correlation === undefined ? {} : { correlation }),
  ...(findings === undefined ? {} : { findings: JSON.parse(findings) as string[] }),
});

/** The four ways in which runs change what is kept, all in one transaction each. */
export const createRunWriter = (database: DatabaseSync) => {
  const run = (sql: string, ...values: SQLInputValue[]): void => void database.prepare(sql).run(...values);
  const noteEntry = database.prepare(
    'INSERT INTO audit (at, source, run, subject, id, before, after, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const note = (
    at: string,
    source: string,
    by: string | null,
    subject: Subject,
    id: string,
    before: string | null,
    after: string,
    why: string | null = null,
  ): void => void noteEntry.run(at, source, by, subject, id, before, after, why);

  const findRunning = (id: string): RunRow => {
    const found = database.prepare('SELECT number, source, scope, state FROM run WHERE id = ?').get(id) as
      | RunRow
      | undefined;
    if (found?.state !== 'running') throw new Error(`run ${id} is ${found ? found.state : 'unknown'}, not running`);
    return found;
  };

  /** A run that began before another of its source that has finished knows less than what is kept already. */
  const isOvertaken = ({ number, source }: RunRow): boolean =>
    database
      .prepare("SELECT 1 FROM run WHERE source = ? AND number > ? AND state = 'complete' LIMIT 1")
      .get(source, number) !== undefined;

  const listKept = (table: 'finding' | 'forecast', source: string): KeptRow[] =>
    database.prepare(`SELECT * FROM ${table} WHERE source = ?`).all(source) as unknown as KeptRow[];

  /** Reports are most of what is kept; of an older run only what it changed is still of use. */
  const letGo = (source: string): void =>
    run(
      `UPDATE run SET report = '', packed = NULL WHERE source = ?1 AND state = 'complete' AND number <= (
         SELECT number FROM run WHERE source = ?1 AND state = 'complete' ORDER BY number DESC LIMIT 1 OFFSET ?2)`,
      ...[source, mostReports],
    );

  const interrupt = (id: string, why: string, at: string): void => {
    const row = findRunning(id);
    run("UPDATE run SET state = 'interrupted', finished = ?, why = ? WHERE id = ?", at, why, id);
    note(at, row.source, id, 'run', id, 'running', 'interrupted', why);
    if (isOvertaken(row)) return;
    for (const table of ['finding', 'forecast'] as const) {
      for (const { id: kept, life } of listKept(table, row.source)) {
        if (life === 'resolved' || life === 'stale') continue;
        run(`UPDATE ${table} SET life = 'stale' WHERE source = ? AND id = ?`, row.source, kept);
        note(at, row.source, id, table, kept, life, 'stale', why);
      }
    }
  };

  const keepFindings = (id: string, { source, scope }: RunRow, report: Report, at: string): Map<string, Life> => {
    const earlier = new Map(listKept('finding', source).map((row) => [row.id, row]));
    const pathsOf = createPathsOf(report);
    const lives = new Map<string, Life>();
    const put = database.prepare(
      `INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?10, ?11)
       ON CONFLICT DO UPDATE SET life = ?3, severity = ?6, message = ?7, paths = ?8, scope = ?9, last_run = ?10, last_seen = ?11`,
    );
    for (const finding of report.findings) {
      if (finding.outcome !== 'fail' || lives.has(finding.id)) continue;
      const life = lifeWhenSeen(earlier.get(finding.id)?.life);
      lives.set(finding.id, life);
      const paths = JSON.stringify(pathsOf.finding(finding));
      const { detector, asset, severity, message } = finding;
      put.run(source, finding.id, life, detector, asset, severity, message, paths, scope, id, at);
    }
    for (const [missed, life] of tellMissedFindings([...earlier.values()].map(readEarlier), report, scope)) {
      lives.set(missed, life);
      run('UPDATE finding SET life = ? WHERE source = ? AND id = ?', life, source, missed);
    }
    const keep = database.prepare('INSERT INTO finding_in_run VALUES (?, ?, ?)');
    for (const [finding, life] of lives) {
      keep.run(id, finding, life);
      const before = earlier.get(finding)?.life ?? null;
      if (before !== life) note(at, source, id, 'finding', finding, before, life);
    }
    return lives;
  };

  const keepForecasts = (
    id: string,
    { source, scope }: RunRow,
    report: Report,
    at: string,
    findings: ReadonlyMap<string, Life>,
  ): ForecastChange[] => {
    const earlier = new Map(listKept('forecast', source).map((row) => [row.id, row]));
    const pathsOf = createPathsOf(report);
    const changes = new Map<string, ForecastChange>();
    const beforeOf = (row: KeptRow | undefined): Pick<ForecastChange, 'before'> =>
      row ? { before: { life: row.life, level: row.level!, score: row.score! } } : {};
    const put = database.prepare(
      `INSERT INTO forecast VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?11, ?12)
       ON CONFLICT DO UPDATE SET life = ?3, level = ?5, score = ?6, sentence = ?7, paths = ?8, findings = ?9, scope = ?10,
         last_run = ?11, last_seen = ?12`,
    );
    for (const forecast of report.forecasts) {
      const { id: own, correlation, level, score, sentence } = forecast;
      if (changes.has(own)) continue;
      const row = earlier.get(own);
      const life = lifeWhenSeen(row?.life);
      const paths = JSON.stringify(pathsOf.forecast(forecast));
      const behind = JSON.stringify(forecast.findings);
      put.run(source, own, life, correlation, level, score, sentence, paths, behind, scope, id, at);
      changes.set(own, {
        ...{ id: own, life, correlation, level, score, sentence },
        ...{ firstRun: row?.first_run ?? id, firstSeen: row?.first_seen ?? at, lastRun: id, lastSeen: at },
        ...beforeOf(row),
      });
    }
    const missed = tellMissedForecasts([...earlier.values()].map(readEarlier), report, scope, findings);
    for (const [own, life] of missed) {
      const row = earlier.get(own)!;
      run('UPDATE forecast SET life = ? WHERE source = ? AND id = ?', life, source, own);
      changes.set(own, {
        ...{ id: own, life, correlation: row.correlation!, level: row.level!, score: row.score! },
        ...{ sentence: row.sentence!, firstRun: row.first_run, firstSeen: row.first_seen },
        ...{ lastRun: row.last_run, lastSeen: row.last_seen },
        ...beforeOf(row),
      });
    }
    const keep = database.prepare('INSERT INTO forecast_in_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { id: own, life, level, score, sentence, before } of changes.values()) {
      const was = before ?? { life: null, level: null, score: null };
      keep.run(id, own, life, level, score, sentence, was.life, was.level, was.score);
      const whole = (one: Life | null, at: Level | null): string | null => (one === null ? null : `${one} ${at}`);
      if (was.life !== life || was.level !== level)
        note(at, source, id, 'forecast', own, whole(was.life, was.level), whole(life, level)!);
    }
    return [...changes.values()];
  };

  return {
    begin(id: string, owner: string, { id: source, name }: Source, scope: string, at: string): void {
      inTransaction(database, () => {
        const known = database.prepare('SELECT name FROM source WHERE id = ?').get(source);
        run('INSERT INTO source VALUES (?1, ?2) ON CONFLICT DO UPDATE SET name = ?2', source, name);
        if (known === undefined) note(at, source, null, 'source', source, null, 'known');
        run(
          "INSERT INTO run (id, source, scope, owner, state, started) VALUES (?, ?, ?, ?, 'running', ?)",
          ...[id, source, scope, owner, at],
        );
        note(at, source, id, 'run', id, null, 'running');
      });
    },
    finish: (id: string, report: Report, at: string, known?: string): RunChanges =>
      inTransaction(database, () => {
        const row = findRunning(id);
        run(
          "UPDATE run SET state = 'complete', finished = ?, report = '', packed = ? WHERE id = ?",
          ...[at, packText(JSON.stringify(report)), id],
        );
        note(at, row.source, id, 'run', id, 'running', 'complete');
        letGo(row.source);
        if (isOvertaken(row)) return { findings: new Map(), forecasts: [] };
        if (known !== undefined)
          run(
            'INSERT INTO memory VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET run = ?2, known = ?3',
            ...[row.source, id, packText(known)],
          );
        const findings = keepFindings(id, row, report, at);
        return { findings, forecasts: keepForecasts(id, row, report, at, findings) };
      }),
    interrupt: (id: string, why: string, at: string): void => inTransaction(database, () => interrupt(id, why, at)),
    /** Marks the running runs of every owner that is gone. */
    reap: (isAlive: (owner: string) => boolean, why: string, at: string): void => {
      const listRunning = database.prepare("SELECT id, owner FROM run WHERE state = 'running' ORDER BY number");
      if (listRunning.all().length === 0) return;
      inTransaction(database, () => {
        for (const { id, owner } of listRunning.all() as unknown as { id: string; owner: string }[])
          if (!isAlive(owner)) interrupt(id, why, at);
      });
    },
  };
};
