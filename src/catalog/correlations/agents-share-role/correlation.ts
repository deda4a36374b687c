/** Two agents run as one identity: who talks one of them over has the rights that were meant for the other. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, distinct, exists, fact } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'agents-share-role',
  title: 'An agent that strangers steer has another agent’s rights',
  references: ['T07', 'ASI03:2026', 'ASI01:2026', 'LLM06:2025', 'AML.T0098', 'AML.T0053'],
  variables: { open: ['agent', 'compute'], role: 'identity', trusted: ['agent', 'compute'] },
  edges: [
    { from: 'open', relation: 'runs-as', to: 'role' },
    { from: 'trusted', relation: 'runs-as', to: 'role' },
  ],
  identify: ['open', 'role'],
  conditions: [
    { id: 'two', says: '{open} and {trusted} both run as {role}', test: distinct('open', 'trusted') },
    {
      id: 'steered',
      says: 'strangers write what {open} reads',
      test: any(
        fact('open', 'audience').is('anyone'),
        exists({
          variables: { reader: ['tool', 'mcp-tool'] },
          edges: [{ from: 'open', relation: ['uses-tool', 'runs'], to: 'reader' }],
          where: fact('reader', 'takesUntrustedContent').is(true),
        }),
        exists({
          variables: { application: ['ai-application', 'agent'] },
          edges: [{ from: 'open', relation: 'runs', to: 'application' }],
          where: fact('application', 'untrustedInput').is(true),
        }),
      ),
      flips: 'the agent gets a web tool, or is opened to customers',
    },
    {
      id: 'sensitive',
      says: '{role} reads sensitive data that {trusted} needs',
      test: exists({
        variables: { data: ['bucket', 'data-store', 'vector-store', 'dataset'] },
        edges: [{ from: 'role', relation: ['reads', 'writes'], to: 'data' }],
        where: fact('data', 'sensitivity').in('confidential', 'restricted'),
      }),
    },
  ],
  sentence:
    '{open} and {trusted} run as the same identity {role}: whoever talks {open} over reads {data}, which was meant for {trusted} alone.',
  attempt: { value: 0.7, why: 'text for agents to read is planted wherever strangers can write' },
  impact: [
    { name: 'data', value: 0.7, why: 'sensitive data is read through an agent that never needed it' },
    {
      name: 'data',
      value: 0.9,
      why: 'the identity may do nearly everything',
      test: fact('role', 'wildcardActions').is(true),
    },
  ],
});
