/** A model service takes keys from every network and keeps no record: a copied key works unseen. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { exists, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'keyed-public-unrecorded',
  title: 'A copied key works from anywhere, and nobody sees it',
  references: ['T06', 'LLM10:2025', 'ASI03:2026', 'AML.T0040', 'AML.T0055', 'AML.T0012'],
  variables: { endpoint: 'inference-endpoint', account: 'cloud-account' },
  edges: [{ from: 'endpoint', relation: 'belongs-to', to: 'account' }],
  identify: ['endpoint'],
  conditions: [
    {
      id: 'keys',
      says: '{endpoint} takes keys that never expire',
      test: failing('endpoint', 'credential-short-lived'),
      flips: 'local keys are switched on again for one program',
    },
    {
      id: 'every-network',
      says: '{endpoint} answers from every network',
      test: failing('endpoint', 'exposure-intended'),
      flips: 'public network access is switched on to try something',
    },
    {
      id: 'no-record',
      says: 'nothing records the calls of {endpoint}',
      test: failing('endpoint', 'invocation-logged'),
      flips: 'the diagnostic setting is taken away to save cost',
    },
  ],
  sentence:
    '{endpoint} takes keys that never expire, from every network, and nothing records its calls: whoever copies a key uses its models at the organisation’s cost, and nobody sees it.',
  attempt: { value: 0.7, why: 'keys of model services are searched for and resold' },
  impact: [
    { name: 'service', value: 0.65, why: 'models are used at the organisation’s cost, and its prompts can be probed' },
    {
      name: 'service',
      value: 0.75,
      why: 'models of the organisation answer there',
      test: exists({
        variables: { deployment: ['model', 'fine-tune'] },
        edges: [{ from: 'endpoint', relation: 'serves', to: 'deployment' }],
      }),
    },
  ],
});
