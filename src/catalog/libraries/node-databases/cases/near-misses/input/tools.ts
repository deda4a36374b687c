import { tool } from 'ai';

class Pool {
  query(depth: number) {
    return depth;
  }
}
const pool = new Pool();

export const swim = tool({ description: 'Ask how deep the pool is', execute: ({ depth }) => pool.query(depth) });
