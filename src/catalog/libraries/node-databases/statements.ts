/** Connections to databases and the statements that go over them. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** Host and port of a connection text, without the credentials that may stand before them. */
const address = /^(?:[a-z0-9+]+:\/\/)?(?:[^@/\s]*@)?([\w.-]+(?::\d+)?)(?:[/?]|$)/i;
const connected = (service: string, of: readonly string[], host: Pick): Meaning => ({
  of,
  asset: {
    kind: 'data-store',
    identifier: { scheme: 'host-port', value: { ...host, matching: address } },
    facts: { service: { value: service } },
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
});
const postgres = '{pg,pg.default,@neondatabase/serverless,@vercel/postgres}.{Pool,Client,sql,neon}';
const mysql =
  '{mysql2,mysql2/promise,mysql,mysql2.default,mysql2/promise.default,mysql.default}.{createConnection,createPool}';
const sessions = [
  `${postgres}()`,
  `${postgres}().connect()`,
  `${mysql}()`,
  `${mysql}().getConnection()`,
  'better-sqlite3{.default,}()',
  'sqlite3.{Database,default.Database}()',
  '@libsql/client.createClient()',
];
const sql = (methods: string): readonly string[] => sessions.map((session) => `${session}.{${methods}}`);
/** `query("…")`, or `query({ text: "…" })`. */
const statement: Pick = { named: ['text', 'sql'], at: 0, maker: { at: 0 } };
/** Statements that change nothing, behind comments and brackets. */
const reading =
  /^(?:\s|\(|--[^\n]*\n|\/\*[^*]*\*\/)*(?:select|show|explain|describe|pragma|with(?![\s\S]*\b(?:insert|update|delete|merge)\b))\b/i;
/** Statements as tagged texts, whose values never become part of them. */
const tagged = ['@neondatabase/serverless.neon()', 'postgres.default()', '@vercel/postgres.sql'];
const collection = '{mongodb.MongoClient(),mongodb.MongoClient.connect()}.db().collection()';
const prisma = '@prisma/client.PrismaClient()';
const drizzle =
  '{drizzle-orm/postgres-js,drizzle-orm/node-postgres,drizzle-orm/mysql2,drizzle-orm/libsql,drizzle-orm/better-sqlite3,drizzle-orm/vercel-postgres,drizzle-orm/neon-http,drizzle-orm/neon-serverless,drizzle-orm/d1}.drizzle()';
const supabase = '@supabase/supabase-js.createClient()';

export const meanings: readonly Meaning[] = [
  connected('postgresql', [postgres, 'postgres.default'], { named: ['host', 'connectionString'], at: 0 }),
  connected('mysql', [mysql], { named: ['host', 'uri'], at: 0 }),
  connected('mongodb', ['mongodb.{MongoClient,MongoClient.connect}', 'mongoose{.default,}.connect'], { at: 0 }),
  {
    of: sql('query,execute,exec,all,get,run,prepare,each'),
    effects: ['reads-private-data'],
    sink: { kind: 'sql', value: statement },
    yields: 'private-data',
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    reference: 'https://node-postgres.com/apis/client',
  },
  {
    of: sql('query,execute,exec,run,prepare'),
    // A statement that is not known may be any statement.
    unless: { ...statement, matching: reading },
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    reference: 'https://node-postgres.com/apis/client',
  },
  {
    of: tagged,
    effects: ['reads-private-data'],
    yields: 'private-data',
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    reference: 'https://neon.com/docs/serverless/serverless-driver',
  },
  {
    of: tagged,
    unless: { at: 0, matching: reading },
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
  },
  {
    of: `${collection}.{find,findOne,aggregate,distinct,countDocuments}`,
    effects: ['reads-private-data'],
    yields: 'private-data',
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    reference: 'https://www.mongodb.com/docs/drivers/node/current/',
  },
  {
    of: `${collection}.{insertOne,insertMany,updateOne,updateMany,replaceOne,deleteOne,deleteMany,bulkWrite,findOneAndUpdate,findOneAndDelete}`,
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    reference: 'https://www.mongodb.com/docs/drivers/node/current/',
  },
  {
    of: [`${prisma}.*.{findMany,findFirst,findUnique,findFirstOrThrow,findUniqueOrThrow,count,aggregate,groupBy}`],
    effects: ['reads-private-data'],
    yields: 'private-data',
    reference: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  },
  {
    of: [`${prisma}.*.{create,createMany,update,updateMany,upsert,delete,deleteMany}`],
    effects: ['changes-state'],
    reference: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  },
  {
    of: `${prisma}.{$queryRawUnsafe,$executeRawUnsafe}`,
    effects: ['reads-private-data', 'changes-state'],
    sink: { kind: 'sql', value: { at: 0 } },
    reference: 'https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries',
  },
  {
    of: [`${drizzle}.{select,selectDistinct,execute}`, `${drizzle}.query.*.{findMany,findFirst}`],
    effects: ['reads-private-data'],
    yields: 'private-data',
    reference: 'https://orm.drizzle.team/docs/select',
  },
  {
    of: `${drizzle}.{insert,update,delete}`,
    effects: ['changes-state'],
    reference: 'https://orm.drizzle.team/docs/insert',
  },
  {
    of: `${supabase}.from().select`,
    effects: ['reads-private-data'],
    yields: 'private-data',
    reference: 'https://supabase.com/docs/reference/javascript/select',
  },
  {
    of: `${supabase}.from().{insert,update,upsert,delete}`,
    effects: ['changes-state'],
    reference: 'https://supabase.com/docs/reference/javascript/insert',
  },
  { of: `${supabase}.rpc`, effects: ['reads-private-data', 'changes-state'] },
];
