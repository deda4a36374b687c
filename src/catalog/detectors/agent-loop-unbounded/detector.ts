/** Finds agents whose loop no number of steps, time or cost ends. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'agent-loop-unbounded',
  title: 'Agent that nothing ends',
  about: 'agent',
  tests: 'agent-loop-bounded',
  category: 'agentic',
  severity: 'medium',
  passes: fact('it', 'loopUnbounded').is(false),
  message: (it) =>
    // The default of the framework may stand beside a run that switches it off.
    Number(it.text('maxIterations')) > 10_000
      ? `${it.name} may take ${it.text('maxIterations')} steps in one run, which is no bound.`
      : `The bound on the steps of ${it.name} is switched off, or was never set.`,
  why: 'A model that goes round in circles, or is led to, calls its tools and spends money until somebody notices.',
  remedy: (it) => `Give ${it.name} a bound on its steps that its work needs, and a bound on time or cost beside it.`,
  references: ['LLM10:2025', 'ASI08:2026', 'AML.T0034', 'CWE-835'],
});
