/** Finds agents that a cloud runs and to which no guardrail is attached. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { exists, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'managed-agent-unguarded',
  title: 'Cloud agent without a guardrail',
  about: 'agent',
  tests: 'guardrail-attached',
  category: 'misconfiguration',
  severity: (it) => (it.text('untrustedInput') === 'true' || it.text('audience') === 'anyone' ? 'high' : 'medium'),
  applies: fact('it', 'managedService').is(true),
  passes: exists({
    variables: { guardrail: 'guardrail' },
    edges: [{ from: 'it', relation: 'guarded-by', to: 'guardrail' }],
  }),
  message: (it) => `No guardrail is attached to the agent ${it.name}.`,
  why: 'Injected instructions, personal data and forbidden topics pass in both directions, whatever guardrails the account has.',
  remedy: (it) =>
    `Attach a guardrail that looks for prompt attacks and personal data to ${it.name}, in the version that runs.`,
  references: ['LLM01:2025', 'ASI01:2026', 'AML.M0020', 'MANAGE 2.4'],
  payload: (it) => ({ existsElsewhere: it.snapshot.ofKind('guardrail').length > 0 }),
});
