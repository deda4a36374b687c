/** Finds notebook servers that answer other hosts without asking who they are. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, exists, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'notebook-server-open',
  title: 'Notebook server without token or password',
  about: 'management-interface',
  tests: 'endpoint-authenticated',
  category: 'endpoint',
  severity: (it) => (it.text('public') === 'true' ? 'critical' : 'high'),
  applies: all(
    fact('it', 'service').is('jupyter'),
    exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
  ),
  passes: fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
  message: (it) =>
    `${it.name} answers other hosts with its token switched off${it.has('port') ? `, at port ${it.text('port')}` : ''}.`,
  why: 'Whoever reaches it has a shell: every file, credential and role of the notebook, and the network behind it. Open servers are found by scans and used to mine coins within hours.',
  remedy: (it) =>
    `Leave the token of ${it.name} on (it is by default) or set a hashed password, and publish its port on 127.0.0.1 only.`,
  references: ['AML.T0049', 'CWE-306', 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html'],
  payload: (it) => ({
    service: 'jupyter',
    address: it.text('bindAddress') || 'unknown',
    port: Number(it.text('port') || 0),
    authentication: 'none',
  }),
});
