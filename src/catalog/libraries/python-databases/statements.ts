/** Connections to databases and the statements that go over them. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

interface Database {
  readonly service: string;
  readonly of: string;
  readonly host: Pick;
}
/** Host and port of a connection text, without the credentials that may stand before them. */
const address = /^(?:[a-z0-9+]+:\/\/)?(?:[^@/\s]*@)?([\w.-]+(?::\d+)?)(?:[/?]|$)/i;
const databases: readonly Database[] = [
  {
    service: 'postgresql',
    of: '{psycopg,psycopg2,asyncpg,psycopg.AsyncConnection,psycopg.Connection}.{connect,create_pool}',
    host: { named: ['host', 'dsn', 'conninfo'], at: 0 },
  },
  {
    service: 'mysql',
    of: '{pymysql,MySQLdb,aiomysql,mysql.connector,mariadb}.{connect,create_pool}',
    host: { named: ['host'], at: 0 },
  },
  {
    service: 'mongodb',
    of: ['pymongo', 'motor.motor_asyncio']
      .map((each) => `${each}.{MongoClient,AsyncMongoClient,AsyncIOMotorClient}`)
      .join(' '),
    host: { named: ['host'], at: 0 },
  },
  {
    service: 'redis',
    of: 'redis{,.asyncio}.{Redis,StrictRedis,from_url,Redis.from_url}',
    host: { named: ['host', 'url'], at: 0 },
  },
  {
    service: 'sql',
    of: 'sqlalchemy{,.ext.asyncio}.{create_engine,create_async_engine}',
    host: { named: ['url'], at: 0 },
  },
  { service: 'sqlserver', of: 'pyodbc.connect', host: { named: ['server'] } },
  { service: 'snowflake', of: 'snowflake.connector.connect', host: { named: ['account'] } },
];

const connected = ({ service, of, host }: Database): Meaning => ({
  of: of.split(' '),
  asset: {
    kind: 'data-store',
    identifier: { scheme: 'host-port', value: { ...host, matching: address } },
    facts: { service: { value: service } },
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
});

const sessions = [
  '{psycopg,psycopg2,pymysql,MySQLdb,mysql.connector,mariadb,pyodbc,snowflake.connector,duckdb}.connect(){,.cursor()}',
  'psycopg.{Connection,AsyncConnection}.connect(){,.cursor()}',
  'asyncpg.{connect,create_pool}(){,.acquire()}',
  'sqlalchemy{,.ext.asyncio}.{create_engine,create_async_engine}(){,.connect(),.begin()}',
  'sqlalchemy.orm.{Session,scoped_session,sessionmaker}(){,()}',
  'sqlalchemy.ext.asyncio.{AsyncSession,async_sessionmaker}(){,()}',
  'duckdb',
  'google.cloud.bigquery.Client()',
  'databricks.sql.connect().cursor()',
  'clickhouse_connect.get_client()',
];
const on = (methods: string): readonly string[] => sessions.map((session) => `${session}.{${methods}}`);
/** `text("…")` and `sql.SQL("…")` hold the statement. */
const statement: Pick = { named: ['query', 'sql', 'statement', 'operation'], at: 0, maker: { at: 0 } };
/** Statements that change nothing, behind comments and brackets. */
const reading =
  /^(?:\s|\(|--[^\n]*\n|\/\*[^*]*\*\/)*(?:select|create\s+(?:unique\s+)?(?:table|index)\s+if\s+not\s+exists|show|explain|describe|pragma|with(?![\s\S]*\b(?:insert|update|delete|merge)\b))\b/i;
const collections = ['pymongo.{MongoClient,AsyncMongoClient}()', 'motor.motor_asyncio.AsyncIOMotorClient()'].flatMap(
  (client) => [
    `${client}.*.*`,
    `${client}.*`,
    `${client}.{get_database,get_default_database}().*`,
    `${client}.{get_database,get_default_database}().get_collection()`,
  ],
);

export const meanings: readonly Meaning[] = [
  ...databases.map(connected),
  {
    of: on('execute,executemany,executescript,fetch,fetchrow,fetchval,query,scalars,scalar,sql,raw_query,command'),
    effects: ['reads-private-data'],
    sink: { kind: 'sql', value: statement },
    yields: 'private-data',
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    reference: 'https://peps.python.org/pep-0249/',
  },
  {
    of: on('execute,executemany,executescript,query,sql,command'),
    // A statement that is not known may be any statement.
    unless: [
      { ...statement, matching: reading },
      { named: ['statement'], at: 0, as: 'path', matching: /^sqlalchemy(?:\.\w+)*\.select\(\)/ },
    ],
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    reference: 'https://peps.python.org/pep-0249/',
  },
  {
    of: on('fetchall,fetchone,fetchmany'),
    yields: 'private-data',
    reference: 'https://peps.python.org/pep-0249/#fetchone',
  },
  {
    of: on('add,add_all,merge,delete,commit,flush,bulk_save_objects,copy_records_to_table,insert_rows_json'),
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
  },
  {
    of: collections.map((each) => `${each}.{find,find_one,aggregate,distinct,count_documents}`),
    effects: ['reads-private-data'],
    yields: 'private-data',
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    reference: 'https://pymongo.readthedocs.io/en/stable/tutorial.html',
  },
  {
    of: collections.map(
      (each) =>
        `${each}.{insert_one,insert_many,update_one,update_many,replace_one,delete_one,delete_many,bulk_write,find_one_and_update,find_one_and_delete,drop}`,
    ),
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    reference: 'https://pymongo.readthedocs.io/en/stable/tutorial.html',
  },
  {
    of: 'redis{,.asyncio}.{Redis,StrictRedis,from_url,Redis.from_url}().{get,mget,hget,hgetall,lrange,smembers,keys,scan_iter,zrange}',
    effects: ['reads-private-data'],
    reference: 'https://redis.readthedocs.io/en/stable/commands.html',
  },
  {
    of: 'redis{,.asyncio}.{Redis,StrictRedis,from_url,Redis.from_url}().{set,setex,mset,hset,lpush,rpush,sadd,delete,expire,flushdb,flushall,publish,zadd}',
    effects: ['changes-state'],
    reference: 'https://redis.readthedocs.io/en/stable/commands.html',
  },
];

export const packages = [
  'psycopg',
  'psycopg2',
  'psycopg2-binary',
  'asyncpg',
  'pymysql',
  'mysqlclient',
  'aiomysql',
  'mysql-connector-python',
  'mariadb',
  'pyodbc',
  'sqlalchemy',
  'sqlmodel',
  'pymongo',
  'motor',
  'redis',
  'duckdb',
  'snowflake-connector-python',
  'google-cloud-bigquery',
  'databricks-sql-connector',
  'clickhouse-connect',
];
