/** Data that answers are drawn from is knowledge, whatever its name says. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'data-used-for-grounding',
  title: 'Data that answers are drawn from is grounding data',
  when: {
    variables: {
      answers: ['agent', 'ai-application', 'chatbot', 'copilot', 'vector-store', 'model'],
      data: ['dataset', 'bucket', 'data-store'],
    },
    edges: [{ from: 'answers', relation: 'grounded-on', to: 'data' }],
  },
  conclude: [{ fact: 'usedFor', of: 'data', value: ['grounding'], note: 'answers are drawn from it' }],
});
