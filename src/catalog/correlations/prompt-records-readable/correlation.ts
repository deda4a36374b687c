/** Records of every prompt and answer lie where others read them, with no key of the organisation’s. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'prompt-records-readable',
  title: 'Everybody’s prompts lie where others read them',
  references: ['T19', 'LLM02:2025', 'AML.T0057', 'AML.T0035', 'MEASURE 2.10'],
  variables: {
    caller: ['provider-account', 'inference-endpoint', 'agent', 'model'],
    records: ['bucket', 'log-sink'],
    reader: 'compute',
    role: 'identity',
  },
  edges: [
    { from: 'caller', relation: 'logs-to', to: 'records' },
    { from: 'reader', relation: 'runs-as', to: 'role' },
    { from: 'role', relation: 'reads', to: 'records' },
  ],
  identify: ['records'],
  conditions: [
    {
      id: 'no-own-key',
      says: 'no key of the organisation’s protects {records}',
      test: fact('records', 'customerKey').is(false),
      flips: 'the bucket is made anew without the key',
    },
  ],
  sentence:
    '{records} keeps what is asked and answered through {caller}, without a key of the organisation’s, and {reader} reads it as {role}: everything that anybody ever told the model lies there.',
  attempt: { value: 0.4, why: 'a data lake of prompts is read by many programs, and each of them is a way in' },
  impact: [
    { name: 'prompts', value: 0.6, why: 'prompts hold personal data, secrets and plans' },
    {
      name: 'prompts',
      value: 0.85,
      why: 'anyone on the internet reads it',
      test: failing('records', 'storage-private'),
    },
  ],
});
