import OpenAI from 'openai';

export const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
export const MODELS = { fast: 'gpt-4o-mini', deep: 'gpt-4.1' } as const;
