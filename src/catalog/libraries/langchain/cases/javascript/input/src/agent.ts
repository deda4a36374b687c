import { ChatOpenAI } from '@langchain/openai';
import { tool } from '@langchain/core/tools';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { MemorySaver } from '@langchain/langgraph';
import { createAgent } from 'langchain';
import { z } from 'zod';

const fetchPage = tool(
  async ({ url }: { url: string }) => {
    const response = await fetch(url);
    return response.text();
  },
  { name: 'fetch_page', description: 'Fetch a page', schema: z.object({ url: z.string() }) },
);

const llm = new ChatOpenAI({ model: process.env.CHAT_MODEL ?? 'gpt-4o-mini', temperature: 0 });

export const researcher = createReactAgent({ llm, tools: [fetchPage], checkpointSaver: new MemorySaver() });
export const helper = createAgent({ model: 'anthropic:claude-sonnet-4-5', tools: [fetchPage] });
