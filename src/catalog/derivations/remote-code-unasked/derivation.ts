/** A model, data set or server of which no call and no argument lets its repository’s code run: every library refuses by default. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { kindIs } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'remote-code-unasked',
  title: 'Code of a repository that nobody asked for does not run',
  when: {
    variables: { it: ['model', 'dataset', 'inference-endpoint'] },
    edges: [],
    where: kindIs('it', 'model', 'dataset', 'inference-endpoint'),
  },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    // What depends on a value that could not be had stays unknown.
    if (snapshot.fact(it, 'remoteCode') !== undefined || snapshot.whyUnseen(it, 'remoteCode') !== undefined) return [];
    return [{ fact: 'remoteCode', of: 'it', value: false, note: 'no call was seen that lets its code run' }];
  },
});
