/** Migrations: the steps that bring a database of any earlier version to the shape that this code expects. */

interface Migration {
  /** What it is for. */
  readonly title: string;
  readonly sql: string;
}

/** A step’s version is its place in this list, from 1. Steps are only ever added, never edited. */
export const migrations: readonly Migration[] = [
  {
    title: 'sources, runs, the life of findings and forecasts, audit trail',
    sql: `
      CREATE TABLE source (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

      CREATE TABLE run (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL REFERENCES source (id),
        scope TEXT NOT NULL,
        owner TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'interrupted')),
        started TEXT NOT NULL,
        finished TEXT,
        why TEXT,
        report TEXT,
        CHECK ((state = 'complete') = (report IS NOT NULL)),
        CHECK ((state = 'running') = (finished IS NULL))
      ) STRICT;
      CREATE INDEX run_of_source ON run (source, number);
      CREATE INDEX run_running ON run (owner) WHERE state = 'running';

      CREATE TABLE finding (
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        detector TEXT NOT NULL,
        asset TEXT NOT NULL,
        severity TEXT NOT NULL,
        message TEXT NOT NULL,
        paths TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        PRIMARY KEY (source, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE forecast (
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        correlation TEXT NOT NULL,
        level TEXT NOT NULL,
        score REAL NOT NULL,
        sentence TEXT NOT NULL,
        paths TEXT NOT NULL,
        findings TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        PRIMARY KEY (source, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE finding_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        finding TEXT NOT NULL,
        life TEXT NOT NULL,
        PRIMARY KEY (run, finding)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE forecast_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        forecast TEXT NOT NULL,
        life TEXT NOT NULL,
        level TEXT NOT NULL,
        score REAL NOT NULL,
        sentence TEXT NOT NULL,
        life_before TEXT,
        level_before TEXT,
        score_before REAL,
        PRIMARY KEY (run, forecast)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        source TEXT NOT NULL,
        run TEXT,
        subject TEXT NOT NULL CHECK (subject IN ('source', 'run', 'finding', 'forecast')),
        id TEXT NOT NULL,
        before TEXT,
        after TEXT NOT NULL,
        why TEXT
      ) STRICT;
      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
      CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
    `,
  },
  {
    title: 'what a source’s last run knew of its assets, so that they keep their ids; reports are packed',
    sql: `
      ALTER TABLE run ADD COLUMN packed BLOB;
      CREATE TABLE memory (
        source TEXT PRIMARY KEY REFERENCES source (id),
        run TEXT NOT NULL REFERENCES run (id),
        known BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
