/** How a service is reached over the internet, by the public route that leads to it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'transport-of-routes',
  title: 'A public route ends TLS in front of a service, or has none',
  when: {
    variables: { way: 'network-exposure', it: ['inference-endpoint', 'vector-store', 'management-interface'] },
    edges: [{ from: 'way', relation: 'exposes', to: 'it' }],
    where: all(fact('way', 'public').is(true), fact('way', 'encryptedTransport').isSeen()),
  },
  conclude: ({ bound }, snapshot) => [
    {
      fact: 'publicTransport',
      of: 'it',
      value: snapshot.value(bound.way!, 'encryptedTransport') ? 'encrypted' : 'clear',
      note: 'a public route leads to it',
    },
  ],
});
