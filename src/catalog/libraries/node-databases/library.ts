/** Databases as JavaScript programs reach them: drivers, query builders and object mappers. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { meanings } from './statements.ts';

export default defineLibrary({
  id: 'node-databases',
  title: 'Databases from JavaScript',
  homepage: 'https://node-postgres.com',
  javascript: {
    packages: [
      'pg',
      'postgres',
      '@neondatabase/serverless',
      '@vercel/postgres',
      'mysql2',
      'mysql',
      'mongodb',
      'mongoose',
      '@prisma/client',
      'drizzle-orm',
      'better-sqlite3',
      'sqlite3',
      '@libsql/client',
      '@supabase/supabase-js',
    ],
    modules: [
      'pg',
      'postgres',
      '@neondatabase/serverless',
      '@vercel/postgres',
      'mysql2',
      'mysql',
      'mongodb',
      'mongoose',
      '@prisma/client',
      'drizzle-orm',
      'better-sqlite3',
      'sqlite3',
      '@libsql/client',
      '@supabase/supabase-js',
    ],
    meanings,
  },
});
