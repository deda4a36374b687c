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
  references: ['CWE-319', 'ASI07:2026'],
});
