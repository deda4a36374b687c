/** PostgreSQL for kysely: a small pool whose tables all lie in a schema of their own. */
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { keepable } from './keepable.ts';

const int8 = 20;
const mostConnections = 8;

/**
 * A pool for the database at `url`. Nothing of an application that shares the database is touched: everything lies in the schema `isobar`.
 */
export const createPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'isobar',
    // A writer whose machine is gone gives its locks back within a minute.
    options: '-c search_path=isobar -c idle_in_transaction_session_timeout=60000 -c lock_timeout=15000',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        // Counts and numbers of rows stay far below 2^53.
        oid === int8 && format !== 'binary'
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks is told to whoever uses it next, by its refused query; without a listener the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** The dialect over a pool; destroying kysely ends the pool. */
export const createPostgresDialect = (pool: pg.Pool): Dialect => {
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const query = (text: string, values?: readonly unknown[]) => client.query(text, values?.map(keepable));
    return { release: () => client.release(), query: query as unknown as PostgresPoolClient['query'] };
  };
  return new PostgresDialect({ pool: { end: () => pool.end(), connect } as PostgresPool });
};
