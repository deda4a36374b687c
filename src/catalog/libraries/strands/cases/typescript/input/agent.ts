import { Agent, BedrockModel, tool } from '@strands-agents/sdk';
import { z } from 'zod';

const tide = tool({
  name: 'tide',
  description: 'The tide at a port.',
  inputSchema: z.object({ port: z.string() }),
  callback: async ({ port }) => (await fetch(`https://tides.harbour.example/${port}`)).text(),
});
const agent = new Agent({ model: new BedrockModel({ modelId: 'eu.amazon.nova-pro-v1:0' }), tools: [tide] });

export const answer = await agent.invoke('When is high tide?');
