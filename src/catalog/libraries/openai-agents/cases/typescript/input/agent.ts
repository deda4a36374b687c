import { Agent, run, tool, webSearchTool } from '@openai/agents';
import { z } from 'zod';

const history = tool({
  name: 'history_fact',
  description: 'Give a fact',
  parameters: z.object({}),
  execute: async () => 'Sharks are older than trees.',
});
export const tutor = new Agent({ name: 'Tutor', model: 'gpt-4.1-mini', tools: [history, webSearchTool()] });
export const answer = (question: string) => run(tutor, question);
