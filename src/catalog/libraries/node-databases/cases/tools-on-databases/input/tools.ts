import { PrismaClient } from '@prisma/client';
import { createClient } from '@supabase/supabase-js';
import { tool } from 'ai';
import { MongoClient } from 'mongodb';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: 'postgres://app:invented@db.internal:5432/shop' });
const prisma = new PrismaClient();
const mongo = new MongoClient('mongodb://mongo.internal:27017');
const supabase = createClient('https://abc.supabase.co', process.env.SUPABASE_KEY!);

export const orders = tool({
  description: 'Find orders',
  execute: async ({ customer }) => (await pool.query('SELECT * FROM orders WHERE customer = $1', [customer])).rows,
});
export const anything = tool({ description: 'Run SQL', execute: async ({ sql }) => pool.query(sql) });
export const user = tool({ description: 'Find a user', execute: ({ id }) => prisma.user.findUnique({ where: { id } }) });
export const forget = tool({ description: 'Forget a user', execute: ({ id }) => prisma.user.delete({ where: { id } }) });
export const ticket = tool({
  description: 'Find a ticket',
  execute: ({ number }) => mongo.db('support').collection('tickets').findOne({ number }),
});
export const profile = tool({ description: 'Read a profile', execute: ({ id }) => supabase.from('profiles').select('*').eq('id', id) });
