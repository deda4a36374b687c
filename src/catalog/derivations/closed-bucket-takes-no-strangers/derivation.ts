/** A bucket that no policy opens takes nothing from strangers, as far as was seen. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'closed-bucket-takes-no-strangers',
  title: 'A closed bucket takes nothing from strangers',
  when: { variables: { it: 'bucket' }, edges: [], where: fact('it', 'public').is(false) },
  conclude: [{ fact: 'userWritable', of: 'it', value: false, note: 'no policy that was read opens it' }],
  // Whatever else says who writes there is better known.
  confidence: 0.4,
});
