/** Requests to an application of which all that stands before its routes is known, and none of it counts them, are not limited. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact, not } from '../../../kit/tests.ts';

/** Limiters by their names, and code of the project, which may count for itself. */
const mayLimit = /^own\b|rate|limit|throttl|slow|ddos|shield|arcjet|quota/i;

export default defineDerivation({
  id: 'unlimited-routes',
  title: 'Routes before which nothing counts requests are not limited',
  when: {
    variables: { app: 'ai-application' },
    edges: [],
    where: all(fact('app', 'middleware').isNotEmpty(), not(fact('app', 'middleware').matches(mayLimit))),
  },
  conclude: [
    { fact: 'rateLimited', of: 'app', value: false, note: 'nothing that stands before its routes counts requests' },
  ],
  // A proxy in front may count them.
  confidence: 0.6,
});
