/** The estate shows how others reach a service; without that nobody can say who does. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'deployment-seen',
  title: 'The estate shows how others reach a service',
  when: { variables: { it: ['inference-endpoint', 'vector-store'] }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    // Neighbours in the network of its containers are not others.
    const isInside = snapshot.degree(it, 'runs', 'in') > 0;
    const isSeen =
      snapshot.value(it, 'bindAddress') !== undefined ||
      snapshot.value(it, 'public') !== undefined ||
      snapshot.degree(it, 'exposes', 'in') > 0 ||
      // A store of a cloud says what it asks for; settings of a server alone do not say that it is reached.
      (snapshot.kind(it) === 'vector-store' && !isInside && snapshot.value(it, 'authentication') !== undefined);
    return isSeen ? [{ fact: 'deploymentSeen', of: 'it', value: true, note: 'it is seen how others reach it' }] : [];
  },
});
