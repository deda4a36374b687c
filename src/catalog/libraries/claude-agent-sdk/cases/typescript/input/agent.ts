import { createSdkMcpServer, query, tool } from '@anthropic-ai/claude-agent-sdk';
import { z } from 'zod';

const tides = createSdkMcpServer({
  name: 'tides',
  version: '1.0.0',
  tools: [
    tool('next_tide', 'The next high tide at a port.', { port: z.string() }, async ({ port }) => {
      const answer = await fetch(`https://tides.harbour.example/${port}`);
      return { content: [{ type: 'text', text: await answer.text() }] };
    }),
  ],
});

export async function plan(question: string) {
  for await (const message of query({
    prompt: question,
    options: {
      model: 'opus',
      maxTurns: 8,
      permissionMode: 'acceptEdits',
      allowedTools: ['WebFetch', 'Edit', 'mcp__tides__next_tide'],
      mcpServers: { tides, weather: { command: 'npx', args: ['-y', 'weather-mcp@2.1.0'] } },
      agents: { checker: { description: 'Checks plans.', prompt: 'You check plans.', tools: ['Read'] } },
    },
  })) {
    console.log(message);
  }
}
