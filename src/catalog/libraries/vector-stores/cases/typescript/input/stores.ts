import { Pinecone } from '@pinecone-database/pinecone';
import { QdrantClient } from '@qdrant/js-client-rest';
import * as lancedb from '@lancedb/lancedb';

const books = new Pinecone().index('pilot-books').namespace('north');
const berths = new QdrantClient({ url: 'https://qdrant.harbour.example', apiKey: process.env.QDRANT_API_KEY });

export async function find(vector: number[]) {
  const near = await books.query({ topK: 3, vector });
  await berths.upsert('berths', { points: [] });
  const charts = await lancedb.connect('data/lance');
  const table = await charts.openTable('charts');
  return [near, await table.search(vector).limit(2).toArray()];
}
