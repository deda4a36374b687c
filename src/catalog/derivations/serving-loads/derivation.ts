/** Whoever answers with a model of the organisation’s loads it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'serving-loads',
  title: 'Serving a model file loads it',
  when: {
    variables: { server: ['inference-endpoint', 'compute'], artifact: 'model-artifact' },
    edges: [{ from: 'server', relation: 'serves', to: 'artifact' }],
  },
  conclude: [{ relation: 'loads', from: 'server', to: 'artifact', note: 'it answers with it' }],
});
