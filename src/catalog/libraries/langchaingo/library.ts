/** LangChain for Go: models of every provider, agents, tools and vector stores. */
import { keyGiven, modelNamed } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const root = 'github.com/tmc/langchaingo';
const reference = 'https://tmc.github.io/langchaingo/docs/';
const name: Pick = { named: ['WithModel', 'WithDefaultModel'] };

const made = (folder: string, provider: string, isOwn?: true): Meaning => ({
  ...modelNamed({ of: `${root}/llms/${folder}.{New,NewChat}`, provider, name, reference, ...(isOwn ? { isOwn } : {}) }),
});

const store = (folder: string, product: string): Meaning => ({
  of: `${root}/vectorstores/${folder}.New`,
  asset: { kind: 'vector-store', name: { value: product }, facts: { service: { value: product } } },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
  reference,
});

const agents = `${root}/agents.{NewOneShotAgent,NewConversationalAgent,NewOpenAIFunctionsAgent}`;

export default defineLibrary({
  id: 'langchaingo',
  title: 'LangChain for Go',
  homepage: 'https://github.com/tmc/langchaingo',
  go: {
    packages: [root],
    modules: [root],
    meanings: [
      { ...made('openai', 'openai'), unless: { named: ['WithBaseURL', 'WithAPIType'] } },
      {
        ...modelNamed({ of: `${root}/llms/openai.New`, provider: 'compatible', name, reference, isOwn: true }),
        onlyIf: { named: ['WithBaseURL', 'WithAPIType'] },
      },
      made('anthropic', 'anthropic'),
      made('googleai', 'google'),
      made('googleai/vertex', 'google'),
      made('mistral', 'mistral'),
      made('cohere', 'cohere'),
      made('bedrock', 'aws'),
      made('huggingface', 'huggingface'),
      made('ollama', 'ollama', true),
      keyGiven(`${root}/llms/openai.WithToken`, 'openai', 'openai-api-key', { at: 0 }, reference),
      keyGiven(`${root}/llms/anthropic.WithToken`, 'anthropic', 'anthropic-api-key', { at: 0 }, reference),
      keyGiven(`${root}/llms/googleai.WithAPIKey`, 'google', 'google-api-key', { at: 0 }, reference),
      {
        of: `${root}/llms.GenerateFromSinglePrompt`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 2 } },
      },
      {
        of: agents,
        asset: { kind: 'agent', facts: { framework: { value: 'langchaingo' } } },
        links: [
          { relation: 'invokes', from: 'self', to: { pick: { at: 0 } } },
          { relation: 'uses-tool', from: 'self', to: { pick: { at: 1 }, otherwise: 'tool' } },
        ],
        reference,
      },
      store('chroma', 'chroma'),
      store('pinecone', 'pinecone'),
      store('qdrant', 'qdrant'),
      store('weaviate', 'weaviate'),
      store('milvus', 'milvus'),
      store('pgvector', 'pgvector'),
    ],
  },
});
