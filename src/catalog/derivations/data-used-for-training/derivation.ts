/** Data that something is trained on is there to train, whatever its name says. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'data-used-for-training',
  title: 'Data that a model is trained on is training data',
  when: {
    variables: {
      learner: ['model', 'fine-tune', 'training-job', 'model-artifact'],
      data: ['dataset', 'bucket', 'data-store'],
    },
    edges: [{ from: 'learner', relation: 'trained-on', to: 'data' }],
  },
  conclude: [{ fact: 'usedFor', of: 'data', value: ['training'], note: 'something is trained on it' }],
});
