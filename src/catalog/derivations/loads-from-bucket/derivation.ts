/** Whoever loads a model that lies in a bucket reads the bucket. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'loads-from-bucket',
  title: 'Loading a model that lies in a bucket reads the bucket',
  when: {
    variables: {
      loader: [
        'ai-application',
        'code-project',
        'notebook',
        'agent',
        'tool',
        'compute',
        'inference-endpoint',
        'training-job',
        'pipeline',
      ],
      artifact: 'model-artifact',
      bucket: 'bucket',
    },
    edges: [
      { from: 'loader', relation: 'loads', to: 'artifact' },
      { from: 'bucket', relation: 'contains', to: 'artifact' },
    ],
  },
  conclude: [{ relation: 'reads', from: 'loader', to: 'bucket', note: 'it loads a model that lies there' }],
});
