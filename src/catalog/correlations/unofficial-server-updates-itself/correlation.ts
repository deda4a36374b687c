/** An MCP server of a third party updates itself at every start and can send data out. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'unofficial-server-updates-itself',
  title: 'A third party’s MCP server can begin to copy what it sends',
  references: ['T28', 'LLM03:2025', 'ASI04:2026', 'AML.T0010.001'],
  variables: { server: 'mcp-server-configuration', definition: 'mcp-server-definition' },
  edges: [{ from: 'server', relation: 'configures', to: 'definition' }],
  identify: ['server'],
  conditions: [
    {
      id: 'unofficial',
      says: '{definition} is not published by the maker of the service it opens',
      test: fact('definition', 'official').is(false),
    },
    {
      id: 'unpinned',
      says: '{server} starts whatever version was released last',
      test: failing('server', 'mcp-package-pinned'),
      likelihood: 0.5,
      because: 'it takes a malicious release, and nobody reviews one before it runs',
    },
    {
      id: 'sends-out',
      says: '{definition} can send data out of the organisation',
      test: fact('definition', 'sendsOut').is(true),
    },
  ],
  sentence:
    '{server} starts the newest release of {definition}, which a third party publishes and which can send data out: one release can copy everything that passes through it.',
  attempt: { value: 0.5, why: 'a published mail server has been changed in this way after many trusted it' },
  impact: [{ name: 'data', value: 0.8, why: 'what passes through the server leaves, unseen' }],
});
