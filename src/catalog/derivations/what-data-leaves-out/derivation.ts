/** What nobody said of a data set: or a log: that its records were not looked into, and that nothing was seen to use the data. */
import { type Conclusion, defineDerivation } from '../../../kit/define-derivation.ts';
import { kindIs } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'what-data-leaves-out',
  title: 'Data whose records were not read, and data that nothing uses',
  when: { variables: { it: ['dataset', 'log-sink'] }, edges: [], where: kindIs('it', 'dataset', 'log-sink') },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const isSaid = (fact: 'screened' | 'usedFor'): boolean =>
      snapshot.fact(it, fact) !== undefined || snapshot.whyUnseen(it, fact) !== undefined;
    const conclusions: Conclusion[] = [];
    if (!isSaid('screened'))
      conclusions.push({ fact: 'screened', of: 'it', value: false, note: 'none of its records was read' });
    if (snapshot.kind(it) === 'dataset' && !isSaid('usedFor'))
      conclusions.push({ fact: 'usedFor', of: 'it', value: [], note: 'nothing was seen to use it' });
    return conclusions;
  },
});
