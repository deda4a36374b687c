/** A job with wide rights fetches a model at no fixed commit and lets the code in its files run. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'unverified-model-in-privileged-job',
  title: 'A model that nobody verified may run code with wide rights',
  references: ['T24', 'LLM03:2025', 'ASI03:2026', 'ASI04:2026', 'ASI05:2026', 'AML.T0010.003', 'AML.T0011.000'],
  variables: {
    host: 'compute',
    job: ['ai-application', 'code-project', 'notebook', 'inference-endpoint', 'agent'],
    model: 'model',
    role: 'identity',
  },
  edges: [
    { from: 'host', relation: 'runs', to: 'job' },
    { from: 'job', relation: 'loads', to: 'model' },
    { from: 'host', relation: 'runs-as', to: 'role' },
  ],
  identify: ['job', 'model', 'role'],
  conditions: [
    {
      id: 'runs-code',
      says: 'loading {model} may run code out of its files',
      test: any(failing('model', 'model-format-safe'), failing('model', 'remote-code-refused')),
    },
    {
      id: 'unverified',
      says: '{model} is fetched at no fixed commit, or under a name that is nearly another publisher’s',
      test: any(failing('model', 'model-pinned'), failing('model', 'model-publisher-known')),
      likelihood: 0.5,
      because: 'it takes a publisher who turns, an account that was taken over, or a name that was mistaken',
    },
    {
      id: 'wide-rights',
      says: '{role}, as which {host} runs, holds wildcard rights',
      test: failing('role', 'workload-least-privilege'),
    },
  ],
  sentence:
    '{job} fetches {model} unverified and lets code in its files run, and {host} runs it as {role}: whoever controls that model has wide rights in the account.',
  attempt: { value: 0.5, why: 'files with code in them are found on public hubs every week' },
  impact: [{ name: 'control', value: 0.9, why: 'the code has everything that the role may do' }],
});
