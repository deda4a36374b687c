/** Whether the estate shows how a service is run; without that nobody can say who reaches it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'deployment-seen',
  title: 'The estate shows how a service is run, or only the code that uses it',
  when: { variables: { it: ['inference-endpoint', 'vector-store'] }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const isSeen =
      snapshot.value(it, 'bindAddress') !== undefined ||
      snapshot.value(it, 'authentication') !== undefined ||
      snapshot.value(it, 'public') !== undefined ||
      snapshot.degree(it, 'runs', 'in') > 0 ||
      snapshot.degree(it, 'exposes', 'in') > 0;
    const note = isSeen ? 'it is seen how it runs' : 'only code that uses it is seen';
    return [{ fact: 'deploymentSeen', of: 'it', value: isSeen, note }];
  },
});
