/** Finds managed AI services of Azure and Google that answer every network. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'managed-service-public',
  title: 'Managed AI service open to every network',
  about: ['inference-endpoint', 'vector-store', 'compute'],
  tests: 'exposure-intended',
  category: 'misconfiguration',
  severity: (it) => (it.text('authentication') === 'key' ? 'high' : 'medium'),
  applies: all(
    fact('it', 'managedService').is(true),
    any(
      fact('it', 'provider').is('azure'),
      all(kindIs('it', 'inference-endpoint'), fact('it', 'provider').is('google')),
    ),
  ),
  passes: fact('it', 'public').is(false),
  message: (it) => `${it.name} answers from every network.`,
  why: 'Whoever has a key or a stolen token can use it from anywhere, and every flaw of the service can be tried from anywhere.',
  remedy: (it) =>
    it.text('provider') === 'google'
      ? `Give ${it.name} a private service connection, and let the programs that need it reach it there.`
      : `Switch public network access of ${it.name} off and give it a private endpoint, or list the networks that may reach it.`,
  steps: [
    'Azure: az resource update --ids <id> --set properties.publicNetworkAccess=Disabled, with az network private-endpoint create in the network of its callers. Google: enablePrivateServiceConnect. AWS: an interface endpoint, and a policy with aws:SourceVpce.',
    'Try its callers against the private name before you switch the public one off.',
  ],
  references: ['LLM10:2025', 'AML.T0049', 'CC6.6', 'CWE-668'],
  payload: () => ({ address: 'public', port: 443, audience: 'internet' as const }),
});
