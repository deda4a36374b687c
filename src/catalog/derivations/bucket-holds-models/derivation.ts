/** A bucket in which weights lie, or from which something loads them, is a store of models. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'bucket-holds-models',
  title: 'A bucket with weights in it is a store of models',
  when: {
    variables: { store: 'bucket', artifact: ['model-artifact', 'fine-tune'] },
    edges: [{ from: 'store', relation: 'contains', to: 'artifact' }],
  },
  conclude: [{ fact: 'usedFor', of: 'store', value: ['models'], note: 'weights lie in it' }],
});
