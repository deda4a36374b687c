/** A model file that does harm when it is opened is loaded by a program, by a call that lets it. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { failing } from '../../../kit/tests.ts';

/** Whether the artifact was found to do something, as against being damaged or merely unknown. */
const isHarmful = (payload: unknown): boolean => (payload as { verdict?: string } | undefined)?.verdict === 'dangerous';

/** Whether a call was seen that loads it so, as against how it is kept. */
const isSeenLoaded = (payload: unknown): boolean =>
  (payload as { isOnlyKept?: boolean } | undefined)?.isOnlyKept !== true;

export default defineCorrelation({
  id: 'harmful-model-is-loaded',
  title: 'A program loads a model file that runs code',
  references: ['T13', 'LLM03:2025', 'ASI04:2026', 'ASI05:2026', 'AML.T0011.000', 'AML.T0018.002'],
  variables: {
    app: [
      'ai-application',
      'code-project',
      'notebook',
      'agent',
      'tool',
      'training-job',
      'pipeline',
      'inference-endpoint',
      'compute',
    ],
    artifact: 'model-artifact',
  },
  edges: [{ from: 'app', relation: 'loads', to: 'artifact' }],
  identify: ['app', 'artifact'],
  conditions: [
    {
      id: 'harmful',
      says: '{artifact} does more than give weights when it is opened',
      test: failing('artifact', 'model-artifact-inert', isHarmful),
    },
    {
      id: 'load-lets-it',
      says: '{app} loads it by a call that lets it',
      test: failing('artifact', 'model-format-safe', isSeenLoaded),
    },
  ],
  sentence:
    '{artifact} runs code when it is loaded, and {app} loads it by a call that lets it: the code of whoever made the file runs inside {app}.',
  attempt: { value: 0.9, why: 'the file is there and holds what it holds; starting the program is enough' },
  impact: [{ name: 'control', value: 0.9, why: 'code runs where the model is loaded, with its data and credentials' }],
});
