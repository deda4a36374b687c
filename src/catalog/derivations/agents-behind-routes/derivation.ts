/** An agent that a web route starts with what it was sent faces whoever calls the route. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'agents-behind-routes',
  title: 'An agent behind a web route faces its callers',
  when: {
    variables: { route: 'web-route', agent: 'agent' },
    edges: [{ from: 'route', relation: 'exposes', to: 'agent' }],
    where: fact('route', 'untrustedInput').is(true),
  },
  conclude: [{ fact: 'facesStrangers', of: 'agent', value: true, note: 'the route hands it what it was sent' }],
  confidence: 0.9,
});
