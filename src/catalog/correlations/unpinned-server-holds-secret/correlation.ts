/** An MCP server is fetched anew at every start, in whatever version is newest, and is handed a credential. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'unpinned-server-holds-secret',
  title: 'The next release of an MCP server can take its credential',
  references: ['T29', 'LLM03:2025', 'ASI04:2026', 'AML.T0010.001', 'AML.T0055'],
  variables: { server: 'mcp-server-configuration', secret: 'secret' },
  edges: [{ from: 'server', relation: 'uses-secret', to: 'secret' }],
  identify: ['server'],
  conditions: [
    {
      id: 'unpinned',
      says: '{server} starts whatever version its publisher released last',
      test: failing('server', 'mcp-package-pinned'),
      likelihood: 0.4,
      because: 'it takes a taken-over publisher or a malicious release',
    },
    {
      // An address or a program of one’s own has no publisher that could release anything.
      id: 'published',
      says: '{server} is fetched from where its publisher releases it',
      test: fact('server', 'command').matches(
        /(?:^|\/)(?:npx|bunx|pnpm|yarn|uvx?|pipx|docker|podman)(?:\.(?:cmd|exe))?$/,
      ),
    },
    {
      id: 'switched-on',
      says: '{server} is switched on',
      test: fact('server', 'active').is(true),
      flips: 'somebody switches the entry on',
    },
  ],
  sentence:
    '{server} starts whatever its publisher released last and is handed {secret}: one bad release reads the credential and runs code as its user.',
  attempt: { value: 0.5, why: 'packages of MCP servers have been taken over and changed after they were trusted' },
  impact: [{ name: 'control', value: 0.8, why: 'code runs with the rights of the user and with the credential' }],
});
