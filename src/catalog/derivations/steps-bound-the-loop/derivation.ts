/** A number of steps bounds a loop, unless it is so large that nobody would wait for it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

/** The largest default that a framework has; what is above it was chosen to switch the bound off. */
const most = 10_007;

export default defineDerivation({
  id: 'steps-bound-the-loop',
  title: 'A number of steps bounds the loop of an agent',
  when: { variables: { agent: 'agent' }, edges: [], where: fact('agent', 'maxIterations').isSeen() },
  conclude: ({ bound }, snapshot) => {
    const steps = snapshot.fact(bound.agent!, 'maxIterations')?.value;
    return typeof steps === 'number'
      ? [{ fact: 'loopBounded', of: 'agent', value: steps <= most, note: `it may take ${steps} steps` }]
      : [];
  },
});
