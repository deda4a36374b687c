/** Anyone can call a function that pays for a model, as often as they like. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'open-function-spends',
  title: 'Strangers can run up the bill of a model',
  references: ['T04', 'LLM10:2025', 'AML.T0034', 'AML.T0029'],
  variables: { way: 'network-exposure', host: 'compute', role: 'identity', model: 'model' },
  edges: [
    { from: 'way', relation: 'exposes', to: 'host' },
    { from: 'host', relation: 'runs-as', to: 'role' },
    { from: 'role', relation: 'invokes', to: 'model' },
  ],
  identify: ['host'],
  conditions: [
    {
      id: 'anyone',
      says: 'anyone may call {host} through {way}',
      test: fact('host', 'audience').is('anyone'),
      flips: 'the address is opened without a sign-in',
    },
    {
      id: 'unbounded',
      says: 'nothing bounds how often {host} runs',
      test: failing('host', 'consumption-bounded'),
      flips: 'the reserved number of runs is taken away',
    },
  ],
  sentence:
    'Anyone may call {host} through {way} as often as they like, and each call is paid for at {model}: a script of a stranger runs up the bill.',
  attempt: { value: 0.7, why: 'open addresses before models are found and used as free models' },
  impact: [
    { name: 'cost', value: 0.6, why: 'the bill has no upper bound, and the quota of everybody else is used up' },
  ],
});
