/** Sensitive data that a model learns from can be read by anyone: it leaks now, and again out of the model. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'public-sensitive-training-data',
  title: 'Sensitive training data is open to everyone',
  references: ['T10', 'LLM02:2025', 'LLM04:2025', 'AML.T0035', 'AML.T0057', 'AML.T0025'],
  variables: {
    learner: ['model', 'fine-tune', 'training-job', 'model-artifact'],
    data: ['dataset', 'bucket', 'data-store'],
  },
  edges: [{ from: 'learner', relation: 'trained-on', to: 'data' }],
  identify: ['data'],
  conditions: [
    {
      id: 'sensitive',
      says: '{data} is sensitive',
      test: fact('data', 'sensitivity').in('confidential', 'restricted'),
    },
    {
      id: 'anyone-reads',
      says: 'anyone can read {data}',
      test: any(
        fact('data', 'public').is(true),
        failing('data', 'storage-private'),
        exists({
          variables: { repository: 'repository' },
          edges: [{ from: 'repository', relation: 'contains', to: 'data', closure: 3 }],
          where: fact('repository', 'public').is(true),
        }),
      ),
      flips: 'public access is opened to share the data, or the repository is published',
    },
  ],
  sentence:
    'Anyone can read {data}, which is sensitive and which {learner} is trained on: it can be copied now, and what it says can be drawn out of the model later.',
  attempt: { value: 0.9, why: 'open buckets and repositories are searched all the time' },
  impact: [
    { name: 'data', value: 0.75, why: 'sensitive data leaves, and stays in every model that learned from it' },
    {
      name: 'data',
      value: 0.95,
      why: 'it is restricted',
      test: fact('data', 'sensitivity').is('restricted'),
    },
  ],
});
