import { openai } from '@ai-sdk/openai';
import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core/mastra';
import { PromptInjectionDetector } from '@mastra/core/processors';
import { createTool } from '@mastra/core/tools';
import { MCPClient } from '@mastra/mcp';
import { Memory } from '@mastra/memory';
import { PgVector } from '@mastra/pg';
import { z } from 'zod';

const books = new PgVector({ connectionString: process.env.DATABASE_URL! });

const tide = createTool({
  id: 'next-tide',
  description: 'The next high tide at a port.',
  inputSchema: z.object({ port: z.string() }),
  execute: async ({ context }) => (await fetch(`https://tides.harbour.example/${context.port}`)).text(),
});
const cancel = createTool({
  id: 'cancel-berth',
  description: 'Cancels a berth.',
  inputSchema: z.object({ ship: z.string() }),
  requireApproval: true,
  execute: async ({ context }) => fetch('https://berths.harbour.example', { method: 'DELETE', body: context.ship }),
});
const servers = new MCPClient({ servers: { charts: { command: 'npx', args: ['-y', 'chart-mcp@1.2.0'] } } });

const pilot = new Agent({
  name: 'pilot',
  instructions: 'You help pilots.',
  model: openai('gpt-4o-mini'),
  tools: { tide, cancel },
  memory: new Memory(),
  inputProcessors: [new PromptInjectionDetector({ model: openai('gpt-4.1-nano') })],
});
export const harbour = new Agent({
  name: 'harbour',
  instructions: 'You lead.',
  model: 'anthropic/claude-sonnet-4-5',
  tools: await servers.getTools(),
  memory: new Memory({ options: { lastMessages: 10, workingMemory: { enabled: true } } }),
  agents: { pilot },
});
export const mastra = new Mastra({ agents: { harbour } });

export async function ask(question: string) {
  const found = await books.query({ indexName: 'pilot-books', queryVector: [0.1] });
  return mastra.getAgent('harbour').generate(`${question} ${found.length}`, { maxSteps: 4 });
}
