/** An agent that keeps what it learns in long-term memory is steered by it in later conversations. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'remembers-for-later',
  title: 'Long-term memory steers later conversations',
  when: {
    variables: { agent: 'agent', memory: 'memory' },
    edges: [{ from: 'agent', relation: 'remembers', to: 'memory' }],
    where: fact('memory', 'recalledLater').is(true),
  },
  conclude: [{ fact: 'recalledLater', of: 'agent', value: true, note: 'it keeps what it learns in long-term memory' }],
});
