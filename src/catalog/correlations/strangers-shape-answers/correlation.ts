/** Strangers can write to the store that a model learns from or draws its answers from. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing, not } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'strangers-shape-answers',
  title: 'Strangers decide what a model learns or answers',
  references: ['T11', 'LLM04:2025', 'LLM08:2025', 'ASI06:2026', 'AML.T0020', 'AML.T0070'],
  variables: {
    user: ['agent', 'ai-application', 'chatbot', 'vector-store', 'fine-tune', 'training-job', 'model-artifact'],
    store: 'bucket',
  },
  edges: [{ from: 'user', relation: ['grounded-on', 'trained-on'], to: 'store', closure: 3 }],
  identify: ['store'],
  conditions: [
    {
      id: 'strangers-write',
      says: 'strangers can write to {store}',
      test: any(
        failing('store', 'training-data-protected'),
        failing('store', 'grounding-data-protected'),
        fact('store', 'userWritable').is(true),
      ),
    },
    {
      id: 'unfiltered',
      says: 'nothing looks for attacks in what {user} takes from there',
      test: not(
        exists({
          variables: { filter: 'guardrail' },
          edges: [{ from: 'user', relation: 'guarded-by', to: 'filter' }],
          where: fact('filter', 'filters').includes('prompt-attack'),
        }),
      ),
      flips: 'the guardrail is taken off',
    },
  ],
  sentence:
    'Strangers can write to {store}, which {user} learns from or draws its answers from: a handful of crafted documents decides what it says, and can tell an agent what to do.',
  attempt: { value: 0.6, why: 'a few crafted documents are enough, and they cost nothing' },
  impact: [
    { name: 'answers', value: 0.6, why: 'answers are steered by whoever writes' },
    {
      name: 'answers',
      value: 0.75,
      why: 'no earlier version is kept, so that what was changed is neither seen nor taken back',
      test: fact('store', 'versioned').is(false),
    },
  ],
});
