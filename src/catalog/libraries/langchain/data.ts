/** Prompts, memories, vector stores and document loaders of LangChain’s Python packages. */
import type { Meaning } from '../../../kit/define-library.ts';
import { loading, storing } from './loading.ts';

interface Store {
  readonly service: string;
  readonly of: string;
  readonly url?: readonly string[];
  /** It is gone with the program: writing into it changes nothing outside. */
  readonly isFleeting?: true;
}
/** https://python.langchain.com/docs/integrations/vectorstores/ */
const stores: readonly Store[] = [
  {
    service: 'chroma',
    of: 'langchain{_chroma,_chroma.vectorstores,_community.vectorstores,.vectorstores}.Chroma',
  },
  {
    service: 'faiss',
    of: 'langchain{_community.vectorstores,_community.vectorstores.faiss,.vectorstores}.FAISS',
    isFleeting: true,
  },
  {
    service: 'pinecone',
    of: 'langchain{_pinecone,_community.vectorstores,.vectorstores}.{PineconeVectorStore,Pinecone}',
  },
  {
    service: 'qdrant',
    of: 'langchain{_qdrant,_community.vectorstores,.vectorstores}.{QdrantVectorStore,Qdrant}',
    url: ['url'],
  },
  {
    service: 'pgvector',
    of: 'langchain{_postgres,_postgres.vectorstores,_community.vectorstores,.vectorstores}.PGVector',
  },
  {
    service: 'weaviate',
    of: 'langchain{_weaviate,_community.vectorstores,.vectorstores}.{WeaviateVectorStore,Weaviate}',
  },
  {
    service: 'milvus',
    of: 'langchain{_milvus,_community.vectorstores,.vectorstores}.{Milvus,Zilliz}',
  },
  {
    service: 'redis',
    of: 'langchain{_redis,_community.vectorstores,.vectorstores}.{RedisVectorStore,Redis}',
    url: ['redis_url'],
  },
  {
    service: 'elasticsearch',
    of: 'langchain{_elasticsearch,_community.vectorstores,.vectorstores}.{ElasticsearchStore,ElasticVectorSearch}',
    url: ['es_url'],
  },
  {
    service: 'opensearch',
    of: 'langchain{_community.vectorstores,.vectorstores}.OpenSearchVectorSearch',
    url: ['opensearch_url'],
  },
  {
    service: 'mongodb-atlas',
    of: 'langchain{_mongodb,_mongodb.vectorstores,_community.vectorstores}.MongoDBAtlasVectorSearch',
  },
  {
    service: 'lancedb',
    of: 'langchain_community.vectorstores{,.lancedb}.LanceDB',
  },
  {
    service: 'azure-ai-search',
    of: 'langchain_community.vectorstores{,.azuresearch}.AzureSearch',
  },
  {
    service: 'memory',
    of: 'langchain_core.vectorstores{,.in_memory}.InMemoryVectorStore',
    isFleeting: true,
  },
];

const store = ({ service, of, url }: Store): Meaning => ({
  of: `${of}{,.from_documents,.from_texts,.from_existing_index,.from_existing_collection,.from_connection_string,.load_local}`,
  asset: {
    kind: 'vector-store',
    name: { named: ['collection_name', 'index_name', 'class_name'] },
    facts: { service: { value: service } },
  },
  links: [
    { relation: 'connects', from: 'enclosing', to: 'self' },
    { relation: 'reads', from: 'enclosing', to: 'self' },
    {
      relation: 'embeds-with',
      from: 'self',
      to: { pick: { named: ['embedding', 'embeddings', 'embedding_function'], at: 1 } },
    },
    ...(url
      ? ([
          {
            relation: 'connects',
            from: 'enclosing',
            to: { kind: 'vector-store', scheme: 'host-port', value: { named: url } },
          },
        ] as const)
      : []),
  ],
  reference: 'https://python.langchain.com/docs/integrations/vectorstores/',
});

/** Objects of the stores, however they were made. */
const madeOf = (which: readonly Store[]): readonly string[] =>
  which.map(
    ({ of }) => `${of}{,.from_documents,.from_texts,.from_existing_index,.from_connection_string,.load_local}()`,
  );
const each = (methods: string, which = stores): readonly string[] =>
  madeOf(which).map((path) => `${path}.{${methods}}`);
const adding = 'add_documents,add_texts,aadd_documents,delete';

/** The documents of an index are kept as a pickle, which is read when somebody says that it may be. */
const pickled: Meaning = {
  of: 'langchain{_community.vectorstores,_community.vectorstores.faiss,.vectorstores}.FAISS.load_local',
  onlyIf: { named: ['allow_dangerous_deserialization'], choices: { true: true } },
  asset: {
    kind: 'model-artifact',
    identifier: { scheme: 'place', value: { named: ['folder_path'], at: 0, matching: /^(?:\.\/)?(.+?)\/?$/ } },
    facts: {
      framework: { value: 'faiss' },
      format: { value: 'pickle' },
      source: { value: 'local-file' },
      unsafeLoad: { value: true },
    },
  },
  links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
  reference: 'https://python.langchain.com/docs/integrations/vectorstores/faiss/',
};

export const data: readonly Meaning[] = [
  ...stores.map(store),
  pickled,
  ...loading,
  ...storing(
    stores.map(({ of }) => of),
    madeOf(stores),
  ),
  { of: each('as_retriever'), returns: 'receiver' },
  {
    of: each(
      'similarity_search,similarity_search_with_score,asimilarity_search,max_marginal_relevance_search,invoke,get_relevant_documents',
    ),
    effects: ['reads-private-data'],
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    yields: 'private-data',
  },
  { of: each(adding), links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }] },
  {
    of: [
      ...each(
        adding,
        stores.filter(({ isFleeting }) => !isFleeting),
      ),
      ...each(
        'save_local',
        stores.filter(({ isFleeting }) => isFleeting),
      ),
    ],
    effects: ['changes-state'],
  },
  {
    of: [
      'langchain{.prompts,_core.prompts,_core.prompts.chat,_core.prompts.prompt}.{ChatPromptTemplate,PromptTemplate,SystemMessagePromptTemplate,FewShotPromptTemplate}{,.from_template,.from_messages}',
    ],
    asset: { kind: 'prompt' },
    sink: { kind: 'prompt', value: { at: 0, named: ['template', 'messages'] } },
    reference: 'https://python.langchain.com/docs/concepts/prompt_templates/',
  },
  {
    of: 'langchain{,_classic}.hub.pull',
    asset: { kind: 'prompt', name: { at: 0 } },
    reference: 'https://docs.smith.langchain.com/prompt_engineering/how_to_guides/manage_prompts_programatically',
  },
  {
    of: 'langchain{,_classic}.memory.{ConversationBufferMemory,ConversationBufferWindowMemory,ConversationSummaryMemory,ConversationTokenBufferMemory}',
    asset: { kind: 'memory', facts: { framework: { value: 'langchain' } } },
    reference: 'https://python.langchain.com/api_reference/langchain/memory.html',
  },
];
