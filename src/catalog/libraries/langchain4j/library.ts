/** LangChain4j: models of every provider, AI services with their tools, retrievers and memories, agents and embedding stores. */
import { keyGiven, modelNamed, serverGiven } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { constants } from './models.ts';

const root = 'dev.langchain4j';
const reference = 'https://docs.langchain4j.dev/integrations/language-models/';
const name: Pick = { named: ['modelName', 'model', 'modelId', 'deploymentName'] };
const kinds =
  'ChatModel,StreamingChatModel,ChatLanguageModel,StreamingChatLanguageModel,EmbeddingModel,ImageModel,LanguageModel,ScoringModel,ModerationModel';

/** The classes of one provider, made by their builders. */
const classes = (folder: string, prefix: string): string =>
  `${root}.model.${folder}.{${kinds
    .split(',')
    .map((kind) => `${prefix}${kind}`)
    .join(',')}}.builder().build`;

const provider = (folder: string, prefix: string, owner: string, isOwn?: true): readonly Meaning[] => {
  const of = classes(folder, prefix);
  return [
    modelNamed({
      of,
      provider: owner,
      name,
      reference,
      facts: {
        temperature: { named: ['temperature'] },
        outputLimit: { named: ['maxTokens', 'maxOutputTokens', 'maxCompletionTokens'] },
      },
      ...(isOwn ? { isOwn } : {}),
    }),
    keyGiven(of, owner, `${owner}-api-key`, { named: ['apiKey'] }, reference),
  ];
};

const openAi = classes('openai', 'OpenAi');
const elsewhere: Pick = { named: ['baseUrl'], matching: /^(?!https?:\/\/api\.openai\.com(?:[/:]|$)).+$/ };
const ofOpenAi = provider('openai', 'OpenAi', 'openai').map((each): Meaning => ({ ...each, unless: elsewhere }));

const services = `${root}.service.AiServices.{builder().build,create}`;
const agentic = `${root}.agentic.AgenticServices.{agentBuilder,supervisorBuilder,sequenceBuilder,parallelBuilder,loopBuilder,conditionalBuilder}().build`;
const serviceModel: Pick = {
  named: ['chatModel', 'chatLanguageModel', 'streamingChatModel', 'streamingChatLanguageModel'],
  at: 1,
};
const tools: Link = { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } };

const store = (type: string, service: string): Meaning => ({
  of: [`${root}.store.embedding.${type}.builder().build`, `${root}.store.embedding.${type}`],
  asset: {
    kind: 'vector-store',
    name: { value: service },
    facts: { service: { value: service } },
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
  reference: 'https://docs.langchain4j.dev/integrations/embedding-stores/',
});

export default defineLibrary({
  id: 'langchain4j',
  title: 'LangChain4j',
  homepage: 'https://docs.langchain4j.dev',
  java: {
    packages: [
      'dev.langchain4j:langchain4j',
      'dev.langchain4j:langchain4j-open-ai',
      'dev.langchain4j:langchain4j-spring-boot-starter',
    ],
    modules: [root, 'io.quarkiverse.langchain4j'],
    constants,
    meanings: [
      ...ofOpenAi,
      {
        ...modelNamed({ of: openAi, provider: 'compatible', name, reference, isOwn: true }),
        onlyIf: elsewhere,
      },
      serverGiven(openAi, elsewhere, reference),
      ...provider('azure', 'AzureOpenAi', 'azure'),
      ...provider('anthropic', 'Anthropic', 'anthropic'),
      ...provider('mistralai', 'MistralAi', 'mistral'),
      ...provider('googleai', 'GoogleAiGemini', 'google'),
      ...provider('googleai', 'GoogleAi', 'google'),
      ...provider('vertexai', 'VertexAiGemini', 'google'),
      ...provider('vertexai.gemini', 'VertexAiGemini', 'google'),
      ...provider('vertexai', 'VertexAi', 'google'),
      ...provider('bedrock', 'Bedrock', 'aws'),
      ...provider('cohere', 'Cohere', 'cohere'),
      ...provider('huggingface', 'HuggingFace', 'huggingface'),
      ...provider('ollama', 'Ollama', 'ollama', true),
      serverGiven(classes('ollama', 'Ollama'), { named: ['baseUrl'] }, reference),
      {
        of: services,
        asset: {
          kind: 'agent',
          name: { at: 0, as: 'path', matching: /(\w+)$/ },
          facts: { framework: { value: 'langchain4j' } },
        },
        links: [{ relation: 'invokes', from: 'self', to: { pick: serviceModel } }, tools],
        reference: 'https://docs.langchain4j.dev/tutorials/ai-services',
      },
      {
        of: agentic,
        asset: { kind: 'agent', facts: { framework: { value: 'langchain4j' } } },
        links: [
          { relation: 'invokes', from: 'self', to: { pick: { named: ['chatModel'] } } },
          tools,
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['subAgents'] } } },
        ],
        reference: 'https://docs.langchain4j.dev/tutorials/agents',
      },
      {
        of: [`${root}.service.spring.AiService`, 'io.quarkiverse.langchain4j.RegisterAiService'],
        when: 'decorator',
        asset: { kind: 'agent', name: { defined: 'name' }, facts: { framework: { value: 'langchain4j' } } },
        reference: 'https://docs.langchain4j.dev/tutorials/spring-boot-integration',
      },
      {
        of: `${root}.agent.tool.Tool`,
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { named: ['name'], defined: 'name' },
          facts: { description: { named: ['value'], at: 0, defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference: 'https://docs.langchain4j.dev/tutorials/tools',
      },
      {
        of: `${root}.model.chat.{ChatModel,ChatLanguageModel}.{chat,generate}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
      },
      store('inmemory.InMemoryEmbeddingStore', 'in-memory'),
      store('chroma.ChromaEmbeddingStore', 'chroma'),
      store('pinecone.PineconeEmbeddingStore', 'pinecone'),
      store('qdrant.QdrantEmbeddingStore', 'qdrant'),
      store('weaviate.WeaviateEmbeddingStore', 'weaviate'),
      store('milvus.MilvusEmbeddingStore', 'milvus'),
      store('pgvector.PgVectorEmbeddingStore', 'pgvector'),
      store('redis.RedisEmbeddingStore', 'redis'),
      store('elasticsearch.ElasticsearchEmbeddingStore', 'elasticsearch'),
      store('mongodb.MongoDbEmbeddingStore', 'mongodb'),
      store('neo4j.Neo4jEmbeddingStore', 'neo4j'),
    ],
  },
});
