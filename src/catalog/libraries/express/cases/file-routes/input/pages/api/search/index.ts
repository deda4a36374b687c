import OpenAI from 'openai';
import type { NextApiRequest, NextApiResponse } from 'next';

const client = new OpenAI();

export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  const answer = await client.responses.create({ model: 'gpt-4.1-mini', input: request.body.query });
  response.json(answer);
}
