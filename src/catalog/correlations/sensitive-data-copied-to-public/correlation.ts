/** Sensitive data that AI uses is copied on into a place that anyone can read. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'sensitive-data-copied-to-public',
  title: 'A private store is copied into a public one',
  references: ['T20', 'LLM02:2025', 'AML.T0025', 'AML.T0035'],
  variables: {
    origin: ['bucket', 'dataset', 'data-store', 'vector-store'],
    copy: ['bucket', 'dataset', 'data-store', 'vector-store'],
  },
  edges: [{ from: 'origin', relation: 'replicates-to', to: 'copy' }],
  conditions: [
    {
      id: 'sensitive',
      says: '{origin} is sensitive',
      test: fact('origin', 'sensitivity').in('confidential', 'restricted'),
    },
    {
      id: 'copy-public',
      says: 'anyone can read {copy}',
      test: any(fact('copy', 'public').is(true), failing('copy', 'storage-private')),
      flips: 'public access to the copy is opened, where nobody remembers what it is a copy of',
    },
    {
      id: 'ai-uses-it',
      says: '{origin} trains or grounds a model',
      test: exists({
        variables: {
          user: [
            'model',
            'fine-tune',
            'training-job',
            'agent',
            'ai-application',
            'chatbot',
            'vector-store',
            'notebook',
          ],
        },
        edges: [{ from: 'user', relation: ['trained-on', 'grounded-on', 'reads'], to: 'origin' }],
      }),
    },
  ],
  sentence:
    '{origin}, which {user} is made of or answers from, is copied into {copy}, and anyone can read the copy: the data leaves by a way that nobody looks at.',
  attempt: { value: 0.8, why: 'open buckets are found by their names and listed' },
  impact: [
    { name: 'data', value: 0.75, why: 'the whole of the data leaves unseen' },
    { name: 'data', value: 0.95, why: 'it is restricted', test: fact('origin', 'sensitivity').is('restricted') },
  ],
});
