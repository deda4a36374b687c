/** Whoever may take on an identity, or is given a policy, has its wide rights too. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, fact } from '../../../kit/tests.ts';

const wide = ['wildcardActions', 'wildcardResources', 'administrator'] as const;

export default defineDerivation({
  id: 'rights-of-taken-identity',
  title: 'Wide rights reach whoever may take them on',
  when: {
    variables: { taker: 'identity', taken: 'identity' },
    edges: [{ from: 'taker', relation: 'assumes', to: 'taken' }],
    where: any(...wide.map((name) => fact('taken', name).is(true))),
  },
  conclude: ({ bound }, snapshot) =>
    wide
      .filter((name) => bound.taken !== undefined && snapshot.value(bound.taken, name) === true)
      .map((name) => ({
        fact: name,
        of: 'taker',
        copyFrom: ['taken', name] as const,
        note: 'it may take on an identity that has this right',
      })),
});
