/** Finds vector stores that answer other hosts without asking who they are. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact, not } from '../../../kit/tests.ts';

/** Any address but those of the host itself. */
const beyondLoopback = /^(?!127\.|localhost$|::1$|\[::1\]|unix:)/;

/** They live in the process or the files of the program that uses them, or are a provider’s service that nobody enters without a key. */
const withoutListener = ['faiss', 'annoy', 'hnswlib', 'memory', 'sqlite-vec', 'lancedb', 'pinecone'] as const;

export default defineDetector({
  id: 'vector-store-open',
  title: 'Vector store without authentication',
  about: 'vector-store',
  tests: 'vector-store-authenticated',
  category: 'endpoint',
  severity: (it) => (it.text('public') === 'true' ? 'critical' : 'high'),
  // One that lives inside a program is run by nothing that the estate shows.
  applies: all(fact('it', 'deploymentSeen').is(true), not(fact('it', 'service').in(...withoutListener))),
  leavesOut:
    'of these only the code that uses them was seen, nothing that was read leads to them, or they listen on nothing',
  // One that asks is safe wherever it listens, so its address need not be known.
  passes: any(
    fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
    not(
      any(
        fact('it', 'bindAddress').matches(beyondLoopback),
        exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
      ),
    ),
  ),
  message: (it) =>
    `${it.name} answers ${it.has('bindAddress') ? `on ${it.text('bindAddress')}` : 'other hosts'} ${it.text('authentication') === 'default-credential' ? 'with the credential that its maker documents, so that everybody has it' : 'without asking for a credential'}.`,
  why: 'Whoever reaches the address can read the documents behind the answers, and put in others that the model will believe.',
  remedy: (it) =>
    `Switch on the credential of ${it.name}, or bind it to 127.0.0.1 so that only its own host reaches it.`,
  steps: [
    'Qdrant: QDRANT__SERVICE__API_KEY; Chroma: a proxy in front that asks for a credential, for it has none of its own since 1.0; Weaviate: AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=false and AUTHENTICATION_APIKEY_ENABLED=true; Milvus: common.security.authorizationEnabled: true; Redis: requirepass; pgvector: no trust in pg_hba.conf.',
    'Publish the port on 127.0.0.1, or not at all: services of one Compose file reach it without.',
    'Try it from another host: curl -m 5 http://<host>:<port> has to be refused.',
  ],
  references: ['LLM08:2025', 'LLM04:2025', 'AML.T0070', 'CWE-306'],
  payload: (it) => ({
    service: it.text('service') || 'unknown',
    address: it.text('bindAddress') || 'unknown',
    port: Number(it.text('port') || 0),
    authentication: it.text('authentication') === 'default-credential' ? 'default-credential' : 'none',
  }),
});
