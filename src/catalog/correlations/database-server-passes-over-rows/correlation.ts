/** A client reads rows that users wrote with a role that may see all rows, and can put what it read where the writer finds it. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineCorrelation({
  id: 'database-server-passes-over-rows',
  title: 'A row that a stranger wrote makes an agent hand out the others',
  references: ['T37', 'LLM01:2025', 'LLM06:2025', 'ASI01:2026', 'ASI03:2026', 'AML.T0051.001', 'AML.T0086'],
  variables: { client: ['mcp-client', 'agent'], server: 'mcp-server-configuration' },
  edges: [{ from: 'client', relation: ['connects', 'uses-tool'], to: 'server' }],
  conditions: [
    {
      id: 'super-role',
      says: '{server} reaches its database with a role that passes over the rights of rows',
      test: fact('server', 'superRole').is(true),
    },
    {
      id: 'rows-of-strangers',
      says: '{server} reads rows that people outside wrote',
      test: fact('server', 'takesUntrustedContent').is(true),
      flips: 'people outside come to write into the database',
      likelihood: 0.7,
      because: 'most applications keep what their users write, and models follow instructions in it',
    },
    {
      id: 'written-back',
      says: '{client} can write what it read where the writer finds it',
      test: any(
        fact('server', 'changesState').is(true),
        exists({ ...toolsetOf('client', 'outlet'), where: fact('outlet', 'sendsOut').is(true) }),
      ),
      flips: 'a tool that can send data out is added to it',
    },
    {
      id: 'switched-on',
      says: '{server} is switched on',
      test: fact('server', 'active').is(true),
      flips: 'somebody switches the entry on',
    },
  ],
  sentence:
    '{client} reads the database through {server} with a role that sees every row, also those that strangers wrote, and can write back: one crafted row makes it copy secrets of others to where the stranger reads them.',
  attempt: { value: 0.7, why: 'a support ticket or a comment is enough to write a row' },
  impact: [{ name: 'data', value: 1, why: 'every row of the database can be read' }],
});
