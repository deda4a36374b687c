/** What leads to a way in leads to what stands behind it: a load balancer to the hosts of its target group. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'way-through-way',
  title: 'A way in leads to what the next way in leads to',
  when: {
    variables: {
      way: 'network-exposure',
      next: 'network-exposure',
      target: ['compute', 'inference-endpoint', 'vector-store', 'data-store', 'agent', 'ai-application'],
    },
    edges: [
      { from: 'way', relation: 'exposes', to: 'next' },
      { from: 'next', relation: 'exposes', to: 'target' },
    ],
  },
  conclude: [{ relation: 'exposes', from: 'way', to: 'target', note: 'it leads there through another way in' }],
  confidence: 0.95,
});
