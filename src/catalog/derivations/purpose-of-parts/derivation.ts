/** What a whole collection is used for, its parts are used for. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'purpose-of-parts',
  title: 'Whoever uses a folder of data uses the files in it',
  when: {
    variables: { whole: 'dataset', part: 'dataset' },
    edges: [{ from: 'whole', relation: 'contains', to: 'part' }],
    where: fact('whole', 'usedFor').isNotEmpty(),
  },
  conclude: [{ fact: 'usedFor', of: 'part', copyFrom: ['whole', 'usedFor'], note: 'the folder is used so' }],
  // A loader may take only some kinds of files.
  confidence: 0.85,
});
