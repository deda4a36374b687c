/** What an application checks before it calls its agents guards them as well, as far as was seen. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'guardrails-of-application',
  title: 'A guardrail of an application stands before its agents',
  when: {
    variables: { app: 'ai-application', agent: 'agent', guardrail: 'guardrail' },
    edges: [
      { from: 'app', relation: 'guarded-by', to: 'guardrail' },
      { from: 'app', relation: 'contains', to: 'agent' },
    ],
  },
  conclude: [{ relation: 'guarded-by', from: 'agent', to: 'guardrail', note: 'its application uses the guardrail' }],
  // It may stand before another part of the application.
  confidence: 0.6,
});
