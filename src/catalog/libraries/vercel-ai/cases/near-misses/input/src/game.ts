import { generateText, tool } from './words';
import { Agent } from 'https';

/** A word game and a connection pool; no model is called. */
export const agent = new Agent({ keepAlive: true });
export const model = 'openai/gpt-4o';
export const hammer = tool({ description: 'A hammer', execute: () => 1 });
export const sentence = generateText({ model: 'noun-verb', tools: { hammer } });
