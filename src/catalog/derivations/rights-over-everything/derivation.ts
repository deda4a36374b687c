/** An identity that may write objects of every bucket may write each bucket of its account. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'rights-over-everything',
  title: 'A right over every resource is a right over each bucket of the account',
  when: {
    variables: { role: 'identity', account: 'cloud-account', bucket: 'bucket' },
    edges: [
      { from: 'role', relation: 'belongs-to', to: 'account' },
      { from: 'bucket', relation: 'belongs-to', to: 'account' },
    ],
    where: fact('role', 'actionsOnAll').includesAny(
      '*',
      's3:*',
      's3:Put*',
      's3:PutObject',
      's3:PutObject*',
      's3:Delete*',
      's3:DeleteObject',
    ),
  },
  conclude: [{ relation: 'writes', from: 'role', to: 'bucket', note: 'it may write to every bucket of the account' }],
  confidence: 0.9,
});
