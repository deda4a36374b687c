/** What must be shown at the address of an agent is what its callers must show. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'callers-of-exposed-agents',
  title: 'Callers of an agent show what its address asks for',
  when: {
    variables: { way: 'network-exposure', agent: 'agent' },
    edges: [{ from: 'way', relation: 'exposes', to: 'agent' }],
  },
  conclude: [
    {
      fact: 'authentication',
      of: 'agent',
      copyFrom: ['way', 'authentication'],
      note: 'its address asks for this',
    },
  ],
});
