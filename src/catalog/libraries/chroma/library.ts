/** Chroma: a vector store inside the process, on disk, or reached over HTTP. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const local = 'chromadb.{Client,EphemeralClient,PersistentClient}';
const remote = 'chromadb.{HttpClient,AsyncHttpClient,ChromaClient}';
const cloud = 'chromadb.CloudClient';
const collections =
  '{,.create_collection(),.get_collection(),.get_or_create_collection(),.createCollection(),.getCollection(),.getOrCreateCollection()}';
const service: Pick = { value: 'chroma' };

const store = (of: string, facts: Readonly<Record<string, Pick>>, host?: Pick): Meaning => ({
  of,
  asset: {
    kind: 'vector-store',
    facts: { service, ...facts },
    ...(host ? { identifier: { scheme: 'host-port', value: host } } : {}),
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
  reference: 'https://docs.trychroma.com/docs/run-chroma/client-server',
});
const on = (methods: string): readonly string[] =>
  [local, remote, cloud].map((path) => `${path}()${collections}.{${methods}}`);

const meanings: readonly Meaning[] = [
  store(local, {}),
  store(
    remote,
    {
      port: { named: ['port'], at: 1, fallback: 8000 },
      encryptedTransport: { named: ['ssl'], at: 2, fallback: false },
    },
    { named: ['host'], at: 0, fallback: 'localhost' },
  ),
  store(cloud, { provider: { value: 'chroma' }, encryptedTransport: { value: true } }),
  {
    // A collection is a part of its store.
    of: on(
      'create_collection,get_collection,get_or_create_collection,createCollection,getCollection,getOrCreateCollection',
    ),
    links: [
      {
        relation: 'embeds-with',
        from: 'receiver',
        to: { pick: { named: ['embedding_function', 'embeddingFunction'] } },
      },
    ],
    returns: 'receiver',
  },
  {
    of: on('query,get,peek'),
    effects: ['reads-private-data'],
    links: [{ relation: 'reads', from: 'enclosing', to: 'receiver' }],
    yields: 'private-data',
    reference: 'https://docs.trychroma.com/docs/querying-collections/query-and-get',
  },
  {
    of: on('add,upsert,update,delete,delete_collection,deleteCollection'),
    effects: ['changes-state'],
    links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
    reference: 'https://docs.trychroma.com/docs/collections/add-data',
  },
];

export default defineLibrary({
  id: 'chroma',
  title: 'Chroma',
  homepage: 'https://docs.trychroma.com',
  python: { packages: ['chromadb', 'chromadb-client'], modules: ['chromadb'], meanings },
  javascript: { packages: ['chromadb'], modules: ['chromadb'], meanings },
});
