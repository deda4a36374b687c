import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, streamText, tool, stepCountIs } from 'ai';
import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

import { db } from '@/lib/db';

export const maxDuration = 30;
const run = promisify(exec);

const weather = tool({
  description: 'Get the weather in a city',
  inputSchema: z.object({ city: z.string().describe('the city') }),
  execute: async ({ city, units = 'metric' }) => {
    const answer = await fetch(`https://api.weather.example/${encodeURIComponent(city)}?units=${units}`);
    return answer.json();
  },
});

export async function POST(request: Request) {
  const { messages, model: wanted }: { messages: unknown[]; model?: string } = await request.json();
  const result = streamText({
    model: openai(wanted ?? 'gpt-4o'),
    messages: convertToModelMessages(messages),
    stopWhen: stepCountIs(5),
    tools: {
      weather,
      /** Runs a command. */
      shell: tool({
        description: 'Run a shell command',
        inputSchema: z.object({ command: z.string() }),
        async execute({ command }) {
          const { stdout } = await run(command);
          return stdout;
        },
      }),
      ...(process.env.ALLOW_SQL === 'true' && { sql: tool({ execute: ({ query }) => db.query(query) }) }),
    },
  });
  return result.toUIMessageStreamResponse();
}
