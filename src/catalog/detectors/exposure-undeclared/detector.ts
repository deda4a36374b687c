/** Finds model and notebook servers that ask for a credential and answer on every address of their host, which nobody declared. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact, kindIs } from '../../../kit/tests.ts';

/** All addresses of a host. */
const everyAddress = ['0.0.0.0', '::', '[::]', '*'] as const;

export default defineDetector({
  id: 'exposure-undeclared',
  title: 'Answers on every address, and nobody declared that',
  about: ['inference-endpoint', 'management-interface'],
  tests: 'exposure-intended',
  category: 'misconfiguration',
  severity: (it) => (it.text('public') === 'true' ? 'medium' : 'low'),
  applies: all(
    any(
      all(
        kindIs('it', 'inference-endpoint'),
        fact('it', 'deploymentSeen').is(true),
        fact('it', 'selfHosted').is(true),
        fact('it', 'bindAddress').in(...everyAddress),
      ),
      all(
        kindIs('it', 'management-interface'),
        fact('it', 'service').is('jupyter'),
        exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
      ),
    ),
    // One that asks for nothing is a graver thing, told elsewhere.
    fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
  ),
  passes: fact('it', 'exposureIntended').is(true),
  message: (it) =>
    `${it.name} answers on every address of its host${it.has('port') ? `, at port ${it.text('port')}` : ''}, and no system declares that it is meant to.`,
  why: 'One leaked key or one fault in the server is then enough; a server that only its own host reaches needs both and a way in.',
  remedy: (it) => `Publish the port of ${it.name} on 127.0.0.1, or declare the exposure where its system is described.`,
  steps: [
    'Compose: "127.0.0.1:<port>:<port>"; Kubernetes: type ClusterIP; reach it by ssh -L or kubectl port-forward.',
    'Where it is meant to be reached: isobar.yaml, systems: - name, paths, owner, `exposed: true`.',
  ],
  references: ['AML.T0049', 'LLM10:2025', 'CWE-668'],
  payload: (it) => ({
    address: it.text('bindAddress') || 'unknown',
    port: Number(it.text('port') || 0),
    audience: it.text('public') === 'true' ? 'internet' : it.text('public') === 'false' ? 'network' : 'unknown',
  }),
});
