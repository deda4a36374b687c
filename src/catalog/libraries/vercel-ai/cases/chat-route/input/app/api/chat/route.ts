import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, generateObject, stepCountIs, streamText, tool, type UIMessage } from 'ai';
import { exec } from 'node:child_process';
import { z } from 'zod';
import { getWeather } from '@/lib/tools/weather';

export async function POST(request: Request) {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const result = streamText({
    model: openai('gpt-4o'),
    system: 'You are a helpful assistant.',
    messages: convertToModelMessages(messages),
    stopWhen: stepCountIs(5),
    tools: {
      getWeather,
      runCommand: tool({
        description: 'Run a command on the server',
        inputSchema: z.object({ command: z.string() }),
        needsApproval: true,
        execute: async ({ command }) => exec(command),
      }),
    },
  });
  return result.toUIMessageStreamResponse();
}

export async function title(text: string) {
  const { object } = await generateObject({
    model: anthropic('claude-3-5-haiku-latest'),
    schema: z.object({ title: z.string() }),
    prompt: `Give a title: ${text}`,
  });
  return object.title;
}
