/** An identity as which hosts of several AI applications run is the own of none of them. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { distinct } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'shared-identity',
  title: 'An identity of several AI applications is shared',
  when: {
    variables: {
      role: 'identity',
      host: 'compute',
      app: 'ai-application',
      otherHost: 'compute',
      otherApp: ['ai-application', 'code-project'],
    },
    edges: [
      { from: 'host', relation: 'runs-as', to: 'role' },
      { from: 'host', relation: 'runs', to: 'app' },
      { from: 'otherHost', relation: 'runs-as', to: 'role' },
      { from: 'otherHost', relation: 'runs', to: 'otherApp' },
    ],
    where: distinct('app', 'otherApp'),
  },
  conclude: [{ fact: 'sharedIdentity', of: 'role', value: true, note: 'several applications run as it' }],
});
