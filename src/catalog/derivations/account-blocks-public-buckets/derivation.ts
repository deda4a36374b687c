/** An account that blocks public access closes all its buckets. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'account-blocks-public-buckets',
  title: 'An account that blocks public access closes its buckets',
  when: {
    variables: { bucket: 'bucket', account: 'cloud-account' },
    edges: [{ from: 'bucket', relation: 'belongs-to', to: 'account' }],
    where: fact('account', 'publicBlocked').is(true),
  },
  conclude: [
    { fact: 'publicBlocked', of: 'bucket', value: true, note: 'its account blocks public access' },
    { fact: 'public', of: 'bucket', value: false, note: 'its account blocks public access' },
  ],
  confidence: 0.95,
});
