/** What a public way in leads to is public. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'public-through-exposure',
  title: 'What a public way in leads to can be reached by anyone',
  when: {
    variables: {
      way: 'network-exposure',
      target: [
        'compute',
        'inference-endpoint',
        'vector-store',
        'data-store',
        'mcp-server-definition',
        'bucket',
        'management-interface',
      ],
    },
    edges: [{ from: 'way', relation: 'exposes', to: 'target' }],
    where: fact('way', 'public').is(true),
  },
  conclude: [{ fact: 'public', of: 'target', value: true, note: 'a public way in leads to it' }],
  // A rule that lets everybody in says nothing of a firewall or a private network in front of it.
  confidence: 0.85,
});
