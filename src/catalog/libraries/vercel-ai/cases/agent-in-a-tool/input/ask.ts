import { openai } from '@ai-sdk/openai';
import { generateText, tool } from 'ai';
const look = tool({ description: 'x', execute: async ({ q }) => q });
const ask = tool({ description: 'y', execute: async ({ q }) => { const inner = await generateText({ model: openai('gpt-4o-mini'), tools: { look }, prompt: q }); return inner.text; } });
export const outer = await generateText({ model: openai('gpt-4o'), tools: { ask }, prompt: 'hi' });
