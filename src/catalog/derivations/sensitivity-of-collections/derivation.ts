/** A collection holds what its parts hold. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'sensitivity-of-collections',
  title: 'A collection is as sensitive as what is in it',
  when: {
    variables: { whole: ['dataset', 'bucket'], part: 'dataset' },
    edges: [{ from: 'whole', relation: 'contains', to: 'part' }],
    where: fact('part', 'sensitivity').in('confidential', 'restricted'),
  },
  conclude: [
    { fact: 'sensitivity', of: 'whole', copyFrom: ['part', 'sensitivity'], note: 'it holds sensitive data' },
    { fact: 'dataKinds', of: 'whole', copyFrom: ['part', 'dataKinds'], note: 'what is in it was looked at' },
    { fact: 'dataClasses', of: 'whole', copyFrom: ['part', 'dataClasses'], note: 'what is in it was looked at' },
  ],
});
