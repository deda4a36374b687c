import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';
import { auth } from '../../../lib/auth';

export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({ model: openai('gpt-4o'), messages }).toDataStreamResponse();
}

export const DELETE = auth(async (request: Request) => new Response(request.url));

export const runtime = 'edge';
