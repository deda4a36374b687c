/** A server or platform of AI with a published vulnerability stands behind a way in that anyone on the internet can take. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'exposed-vulnerable-server',
  title: 'Strangers take over a model server by a known bug',
  references: ['T02', 'LLM03:2025', 'LLM10:2025', 'ASI05:2026', 'AML.T0049'],
  variables: { way: 'network-exposure', host: 'compute', image: 'container-image' },
  edges: [
    { from: 'way', relation: 'exposes', to: 'host' },
    { from: 'host', relation: 'runs', to: 'image' },
  ],
  identify: ['host', 'image'],
  conditions: [
    {
      id: 'vulnerable',
      says: '{image} brings a server with a published vulnerability',
      test: failing('image', 'service-patched'),
      likelihood: 0.7,
      because: 'some published vulnerabilities ask for an account or for a feature that is switched off',
    },
    {
      id: 'from-internet',
      says: 'anyone on the internet reaches {host} through {way}',
      test: any(fact('way', 'public').is(true), fact('host', 'public').is(true)),
      flips: 'a firewall rule or a load balancer opens the port',
    },
  ],
  sentence:
    'Anyone on the internet reaches {host} through {way}, and its image {image} brings a server with a published vulnerability: strangers take it over without a credential of their own.',
  attempt: { value: 0.9, why: 'public servers are searched for known vulnerabilities all the time' },
  impact: [
    { name: 'service', value: 0.8, why: 'the intruder runs code where the models and prompts are' },
    {
      name: 'service',
      value: 0.95,
      why: 'its host holds credentials',
      test: exists({
        variables: { secret: 'secret' },
        edges: [{ from: 'host', relation: 'uses-secret', to: 'secret' }],
      }),
    },
  ],
});
