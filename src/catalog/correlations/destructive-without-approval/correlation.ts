/** An agent that takes untrusted content can destroy or run things, with neither a person nor a guardrail in between. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, failing, kindIs, not } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

const isDestructive = (tool: string) => any(fact(tool, 'changesState').is(true), fact(tool, 'executesCode').is(true));

export default defineCorrelation({
  id: 'destructive-without-approval',
  title: 'Planted instructions can destroy without asking',
  references: [
    'T36',
    'T39',
    'LLM01:2025',
    'LLM06:2025',
    'ASI01:2026',
    'ASI02:2026',
    'AML.T0051.001',
    'AML.T0101',
    'AML.T0053',
  ],
  variables: { agent: ['agent', 'mcp-client'] },
  edges: [],
  conditions: [
    {
      id: 'untrusted-content',
      says: '{agent} takes in what strangers can write, through {untrusted}',
      test: exists({
        ...toolsetOf('agent', 'untrusted'),
        where: fact('untrusted', 'takesUntrustedContent').is(true),
      }),
      likelihood: 0.8,
      because: 'models follow instructions that they find in content',
    },
    {
      id: 'destructive-tool',
      says: '{agent} can change things or run code, through {destructive}',
      test: exists({ ...toolsetOf('agent', 'destructive'), where: isDestructive('destructive') }),
    },
    {
      id: 'nobody-asked',
      says: 'no person approves what {agent} does',
      test: any(
        fact('agent', 'approval').is('never-asks'),
        failing('agent', 'human-approval'),
        exists({
          ...toolsetOf('agent', 'unasked'),
          where: all(
            isDestructive('unasked'),
            any(
              all(
                kindIs('unasked', 'tool', 'mcp-tool', 'mcp-server-configuration'),
                fact('unasked', 'approval').is('never-asks'),
              ),
              failing('unasked', 'human-approval'),
            ),
          ),
        }),
      ),
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
    '{agent} takes in what strangers can write through {untrusted} and can act through {destructive} without a person or a guardrail in between: one planted instruction is carried out.',
  attempt: { value: 0.8, why: 'planting an instruction needs no access, only a page, a mail or an issue' },
  impact: [
    { name: 'action', value: 0.8, why: 'it changes state that may not come back' },
    {
      name: 'action',
      value: 1,
      why: 'it runs commands or code',
      test: exists({
        ...toolsetOf('agent', 'runner'),
        where: fact('runner', 'executesCode').is(true),
      }),
    },
  ],
});
