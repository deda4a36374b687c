import { TavilySearch } from '@langchain/tavily';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';

export const agent = createReactAgent({ llm: new ChatOpenAI({ model: 'gpt-4o' }), tools: [new TavilySearch({ maxResults: 5 })] });
