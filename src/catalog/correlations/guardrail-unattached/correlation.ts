/** The account has a guardrail, and the agent that acts is not behind it: everybody believes that it is. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'guardrail-unattached',
  title: 'A guardrail exists and guards nothing',
  references: ['T50', 'LLM01:2025', 'ASI01:2026', 'AML.T0051', 'AML.M0020'],
  variables: { guardrail: 'guardrail', account: 'cloud-account', agent: 'agent' },
  edges: [
    { from: 'guardrail', relation: 'belongs-to', to: 'account' },
    { from: 'agent', relation: 'belongs-to', to: 'account' },
  ],
  identify: ['agent'],
  conditions: [
    {
      id: 'not-attached',
      says: 'no guardrail is attached to {agent}',
      test: failing('agent', 'guardrail-attached'),
    },
    {
      id: 'has-reach',
      says: '{agent} calls tools or draws on data of the organisation',
      test: any(
        exists({ variables: { tool: 'tool' }, edges: [{ from: 'agent', relation: 'uses-tool', to: 'tool' }] }),
        exists({
          variables: { knowledge: ['vector-store', 'bucket', 'data-store', 'dataset'] },
          edges: [{ from: 'agent', relation: 'grounded-on', to: 'knowledge' }],
        }),
        exists({
          variables: { other: 'agent' },
          edges: [{ from: 'agent', relation: 'delegates-to', to: 'other' }],
        }),
      ),
    },
  ],
  sentence:
    'The guardrail {guardrail} stands in the same account, but it is not attached to {agent}: injected instructions and personal data pass the agent unfiltered, while its owners believe it to be guarded.',
  attempt: { value: 0.6, why: 'prompt attacks are tried on every agent that people can reach' },
  impact: [
    { name: 'agent', value: 0.55, why: 'an agent acts on text that nothing looked at' },
    {
      name: 'agent',
      value: 0.8,
      why: 'it draws on sensitive data',
      test: exists({
        variables: { sensitive: ['vector-store', 'bucket', 'data-store'] },
        edges: [{ from: 'agent', relation: 'grounded-on', to: 'sensitive', closure: 3 }],
        where: fact('sensitive', 'sensitivity').in('confidential', 'restricted'),
      }),
    },
  ],
});
