/** LangChain: chat models of many vendors behind one interface, agents with their tools, prompts, loaders and vector stores. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { agents, tooling } from './agents.ts';
import { data } from './data.ts';
import { javascript } from './javascript.ts';
import { models } from './models.ts';

const integrations = [
  'openai',
  'anthropic',
  'google-genai',
  'google-vertexai',
  'aws',
  'ollama',
  'groq',
  'mistralai',
  'cohere',
  'deepseek',
  'xai',
  'pinecone',
  'mongodb',
  'qdrant',
  'weaviate',
];
const pythonOnly = [
  'chroma',
  'postgres',
  'unstructured',
  'milvus',
  'redis',
  'elasticsearch',
  'together',
  'fireworks',
  'nvidia-ai-endpoints',
  'huggingface',
];
const python = [
  'langchain',
  'langchain-core',
  'langchain-community',
  'langchain-classic',
  'langchain-experimental',
  'langchain-text-splitters',
].concat([...integrations, ...pythonOnly].map((name) => `langchain-${name}`));

export default defineLibrary({
  id: 'langchain',
  title: 'LangChain',
  homepage: 'https://docs.langchain.com',
  python: {
    packages: python,
    modules: python.map((name) => name.replaceAll('-', '_')),
    meanings: [...models, ...agents, ...tooling, ...data],
  },
  javascript: {
    packages: [
      'langchain',
      '@langchain/core',
      '@langchain/community',
      ...integrations.map((name) => `@langchain/${name}`),
    ],
    modules: [
      'langchain',
      '@langchain/core',
      '@langchain/community',
      '@langchain/classic',
      '@langchain/textsplitters',
      ...integrations.map((name) => `@langchain/${name}`),
    ],
    meanings: javascript,
  },
});
