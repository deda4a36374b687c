import { FunctionTool, LlmAgent } from '@google/adk';
import { z } from 'zod';

const tide = new FunctionTool({
  name: 'tide',
  description: 'The tide at a port.',
  parameters: z.object({ port: z.string() }),
  execute: ({ port }) => ({ port, height: 2.1 }),
});
const greeter = new LlmAgent({ name: 'greeter', model: 'gemini-2.5-flash', instruction: 'Greet.' });

export const rootAgent = new LlmAgent({
  name: 'harbour_clerk',
  model: 'gemini-2.5-pro',
  description: 'Answers about the tide.',
  instruction: 'You answer.',
  tools: [tide],
  subAgents: [greeter],
});
