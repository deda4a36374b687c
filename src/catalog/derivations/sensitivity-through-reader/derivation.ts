/** Whoever reads sensitive data and keeps something writes sensitive data: memories, logs, vector stores, outputs. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, distinct, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'sensitivity-through-reader',
  title: 'What a reader of sensitive data keeps may hold some of it',
  when: {
    variables: {
      reader: ['ai-application', 'agent', 'notebook', 'pipeline', 'training-job', 'tool', 'chatbot'],
      origin: ['bucket', 'dataset', 'data-store', 'vector-store'],
      kept: ['memory', 'vector-store', 'log-sink', 'model-artifact', 'model', 'fine-tune', 'bucket', 'dataset'],
    },
    edges: [
      { from: 'reader', relation: ['reads', 'grounded-on', 'trained-on'], to: 'origin' },
      { from: 'reader', relation: ['writes', 'remembers', 'logs-to', 'produces'], to: 'kept' },
    ],
    where: all(fact('origin', 'sensitivity').in('confidential', 'restricted'), distinct('origin', 'kept')),
  },
  conclude: [
    { fact: 'sensitivity', of: 'kept', copyFrom: ['origin', 'sensitivity'], note: 'its writer reads sensitive data' },
    {
      fact: 'dataKinds',
      of: 'kept',
      copyFrom: ['origin', 'dataKinds'],
      note: 'its writer reads data that holds these',
    },
  ],
  confidence: 0.5,
});
