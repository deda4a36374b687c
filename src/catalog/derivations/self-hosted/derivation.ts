/** What a compute of the estate runs, or what listens on an address that its configuration gives, is the organisation’s own. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, exists, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'self-hosted',
  title: 'What the organisation’s own compute runs is its own to protect',
  when: {
    variables: { it: ['inference-endpoint', 'vector-store', 'data-store', 'management-interface'] },
    edges: [],
    where: any(
      exists({ variables: { host: 'compute' }, edges: [{ from: 'host', relation: 'runs', to: 'it' }] }),
      fact('it', 'bindAddress').isSeen(),
    ),
  },
  conclude: [{ fact: 'selfHosted', of: 'it', value: true, note: 'the estate runs it' }],
});
