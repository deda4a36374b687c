/** What strangers reach, and what may write to a bucket, lets strangers bring content into the bucket. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'strangers-write-through-host',
  title: 'A host that anyone may call brings what it is given into the stores that it writes',
  when: {
    variables: { host: 'compute', role: 'identity', holder: 'identity', store: 'bucket' },
    edges: [
      { from: 'host', relation: 'runs-as', to: 'role' },
      { from: 'role', relation: 'assumes', to: 'holder', closure: 3, orSame: true },
      { from: 'holder', relation: 'writes', to: 'store' },
    ],
    where: fact('host', 'audience').is('anyone'),
  },
  conclude: [{ fact: 'userWritable', of: 'store', value: true, note: 'anyone may call a host that writes there' }],
  // It may write only what it made itself.
  confidence: 0.6,
});
