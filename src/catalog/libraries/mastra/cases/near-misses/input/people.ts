import { Agent, createTool } from './agency.ts';

export const agent = new Agent({ name: 'Anna', model: 'openai/gpt-4o', tools: {} });
export const tool = createTool({ id: 'phone', execute: () => fetch('https://phone.harbour.example') });
