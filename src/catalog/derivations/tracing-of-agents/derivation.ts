/** Where recording is switched off for a program, it is off for the agents in it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'tracing-of-agents',
  title: 'A program that switches recording off switches it off for its agents',
  when: {
    variables: { app: ['ai-application', 'code-project'], agent: 'agent' },
    edges: [{ from: 'app', relation: 'contains', to: 'agent' }],
    where: fact('app', 'tracingOff').is(true),
  },
  conclude: [{ fact: 'tracingOff', of: 'agent', value: true, note: 'its program switches recording off' }],
  confidence: 0.9,
});
