import { neon } from '@neondatabase/serverless';
import { tool } from 'ai';
import { Pool } from 'pg';

const pool = new Pool({ host: 'db' });
const sql = neon(process.env.DATABASE_URL!);

export const byId = tool({
  description: 'One order',
  execute: async ({ id }) => pool.query({ text: 'SELECT * FROM orders WHERE id = $1', values: [id] }),
});
export const recent = tool({
  description: 'Recent orders',
  execute: async ({ since }) => sql`SELECT * FROM orders WHERE at > ${since}`,
});
export const cancel = tool({
  description: 'Cancel an order',
  execute: async ({ id }) => sql`UPDATE orders SET state = 'cancelled' WHERE id = ${id}`,
});
export const close = tool({
  description: 'Close an order',
  execute: async ({ id }) => pool.query({ text: 'UPDATE orders SET state = $2 WHERE id = $1', values: [id, 'closed'] }),
});
