/** An agent remembers what strangers can write, and acts or sends in every later conversation. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, not } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineCorrelation({
  id: 'memory-keeps-injection',
  title: 'One planted sentence steers every later conversation',
  references: ['T47', 'LLM01:2025', 'ASI06:2026', 'AML.T0080.000', 'AML.T0051.001', 'AML.T0086'],
  variables: { agent: 'agent' },
  edges: [],
  conditions: [
    {
      id: 'remembers',
      says: '{agent} keeps what it learns for later conversations',
      test: fact('agent', 'recalledLater').is(true),
    },
    {
      id: 'untrusted-content',
      says: '{agent} takes in what strangers can write, through {untrusted}',
      test: exists({ ...toolsetOf('agent', 'untrusted'), where: fact('untrusted', 'takesUntrustedContent').is(true) }),
      flips: 'it is given a tool that reads pages, mail or tickets',
      likelihood: 0.6,
      because: 'what a page asks to be remembered is often remembered',
    },
    {
      id: 'harm',
      says: '{agent} can send data out or change things, through {harmful}',
      test: exists({
        ...toolsetOf('agent', 'harmful'),
        where: any(
          fact('harmful', 'sendsOut').is(true),
          fact('harmful', 'changesState').is(true),
          fact('harmful', 'executesCode').is(true),
        ),
      }),
      flips: 'it is given a tool that sends or changes something',
    },
    {
      id: 'unguarded',
      says: 'no guardrail is attached to {agent}',
      test: not(
        exists({
          variables: { guardrail: 'guardrail' },
          edges: [{ from: 'agent', relation: 'guarded-by', to: 'guardrail' }],
        }),
      ),
    },
  ],
  sentence:
    '{agent} takes in what strangers can write through {untrusted}, remembers it for later, and can act on it through {harmful}: one planted sentence steers it in every conversation that follows.',
  attempt: { value: 0.6, why: 'planting a sentence needs no access, only a page, a mail or an issue' },
  impact: [
    { name: 'reach', value: 0.8, why: 'it lasts until somebody looks into the memory' },
    {
      name: 'reach',
      value: 1,
      why: 'private data can be carried away in every conversation',
      test: exists({ ...toolsetOf('agent', 'private'), where: fact('private', 'readsPrivateData').is(true) }),
    },
  ],
});
