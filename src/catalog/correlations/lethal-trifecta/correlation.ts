/** One agent’s whole toolset joins untrusted content, private data and a way out. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { exists, fact } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineCorrelation({
  id: 'lethal-trifecta',
  title: 'Planted instructions can carry private data out',
  references: [
    'T35',
    'LLM01:2025',
    'LLM02:2025',
    'LLM06:2025',
    'ASI01:2026',
    'ASI02:2026',
    'AML.T0051.001',
    'AML.T0086',
  ],
  variables: { agent: ['agent', 'mcp-client'] },
  edges: [],
  conditions: [
    {
      id: 'untrusted-content',
      says: '{agent} takes in what strangers can write, through {untrusted}',
      test: exists({
        ...toolsetOf('agent', 'untrusted'),
        where: fact('untrusted', 'takesUntrustedContent').is(true),
      }),
      likelihood: 0.8,
      because: 'models follow instructions that they find in content',
    },
    {
      id: 'private-data',
      says: '{agent} can read data that is not public, through {private}',
      test: exists({
        ...toolsetOf('agent', 'private'),
        where: fact('private', 'readsPrivateData').is(true),
      }),
    },
    {
      id: 'way-out',
      says: '{agent} can send data out of the organisation, through {outlet}',
      test: exists({
        ...toolsetOf('agent', 'outlet'),
        where: fact('outlet', 'sendsOut').is(true),
      }),
      flips: 'a tool or server that can send data out is added to it',
    },
  ],
  sentence:
    '{agent} takes in what strangers can write through {untrusted}, reads private data through {private} and can send it out through {outlet}: one planted instruction carries the data away, and nobody has to click.',
  attempt: { value: 0.9, why: 'planting an instruction needs no access, only a page, a mail or an issue' },
  impact: [
    { name: 'data', value: 0.8, why: 'data that is not public leaves' },
    {
      name: 'data',
      value: 1,
      why: 'what it reaches is marked confidential or restricted',
      test: exists({
        variables: {
          ...toolsetOf('agent', 'tool').variables,
          store: ['bucket', 'data-store', 'vector-store', 'dataset', 'memory'],
        },
        edges: [...toolsetOf('agent', 'tool').edges, { from: 'tool', relation: 'reads', to: 'store' }],
        where: fact('store', 'sensitivity').in('confidential', 'restricted'),
      }),
    },
  ],
});
