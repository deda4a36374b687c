import { ChromaClient } from 'chromadb';

const client = new ChromaClient({ host: 'localhost', port: 8000 });

export async function search(question: string) {
  const collection = await client.getOrCreateCollection({ name: 'pages' });
  return collection.query({ queryTexts: [question] });
}
