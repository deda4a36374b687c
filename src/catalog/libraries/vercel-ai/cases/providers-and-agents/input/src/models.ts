import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { Experimental_Agent as Agent, embed, gateway, generateText } from 'ai';

/** What the settings page offers; only the model below is called. */
export const modelChoices = [
  { id: 'openai/gpt-4o', label: 'GPT-4o' },
  { id: 'google/gemini-2.5-pro', label: 'Gemini' },
];

const custom = createOpenAI({ apiKey: process.env.TEAM_OPENAI_KEY });
const lmstudio = createOpenAICompatible({ name: 'lmstudio', baseURL: 'http://localhost:1234/v1' });

export const coder = new Agent({ model: custom('o4-mini'), tools: {} });
export const short = (prompt: string) => generateText({ model: 'mistral/mistral-small', prompt });
export const local = (prompt: string) => generateText({ model: lmstudio('qwen2.5-7b'), prompt });
export const routed = (prompt: string) => generateText({ model: gateway('xai/grok-4'), prompt });
export const vector = (value: string) => embed({ model: custom.textEmbeddingModel('text-embedding-3-small'), value });
