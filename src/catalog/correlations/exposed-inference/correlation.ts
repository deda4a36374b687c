/** An inference service that asks for no credential stands behind a way in that anyone on the internet can take. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'exposed-inference',
  title: 'Strangers can use, and take over, a model server',
  references: ['T26', 'LLM10:2025', 'LLM03:2025', 'ASI05:2026', 'AML.T0049', 'AML.T0040', 'AML.T0034'],
  variables: { way: 'network-exposure', endpoint: 'inference-endpoint' },
  edges: [{ from: 'way', relation: 'exposes', to: 'endpoint' }],
  identify: ['endpoint'],
  conditions: [
    {
      id: 'no-credential',
      says: '{endpoint} asks for no credential',
      test: failing('endpoint', 'endpoint-authenticated'),
    },
    {
      id: 'from-internet',
      says: 'anyone on the internet reaches {endpoint} through {way}',
      test: any(fact('way', 'public').is(true), fact('endpoint', 'public').is(true)),
      flips: 'a firewall rule or a router opens the port',
    },
  ],
  sentence:
    'Anyone on the internet reaches {endpoint} through {way}, and it asks for no credential: strangers use its model, replace it, or run code on its host.',
  attempt: { value: 0.95, why: 'open model servers are found by internet-wide scans within hours' },
  impact: [
    { name: 'service', value: 0.7, why: 'the model and its capacity are given away' },
    {
      name: 'service',
      value: 0.95,
      why: 'its host holds credentials',
      test: exists({
        variables: { host: 'compute', secret: 'secret' },
        edges: [
          { from: 'host', relation: 'runs', to: 'endpoint' },
          { from: 'host', relation: 'uses-secret', to: 'secret' },
        ],
      }),
    },
    {
      name: 'service',
      value: 0.85,
      why: 'its host has rights of its own in the account',
      test: exists({
        variables: { host: 'compute', role: 'identity' },
        edges: [
          { from: 'host', relation: 'runs', to: 'endpoint' },
          { from: 'host', relation: 'runs-as', to: 'role' },
        ],
      }),
    },
  ],
});
