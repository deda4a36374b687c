import OpenAI from 'openai';

const client = new OpenAI();

export function good() {
  return client.models.list();
}

function broken( {
  return client.images.generate({ prompt: 'x' );
}

export const after = client.embeddings.create({ model: 'text-embedding-3-small', input:
