/** Finds inference services that answer other hosts without asking who they are. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact } from '../../../kit/tests.ts';

/** Any address but those of the host itself. */
const beyondLoopback = /^(?!127\.|localhost$|::1$|\[::1\]|unix:)/;

export default defineDetector({
  id: 'endpoint-open',
  title: 'Inference service without authentication',
  about: 'inference-endpoint',
  tests: 'endpoint-authenticated',
  category: 'endpoint',
  severity: (it) => (it.text('public') === 'true' ? 'critical' : 'high'),
  // A provider’s own service is the provider’s to protect.
  applies: all(
    fact('it', 'deploymentSeen').is(true),
    fact('it', 'selfHosted').is(true),
    any(
      fact('it', 'bindAddress').matches(beyondLoopback),
      exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
    ),
  ),
  leavesOut:
    'of these only the code that uses them was seen, nothing that was read leads to them, or a provider runs them',
  passes: fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
  message: (it) =>
    `${it.name} answers ${it.has('bindAddress') ? `on ${it.text('bindAddress')}` : 'other hosts'} ${it.text('authentication') === 'default-credential' ? 'with the credential that its maker documents, so that everybody has it' : 'without asking for a credential'}.`,
  why: 'Whoever reaches the address can use the model, often load another one, and on many servers run code.',
  remedy: (it) => `Bind ${it.name} to 127.0.0.1, or put a proxy in front of it that asks for a credential.`,
  references: ['AML.T0049', 'AML.T0040', 'LLM02:2025', 'LLM10:2025', 'CWE-306'],
  payload: (it) => ({
    service: it.text('service') || 'unknown',
    address: it.text('bindAddress') || 'unknown',
    port: Number(it.text('port') || 0),
    authentication: it.text('authentication') === 'default-credential' ? 'default-credential' : 'none',
  }),
});
