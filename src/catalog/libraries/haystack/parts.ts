/** Generators, embedders and document stores of Haystack, by the vendor behind each. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';

const docs = 'https://docs.haystack.deepset.ai/docs/';
const own = 'haystack{.components,_experimental.components}.';
const integrations = 'haystack_integrations.components.';
const modelName: Pick = { named: ['model'], at: 0 };

/** https://docs.haystack.deepset.ai/docs/generators */
const remote: readonly (readonly [of: readonly string[], provider: string, name?: Pick])[] = [
  [
    [
      `${own}generators{,.chat,.openai,.chat.openai}.{OpenAIGenerator,OpenAIChatGenerator,OpenAIResponsesChatGenerator}`,
      `${own}embedders.{OpenAITextEmbedder,OpenAIDocumentEmbedder}`,
    ],
    'openai',
    { named: ['model'] },
  ],
  [
    [
      `${own}generators{,.chat}.{AzureOpenAIGenerator,AzureOpenAIChatGenerator}`,
      `${own}embedders.{AzureOpenAITextEmbedder,AzureOpenAIDocumentEmbedder}`,
    ],
    'azure',
    { named: ['azure_deployment'] },
  ],
  [[`${integrations}generators.anthropic.{AnthropicGenerator,AnthropicChatGenerator}`], 'anthropic'],
  [
    [
      `${integrations}generators.google_genai.GoogleGenAIChatGenerator`,
      `${integrations}generators.google_ai.{GoogleAIGeminiGenerator,GoogleAIGeminiChatGenerator}`,
      `${integrations}embedders.google_genai.{GoogleGenAITextEmbedder,GoogleGenAIDocumentEmbedder}`,
    ],
    'google',
  ],
  [
    [
      `${integrations}generators.amazon_bedrock.{AmazonBedrockGenerator,AmazonBedrockChatGenerator}`,
      `${integrations}embedders.amazon_bedrock.{AmazonBedrockTextEmbedder,AmazonBedrockDocumentEmbedder}`,
    ],
    'bedrock',
  ],
  [
    [
      `${integrations}generators.cohere.{CohereGenerator,CohereChatGenerator}`,
      `${integrations}embedders.cohere.{CohereTextEmbedder,CohereDocumentEmbedder}`,
    ],
    'cohere',
  ],
  [[`${integrations}generators.mistral.MistralChatGenerator`], 'mistral'],
  [[`${integrations}generators.openrouter.OpenRouterChatGenerator`], 'openrouter'],
  [[`${integrations}generators.together_ai.{TogetherAIGenerator,TogetherAIChatGenerator}`], 'together'],
  [[`${integrations}embedders.jina.{JinaTextEmbedder,JinaDocumentEmbedder}`], 'jina'],
  [[`${integrations}embedders.voyage_embedders.{VoyageTextEmbedder,VoyageDocumentEmbedder}`], 'voyage'],
];
const local = [
  `${own}embedders.{SentenceTransformersTextEmbedder,SentenceTransformersDocumentEmbedder}`,
  `${own}generators{,.chat}.{HuggingFaceLocalGenerator,HuggingFaceLocalChatGenerator}`,
  `${own}rankers.{TransformersSimilarityRanker,SentenceTransformersSimilarityRanker}`,
  `${integrations}embedders.sentence_transformers.{SentenceTransformersTextEmbedder,SentenceTransformersDocumentEmbedder}`,
  `${integrations}generators.transformers.{TransformersGenerator,TransformersChatGenerator}`,
  `${integrations}embedders.fastembed.{FastembedTextEmbedder,FastembedDocumentEmbedder}`,
];

export const models: readonly Meaning[] = [
  ...remote.map(
    ([of, provider, name = modelName]): Meaning => ({
      of,
      asset: remoteModel(provider, name),
      links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
      reference: `${docs}generators`,
    }),
  ),
  {
    of: `${integrations}generators.ollama.{OllamaGenerator,OllamaChatGenerator}`,
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { ...modelName, prefix: 'ollama:' } },
      facts: { provider: { value: 'ollama' }, modelName },
    },
    links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
    reference: `${docs}ollamachatgenerator`,
  },
  {
    of: [
      `${own}generators{,.chat}.{HuggingFaceAPIGenerator,HuggingFaceAPIChatGenerator}`,
      `${integrations}generators.huggingface_api.{HuggingFaceAPIGenerator,HuggingFaceAPIChatGenerator}`,
    ],
    asset: remoteModel('huggingface', { named: ['api_params'], path: ['model'] }),
    links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
    reference: `${docs}huggingfaceapichatgenerator`,
  },
  {
    of: local,
    asset: {
      kind: 'model',
      identifier: {
        scheme: 'model-name',
        value: { ...modelName, matching: /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/, prefix: 'huggingface:' },
      },
      facts: {
        provider: { value: 'huggingface' },
        source: { value: 'hub' },
        hosting: { value: 'local' },
        revision: { named: ['revision'], fallback: 'main' },
        remoteCode: { named: ['trust_remote_code'], fallback: false },
      },
    },
    links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
    reference: `${docs}sentencetransformerstextembedder`,
  },
];

/** https://docs.haystack.deepset.ai/docs/choosing-a-document-store */
const stores: readonly (readonly [of: string, service: string])[] = [
  ['haystack.document_stores.in_memory.InMemoryDocumentStore', 'memory'],
  ['haystack_integrations.document_stores.qdrant.QdrantDocumentStore', 'qdrant'],
  ['haystack_integrations.document_stores.chroma.ChromaDocumentStore', 'chroma'],
  ['haystack_integrations.document_stores.weaviate{,.document_store}.WeaviateDocumentStore', 'weaviate'],
  ['haystack_integrations.document_stores.pinecone.PineconeDocumentStore', 'pinecone'],
  ['haystack_integrations.document_stores.pgvector.PgvectorDocumentStore', 'pgvector'],
  ['haystack_integrations.document_stores.elasticsearch.ElasticsearchDocumentStore', 'elasticsearch'],
  ['haystack_integrations.document_stores.opensearch.OpenSearchDocumentStore', 'opensearch'],
  ['haystack_integrations.document_stores.mongodb_atlas.MongoDBAtlasDocumentStore', 'mongodb-atlas'],
  ['haystack_integrations.document_stores.azure_ai_search.AzureAISearchDocumentStore', 'azure-ai-search'],
  ['milvus_haystack{,.document_store}.MilvusDocumentStore', 'milvus'],
];
/** A retriever’s class is called after its store. */
const retrievers: readonly string[] = [
  'haystack.components.retrievers{,.in_memory}.{InMemoryEmbeddingRetriever,InMemoryBM25Retriever}',
  ...[
    'qdrant.Qdrant{Embedding,SparseEmbedding,Hybrid}Retriever',
    'chroma.Chroma{QueryText,Embedding}Retriever',
    'weaviate.Weaviate{Embedding,BM25,Hybrid}Retriever',
    'pinecone.Pinecone{Embedding}Retriever',
    'pgvector.Pgvector{Embedding,Keyword}Retriever',
    'elasticsearch.Elasticsearch{Embedding,BM25,Hybrid}Retriever',
    'opensearch.OpenSearch{Embedding,BM25,Hybrid}Retriever',
    'mongodb_atlas.MongoDBAtlas{Embedding,FullText}Retriever',
    'azure_ai_search.AzureAISearch{Embedding,BM25,Hybrid}Retriever',
  ].map((path) => `haystack_integrations.components.retrievers.${path}`),
  'milvus_haystack{,.milvus_embedding_retriever}.Milvus{Embedding,SparseEmbedding,Hybrid}Retriever',
];
const given: Pick = { named: ['document_store'], at: 0 };

export const data: readonly Meaning[] = [
  ...stores.map(
    ([of, service]): Meaning => ({
      of,
      asset: {
        kind: 'vector-store',
        name: { named: ['index', 'collection_name', 'table_name'] },
        facts: { service: { value: service } },
      },
      links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
      reference: `${docs}document-store`,
    }),
  ),
  {
    of: retrievers,
    links: [
      { relation: 'reads', from: 'enclosing', to: { pick: given } },
      { relation: 'grounded-on', from: 'enclosing', to: { pick: given } },
    ],
    effects: ['reads-private-data'],
    reference: `${docs}retrievers`,
  },
  {
    of: 'haystack.components.writers{,.document_writer}.DocumentWriter',
    links: [{ relation: 'writes', from: 'enclosing', to: { pick: given } }],
    reference: `${docs}documentwriter`,
  },
  {
    of: stores.map(([of]) => `${of}().{write_documents,delete_documents}`),
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    effects: ['changes-state'],
    reference: `${docs}document-store`,
  },
  {
    of: [
      `${own}fetchers{,.link_content}.LinkContentFetcher`,
      `${own}websearch{,.serper_dev,.searchapi}.{SerperDevWebSearch,SearchApiWebSearch}`,
    ],
    effects: ['takes-untrusted-content'],
    reference: `${docs}fetchers`,
  },
];
