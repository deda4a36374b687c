/** An agent that keeps what it learns in long-term memory is steered by it in later conversations. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'remembers-for-later',
  title: 'Long-term memory steers later conversations',
  when: {
    variables: { holder: ['agent', 'ai-application'], memory: 'memory', agent: 'agent' },
    edges: [
      { from: 'holder', relation: 'remembers', to: 'memory' },
      // A memory that a program opens once is there for every agent in it.
      { from: 'holder', relation: 'contains', to: 'agent', closure: 1, orSame: true },
    ],
    where: fact('memory', 'recalledLater').is(true),
  },
  conclude: [{ fact: 'recalledLater', of: 'agent', value: true, note: 'it keeps what it learns in long-term memory' }],
  confidence: 0.9,
});
