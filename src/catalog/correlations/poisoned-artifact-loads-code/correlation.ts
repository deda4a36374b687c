/** Somebody other than its user can write the bucket from which weights are loaded by a call that runs code. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, failing, linked, not } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'poisoned-artifact-loads-code',
  title: 'A replaced model file runs code where it is loaded',
  references: [
    'T13',
    'LLM03:2025',
    'LLM04:2025',
    'ASI04:2026',
    'ASI05:2026',
    'AML.T0010.003',
    'AML.T0018.002',
    'AML.T0011.000',
  ],
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
    bucket: 'bucket',
    writer: 'identity',
  },
  edges: [
    { from: 'app', relation: 'loads', to: 'artifact' },
    { from: 'app', relation: 'reads', to: 'bucket' },
    { from: 'writer', relation: 'writes', to: 'bucket' },
  ],
  identify: ['artifact', 'bucket'],
  conditions: [
    {
      id: 'from-bucket',
      says: '{artifact} is loaded from {bucket}',
      test: any(
        linked({ from: 'bucket', relation: 'contains', to: 'artifact' }),
        fact('artifact', 'source').is('bucket'),
      ),
    },
    {
      id: 'load-runs-code',
      says: 'loading {artifact} runs whatever code the file holds',
      // How a file is kept in a folder does not tell how it is loaded.
      test: failing(
        'artifact',
        'model-format-safe',
        (payload) => !(payload as { isOnlyKept?: boolean } | undefined)?.isOnlyKept,
      ),
    },
    {
      id: 'foreign-writer',
      says: '{writer}, which is not what {app} runs as, or holds far more rights than it needs, can write {bucket}',
      test: any(
        fact('writer', 'wildcardActions').is(true),
        fact('writer', 'wildcardResources').is(true),
        fact('writer', 'administrator').is(true),
        all(
          not(linked({ from: 'app', relation: 'runs-as', to: 'writer' })),
          not(
            exists({
              variables: { host: 'compute' },
              edges: [
                { from: 'host', relation: 'runs', to: 'app' },
                { from: 'host', relation: 'runs-as', to: 'writer' },
              ],
            }),
          ),
        ),
      ),
      likelihood: 0.6,
      because: 'it takes a stolen or misused identity that can write there',
    },
  ],
  sentence:
    '{writer} can replace {artifact} in {bucket}, and {app} loads it by a call that runs code from the file: whoever holds that identity runs code inside {app}.',
  attempt: { value: 0.6, why: 'needs a foothold in the account, and no exploit after that' },
  impact: [{ name: 'control', value: 0.9, why: 'code runs where the model is loaded, with its data and credentials' }],
});
