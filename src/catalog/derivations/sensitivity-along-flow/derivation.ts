/** Sensitive data keeps its sensitivity where it flows: into copies, vector stores, models, and out of them again. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'sensitivity-along-flow',
  title: 'What is made of sensitive data is as sensitive',
  when: {
    variables: {
      origin: ['bucket', 'dataset', 'data-store', 'vector-store', 'notebook', 'model-artifact', 'model', 'fine-tune'],
      made: ['bucket', 'dataset', 'data-store', 'vector-store', 'notebook', 'model-artifact', 'model', 'fine-tune'],
    },
    edges: [
      {
        from: 'made',
        relation: ['grounded-on', 'trained-on', 'fine-tuned-from', 'reads'],
        to: 'origin',
      },
    ],
    where: fact('origin', 'sensitivity').in('confidential', 'restricted'),
  },
  conclude: [
    { fact: 'sensitivity', of: 'made', copyFrom: ['origin', 'sensitivity'], note: 'it is made of sensitive data' },
    { fact: 'dataKinds', of: 'made', copyFrom: ['origin', 'dataKinds'], note: 'it is made of data that holds these' },
  ],
  // Some of the data can be left out on the way.
  confidence: 0.8,
});
