/** Finds agents that strangers talk to and that no guardrail stands before. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { exists, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'agent-unguarded',
  title: 'Agent in front of strangers without a guardrail',
  about: 'agent',
  tests: 'guardrail-attached',
  category: 'misconfiguration',
  severity: 'medium',
  // Whoever runs a script talks to themselves.
  applies: fact('it', 'facesStrangers').is(true),
  passes: exists({
    variables: { guardrail: 'guardrail' },
    edges: [{ from: 'it', relation: 'guarded-by', to: 'guardrail' }],
  }),
  message: (it) =>
    `${it.name} answers whoever calls its web route, and no guardrail looks at what comes in or goes out.`,
  why: 'Instructions hidden in what is sent, and answers that should never leave, pass unseen.',
  remedy: (it) =>
    `Attach a guardrail to ${it.name} that looks for injected instructions and personal data, on the way in and on the way out.`,
  references: ['LLM01:2025', 'AML.M0020', 'ASI01:2026'],
  payload: () => ({ existsElsewhere: 'unknown' }),
});
