/** A tool that runs what a model writes reaches the whole internet and runs as an identity that reads data. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'code-tool-with-data',
  title: 'A sandbox for code carries data out',
  references: ['T42', 'ASI05:2026', 'LLM06:2025', 'AML.T0025', 'AML.T0086'],
  variables: { tool: 'tool', role: 'identity', data: ['bucket', 'data-store', 'vector-store'] },
  edges: [
    { from: 'tool', relation: 'runs-as', to: 'role' },
    { from: 'role', relation: 'reads', to: 'data' },
  ],
  identify: ['tool'],
  conditions: [
    {
      id: 'runs-anything',
      says: '{tool} runs code or opens pages that it is given',
      test: any(fact('tool', 'executesCode').is(true), fact('tool', 'takesUntrustedContent').is(true)),
    },
    {
      id: 'whole-internet',
      says: '{tool} reaches the whole internet',
      test: fact('tool', 'unrestrictedEgress').is(true),
      flips: 'its network mode is set to PUBLIC',
    },
  ],
  sentence:
    '{tool} runs what it is given, reaches the whole internet, and reads {data} as {role}: an instruction hidden in a page or document sends the data out.',
  attempt: { value: 0.6, why: 'instructions for agents are hidden in pages and documents' },
  impact: [
    { name: 'data', value: 0.65, why: 'data leaves through a feature that is meant to be safe' },
    {
      name: 'data',
      value: 0.85,
      why: 'it is sensitive',
      test: fact('data', 'sensitivity').in('confidential', 'restricted'),
    },
  ],
});
