/** Vector stores by their own clients: Qdrant, Pinecone, Weaviate, Milvus, LanceDB, FAISS, Azure AI Search, pgvector and the like. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { javascriptStores, pythonStores, type Store } from './stores.ts';

/** A host, with its port where one is said; a path of a file or `:memory:` is none. */
const host = /^(?:https?:\/\/|rediss?:\/\/|tcp:\/\/)?(?:[^@/]*@)?((?!\.{1,2}\/)[\w-][\w.-]*(?::\d+)?)\/?$/;
const file = /\.db$/;

const made = (store: Store): readonly Meaning[] => {
  const { of, service, reference, address, key, name, isService, provider = service } = store;
  const facts: Readonly<Record<string, Pick>> = {
    service: { value: service },
    ...(isService
      ? { provider: { value: provider }, encryptedTransport: { value: true }, authentication: { value: 'key' } }
      : {}),
    // That a client shows no key does not say that nobody asks for one.
    ...(key ? { authentication: { named: key, as: 'present', choices: { true: 'key' } } } : {}),
  };
  const links: Meaning['links'] = [{ relation: 'connects', from: 'enclosing', to: 'self' }];
  const asset = { kind: 'vector-store', ...(name ? { name } : {}), facts } as const;
  if (!address) return [{ of, asset, links, reference }];
  const elsewhere = { ...address, matching: host };
  return [
    {
      of,
      onlyIf: elsewhere,
      unless: { ...address, matching: file },
      asset: {
        ...asset,
        identifier: { scheme: 'host-port', value: elsewhere },
        facts: {
          ...facts,
          encryptedTransport: { ...address, matching: /^(https?|rediss?)(?=:\/\/)/, choices: schemes },
        },
      },
      links,
      reference,
    },
    { of, unless: elsewhere, asset, links, reference },
    { of, onlyIf: { ...address, matching: file }, asset, links, reference },
  ];
};
const schemes = { https: true, http: false, rediss: true, redis: false } as const;

const used = ({ of, partMakers, reads, writes, isFleeting, reference }: Store): readonly Meaning[] => {
  const parts = partMakers?.split(',') ?? [];
  const objects = [`${of}()`, ...parts.map((part) => `${of}().${part}()`)];
  const methods = (names: string) => objects.map((object) => `${object}.{${names}}`);
  return [
    ...(partMakers ? [{ of: `${of}().{${partMakers}}`, returns: 'receiver', reference } as const] : []),
    {
      of: methods(reads),
      effects: ['reads-private-data'],
      links: [
        { relation: 'reads', from: 'enclosing', to: 'receiver' },
        { relation: 'grounded-on', from: 'enclosing', to: 'receiver' },
      ],
      yields: 'private-data',
      reference,
    },
    {
      of: methods(writes),
      ...(isFleeting ? {} : { effects: ['changes-state'] as const }),
      links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
      reference,
    },
  ];
};
const meaningsOf = (stores: readonly Store[]): readonly Meaning[] =>
  stores.flatMap((store) => [...made(store), ...used(store)]);

export default defineLibrary({
  id: 'vector-stores',
  title: 'Vector stores',
  homepage: 'https://qdrant.tech/documentation/',
  python: {
    packages: [
      'qdrant-client',
      'pinecone',
      'pinecone-client',
      'weaviate-client',
      'pymilvus',
      'lancedb',
      'faiss-cpu',
      'faiss-gpu',
      'azure-search-documents',
      'redisvl',
      'pgvector',
      'turbopuffer',
    ],
    modules: [
      'qdrant_client',
      'pinecone',
      'weaviate',
      'pymilvus',
      'lancedb',
      'faiss',
      'azure.search.documents',
      'redisvl',
      'pgvector',
      'turbopuffer',
    ],
    meanings: [
      ...meaningsOf(pythonStores),
      {
        of: 'faiss.write_index',
        effects: ['changes-state'],
        reference: 'https://github.com/facebookresearch/faiss/wiki/Index-IO,-cloning-and-hyper-parameter-tuning',
      },
      {
        // A database with vectors in it: it is opened by a client that says where it is.
        of: 'pgvector.{psycopg,psycopg2,psycopg_async,asyncpg}.{register_vector,register_vector_async}',
        asset: {
          kind: 'vector-store',
          name: { value: 'pgvector' },
          facts: { service: { value: 'pgvector' } },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: 'https://github.com/pgvector/pgvector-python',
      },
    ],
  },
  javascript: {
    packages: [
      '@qdrant/js-client-rest',
      '@pinecone-database/pinecone',
      'weaviate-client',
      '@zilliz/milvus2-sdk-node',
      '@lancedb/lancedb',
      '@azure/search-documents',
    ],
    modules: [
      '@qdrant/js-client-rest',
      '@pinecone-database/pinecone',
      'weaviate-client',
      '@zilliz/milvus2-sdk-node',
      '@lancedb/lancedb',
      '@azure/search-documents',
    ],
    meanings: meaningsOf(javascriptStores),
  },
});
