/** Vendors behind LlamaIndex’s models, its indexes and its tools. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'llama-index' };
export const vendors: readonly (readonly [module: string, classes: string, provider: string])[] = [
  ['openai', 'OpenAI,OpenAIEmbedding', 'openai'],
  ['azure_openai', 'AzureOpenAI,AzureOpenAIEmbedding', 'azure'],
  ['anthropic', 'Anthropic', 'anthropic'],
  ['google_genai', 'GoogleGenAI,GoogleGenAIEmbedding', 'google'],
  ['gemini', 'Gemini', 'google'],
  ['bedrock_converse', 'BedrockConverse', 'bedrock'],
  ['ollama', 'Ollama,OllamaEmbedding', 'ollama'],
  ['groq', 'Groq', 'groq'],
  ['mistralai', 'MistralAI,MistralAIEmbedding', 'mistral'],
  ['huggingface', 'HuggingFaceLLM,HuggingFaceEmbedding', 'huggingface'],
];
const indexes = 'llama_index.core{,.indices}.{VectorStoreIndex,SummaryIndex,PropertyGraphIndex}';
export const made = `${indexes}{,.from_documents,.from_vector_store}`;
export const links: readonly Link[] = [
  { relation: 'invokes', from: 'self', to: { pick: { named: ['llm'] } } },
  {
    relation: 'uses-tool',
    from: 'self',
    to: { pick: { named: ['tools', 'tools_or_functions'], at: 0 }, otherwise: 'tool' },
  },
];
export const tool = (of: string, handler: Pick | undefined, facts: Readonly<Record<string, Pick>>): Meaning => ({
  of,
  asset: {
    kind: 'tool',
    name: { named: ['name'] },
    facts: { framework, description: { named: ['description'] }, ...facts },
  },
  ...(handler ? { handler, handlerParameters: 'model-output' } : {}),
  reference: 'https://developers.llamaindex.ai/python/framework/module_guides/deploying/agents/tools/',
});
