/** Databases as Python programs reach them: relational, document and key-value stores. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { meanings, packages } from './statements.ts';

export default defineLibrary({
  id: 'python-databases',
  title: 'Databases from Python',
  homepage: 'https://peps.python.org/pep-0249/',
  python: {
    packages,
    modules: [
      'psycopg',
      'psycopg2',
      'asyncpg',
      'pymysql',
      'MySQLdb',
      'aiomysql',
      'mysql',
      'mariadb',
      'pyodbc',
      'sqlalchemy',
      'sqlmodel',
      'pymongo',
      'motor',
      'redis',
      'duckdb',
      'snowflake',
      'google.cloud.bigquery',
      'databricks',
      'clickhouse_connect',
      'bson',
    ],
    meanings,
    aliases: {
      'sqlmodel.Session': 'sqlalchemy.orm.Session',
      'sqlmodel.create_engine': 'sqlalchemy.create_engine',
      'sqlalchemy.orm.session.Session': 'sqlalchemy.orm.Session',
    },
  },
});
