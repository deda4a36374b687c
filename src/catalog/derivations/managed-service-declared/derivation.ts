/** What no stack declares as a managed service of the organisation is not asked about as one. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'managed-service-declared',
  title: 'A stack declares a managed service, or nobody does',
  when: {
    variables: { it: ['agent', 'inference-endpoint', 'vector-store', 'compute', 'mcp-server-definition'] },
    edges: [],
  },
  conclude: ({ bound }, snapshot) =>
    bound.it === undefined || snapshot.fact(bound.it, 'managedService')
      ? []
      : [{ fact: 'managedService', of: 'it', value: false, note: 'no stack that was read declares it' }],
  confidence: 0.9,
});
