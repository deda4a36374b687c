/** What lies in a bucket is read by whoever may read the bucket, and is as sensitive as its owner says of the bucket. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'data-in-bucket',
  title: 'Data is as open, and as sensitive, as the bucket that it lies in',
  when: {
    variables: { bucket: 'bucket', data: 'dataset' },
    edges: [{ from: 'bucket', relation: 'contains', to: 'data' }],
  },
  conclude: [
    { fact: 'public', of: 'data', copyFrom: ['bucket', 'public'], note: 'the bucket that it lies in decides' },
    { fact: 'sensitivity', of: 'data', copyFrom: ['bucket', 'sensitivity'], note: 'the bucket is marked so' },
  ],
  // A bucket may be open in part, and what is marked may be meant for its gravest part.
  confidence: 0.9,
});
