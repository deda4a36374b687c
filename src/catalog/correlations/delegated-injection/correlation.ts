/** An agent that reads what strangers can write hands work to one that may act, and nobody looks in between. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, distinct, exists, fact, failing, not } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

const isActing = (tool: string) => any(fact(tool, 'changesState').is(true), fact(tool, 'executesCode').is(true));

export default defineCorrelation({
  id: 'delegated-injection',
  title: 'Planted instructions are passed on to an agent that may act',
  references: ['T46', 'LLM01:2025', 'LLM06:2025', 'ASI01:2026', 'ASI07:2026', 'ASI03:2026', 'AML.T0051.001'],
  variables: { reader: 'agent', actor: 'agent' },
  edges: [{ from: 'reader', relation: 'delegates-to', to: 'actor' }],
  conditions: [
    {
      id: 'two-agents',
      says: '{reader} and {actor} are two agents',
      test: distinct('reader', 'actor'),
    },
    {
      id: 'untrusted-content',
      says: '{reader} takes in what strangers can write, through {untrusted}',
      // What comes back from those it hands work to is another way round.
      test: exists({
        variables: {
          entry: ['tool', 'mcp-tool', 'mcp-server-definition', 'mcp-server-configuration', 'skill'],
          untrusted: ['tool', 'mcp-tool', 'mcp-server-definition', 'mcp-server-configuration', 'skill'],
        },
        edges: [
          { from: 'reader', relation: ['uses-tool', 'connects'], to: 'entry' },
          { from: 'entry', relation: ['configures', 'offers'], to: 'untrusted', closure: 2, orSame: true },
        ],
        where: fact('untrusted', 'takesUntrustedContent').is(true),
      }),
      likelihood: 0.7,
      because: 'models pass instructions that they find on to those whom they ask',
    },
    {
      id: 'acting',
      says: '{actor} can change things or run code, through {acting}',
      test: exists({ ...toolsetOf('actor', 'acting'), where: isActing('acting') }),
    },
    {
      id: 'nobody-asked',
      says: 'no person approves what {actor} does',
      test: any(
        fact('actor', 'approval').is('never-asks'),
        failing('actor', 'human-approval'),
        exists({
          variables: { unasked: 'tool' },
          edges: [{ from: 'actor', relation: 'uses-tool', to: 'unasked' }],
          where: failing('unasked', 'human-approval'),
        }),
      ),
    },
    {
      id: 'unguarded',
      says: 'no guardrail is attached to {actor}',
      test: not(
        exists({
          variables: { guardrail: 'guardrail' },
          edges: [{ from: 'actor', relation: 'guarded-by', to: 'guardrail' }],
        }),
      ),
    },
  ],
  sentence:
    '{reader} takes in what strangers can write through {untrusted} and hands work to {actor}, which acts through {acting} without asking: a planted instruction is carried out by the agent that was never meant to read it.',
  attempt: { value: 0.7, why: 'planting an instruction needs no access, only a page, a mail or an issue' },
  impact: [
    { name: 'action', value: 0.8, why: 'it changes state that may not come back' },
    {
      name: 'action',
      value: 1,
      why: 'it runs commands or code',
      test: exists({ ...toolsetOf('actor', 'runner'), where: fact('runner', 'executesCode').is(true) }),
    },
  ],
});
