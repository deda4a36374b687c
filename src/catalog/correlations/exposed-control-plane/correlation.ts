/** A notebook server, cluster or tracker that asks for no credential of its own stands behind a way in that anyone on the internet can take. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'exposed-control-plane',
  title: 'Strangers run code on the machines of the models',
  references: ['T26', 'LLM03:2025', 'ASI05:2026', 'AML.T0049', 'AML.T0050', 'CWE-306'],
  variables: { way: 'network-exposure', plane: 'management-interface' },
  edges: [{ from: 'way', relation: 'exposes', to: 'plane' }],
  identify: ['plane'],
  conditions: [
    {
      id: 'no-credential',
      says: '{plane} asks for no credential of its own',
      test: any(failing('plane', 'management-interface-closed'), failing('plane', 'endpoint-authenticated')),
    },
    {
      id: 'from-internet',
      says: 'anyone on the internet reaches {plane} through {way}',
      test: any(fact('way', 'public').is(true), fact('plane', 'public').is(true)),
      flips: 'a firewall rule or a router opens the port',
    },
  ],
  sentence:
    'Anyone on the internet reaches {plane} through {way}, and it asks for no credential of its own: strangers submit jobs, load models or open a shell on its host.',
  attempt: { value: 0.95, why: 'open notebook servers and clusters are found by internet-wide scans within hours' },
  impact: [
    { name: 'control', value: 0.85, why: 'what it starts runs on the machines of the models' },
    {
      name: 'control',
      value: 0.95,
      why: 'its host holds credentials',
      test: exists({
        variables: { host: 'compute', secret: 'secret' },
        edges: [
          { from: 'host', relation: 'runs', to: 'plane' },
          { from: 'host', relation: 'uses-secret', to: 'secret' },
        ],
      }),
    },
    {
      name: 'control',
      value: 0.95,
      why: 'its host has rights of its own in the account',
      test: exists({
        variables: { host: 'compute', role: 'identity' },
        edges: [
          { from: 'host', relation: 'runs', to: 'plane' },
          { from: 'host', relation: 'runs-as', to: 'role' },
        ],
      }),
    },
  ],
});
