/** A copy is as sensitive as what it is a copy of. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'sensitivity-through-replication',
  title: 'A copy of sensitive data is as sensitive',
  when: {
    variables: {
      origin: ['bucket', 'dataset', 'data-store', 'vector-store'],
      copy: ['bucket', 'dataset', 'data-store', 'vector-store'],
    },
    edges: [{ from: 'origin', relation: 'replicates-to', to: 'copy' }],
    where: fact('origin', 'sensitivity').in('confidential', 'restricted'),
  },
  conclude: [
    { fact: 'sensitivity', of: 'copy', copyFrom: ['origin', 'sensitivity'], note: 'it is a copy of sensitive data' },
  ],
  // A rule of replication may take only a part.
  confidence: 0.85,
});
