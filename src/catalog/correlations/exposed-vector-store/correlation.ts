/** A vector store that asks for no credential stands behind a way in that anyone on the internet can take. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'exposed-vector-store',
  title: 'Strangers can read and poison a vector store',
  references: ['T21', 'LLM02:2025', 'LLM08:2025', 'AML.T0049', 'AML.T0070'],
  variables: { way: 'network-exposure', store: 'vector-store' },
  edges: [{ from: 'way', relation: 'exposes', to: 'store' }],
  identify: ['store'],
  conditions: [
    {
      id: 'no-credential',
      says: '{store} asks for no credential',
      test: failing('store', 'vector-store-authenticated'),
    },
    {
      id: 'from-internet',
      says: 'anyone on the internet reaches {store} through {way}',
      test: any(fact('way', 'public').is(true), fact('store', 'public').is(true)),
      flips: 'a firewall rule or a router opens the port',
    },
  ],
  sentence:
    'Anyone on the internet reaches {store} through {way} without a credential: its content can be read and its answers changed.',
  attempt: { value: 0.9, why: 'open stores are found by internet-wide scans' },
  impact: [
    { name: 'data', value: 0.7, why: 'its content leaves, and answers drawn from it can be changed' },
    {
      name: 'data',
      value: 0.95,
      why: 'what it holds is confidential or restricted, by its mark or by what was found in its data',
      test: fact('store', 'sensitivity').in('confidential', 'restricted'),
    },
    {
      name: 'data',
      value: 1,
      why: 'credentials or records of persons stand in its chunks',
      test: fact('store', 'dataKinds').includesAny('credential', 'health', 'payment'),
    },
  ],
});
