/** A number of steps so large that nobody would wait for it ends nothing. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

/** The largest default that a framework has; what is above it was chosen to switch the bound off. */
const most = 10_007;

export default defineDerivation({
  id: 'steps-without-bound',
  title: 'So many steps are no bound',
  when: { variables: { agent: 'agent' }, edges: [], where: fact('agent', 'maxIterations').isSeen() },
  conclude: ({ bound }, snapshot) => {
    const steps = snapshot.fact(bound.agent!, 'maxIterations')?.value;
    return typeof steps === 'number' && steps > most
      ? [{ fact: 'loopUnbounded', of: 'agent', value: true, note: `it may take ${steps} steps` }]
      : [];
  },
});
