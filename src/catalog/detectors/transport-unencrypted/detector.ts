/** Finds services of AI that are reached over the internet without TLS. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'transport-unencrypted',
  title: 'Reached over the internet without TLS',
  about: ['inference-endpoint', 'vector-store', 'management-interface', 'mcp-server-configuration'],
  tests: 'transport-encrypted',
  category: 'misconfiguration',
  severity: 'high',
  applies: fact('it', 'publicTransport').in('clear', 'encrypted'),
  passes: fact('it', 'publicTransport').is('encrypted'),
  leavesOut: 'of these no address or route of the internet was seen; inside a private network nothing is said',
  message: (it) => `${it.name} is reached over the internet without TLS.`,
  why: 'Whoever stands on the way reads the prompts, answers and keys, and can change what the model or tool answers.',
  remedy: (it) =>
    `Reach ${it.name} at an https address, and end TLS in front of it with a certificate that clients check.`,
  steps: [
    'Write https:// (wss://, grpcs) where {name} is named; ssl=True, secure=True or use_ssl=True in the client.',
    'Serve TLS: a proxy with a certificate (Caddy: <host> { reverse_proxy 127.0.0.1:<port> }), an ingress with tls:, vLLM --ssl-certfile and --ssl-keyfile, Qdrant service.enable_tls.',
    'Leave verification on (no verify=False), and give the client your own authority by SSL_CERT_FILE.',
  ],
  references: ['CWE-319', 'ASI07:2026'],
});
