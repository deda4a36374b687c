/** Embedded SQLite for kysely: one connection of `node:sqlite`, whose writers take the write lock at once. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as pauseFor } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { keepable } from './keepable.ts';

/** Milliseconds that a writer waits for another before it gives up. */
const patience = 15_000;
const pause = 5;
const mostStatements = 200;

/** Tells whether another process is writing right now. https://www.sqlite.org/rescode.html#busy */
export const isBusy = (error: unknown): boolean => {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && ((code & 0xff) === 5 || (code & 0xff) === 6);
};

/** Tries again while the file is busy: switching a new file to WAL and recovering one do not wait by themselves. */
const insist = async (act: () => void): Promise<void> => {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    await pauseFor(pause);
  }
};

/** Opens the file for several processes at once; throws where it is no database or cannot be opened. */
export const openFile = async (path: string): Promise<DatabaseSync> => {
  const file = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    await insist(() => file.exec('PRAGMA journal_mode = WAL'));
    // WAL alone survives a killed process; FULL survives a lost power supply too.
    file.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -32000');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
};

const toValue = (value: unknown): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : ((keepable(value) ?? null) as SQLInputValue);

class SqliteConnection implements DatabaseConnection {
  readonly file: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: DatabaseSync) {
    this.file = file;
  }

  #prepare(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known) return known;
    if (this.#statements.size >= mostStatements) this.#statements.delete(this.#statements.keys().next().value!);
    const statement = this.file.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const values = parameters.map(toValue);
    const statement = this.#prepare(sql);
    let result: QueryResult<Row> = { rows: [] };
    await insist(() => {
      if (statement.columns().length > 0) result = { rows: statement.all(...values) as Row[] };
      else result = { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
    });
    return result;
  }

  // biome-ignore lint/correctness/useYield: kysely asks for it, and nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('SQLite’s rows are not streamed');
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  /** Resolves when whoever has the connection gives it back. */
  #free: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => {};

  constructor(file: DatabaseSync) {
    this.#connection = new SqliteConnection(file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    await before;
    this.#giveBack = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack();
  }

  // The write lock is taken at once, so that what was read stays true until it is written.
  beginTransaction(): Promise<void> {
    return insist(() => this.#connection.file.exec('BEGIN IMMEDIATE'));
  }

  commitTransaction(): Promise<void> {
    return insist(() => this.#connection.file.exec('COMMIT'));
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#connection.file.isTransaction) this.#connection.file.exec('ROLLBACK');
  }

  async destroy(): Promise<void> {
    // What is being written is written to its end.
    await this.#free;
    if (this.#connection.file.isOpen) this.#connection.file.close();
  }
}

/** The dialect over an open file; destroying kysely closes the file. */
export const createSqliteDialect = (file: DatabaseSync): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SqliteDriver(file),
  createIntrospector: (database) => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
