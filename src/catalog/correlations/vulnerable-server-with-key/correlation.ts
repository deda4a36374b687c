/** A client starts an MCP server with a published vulnerability and hands it a credential. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { exists, fact, failing } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineCorrelation({
  id: 'vulnerable-server-with-key',
  title: 'A known bug in an MCP server opens what its key opens',
  references: ['T30', 'LLM03:2025', 'ASI04:2026', 'ASI02:2026', 'AML.T0010.001', 'AML.T0055'],
  variables: {
    client: ['mcp-client', 'agent'],
    server: 'mcp-server-configuration',
    package: 'package-occurrence',
    secret: 'secret',
  },
  edges: [
    { from: 'client', relation: ['connects', 'uses-tool'], to: 'server' },
    { from: 'server', relation: 'depends-on', to: 'package' },
    { from: 'server', relation: 'uses-secret', to: 'secret' },
  ],
  identify: ['client', 'server'],
  conditions: [
    {
      id: 'vulnerable',
      says: '{package}, which {server} starts, has a published vulnerability',
      test: failing('package', 'dependency-patched'),
      likelihood: 0.5,
      because: 'not every published vulnerability can be used through what the model sends',
    },
    {
      id: 'switched-on',
      says: '{server} is switched on',
      test: fact('server', 'active').is(true),
      flips: 'somebody switches the entry on',
    },
  ],
  sentence:
    '{client} starts {server} at a version with a published vulnerability and hands it {secret}: whoever gets crafted content to it has the credential and runs code as its user.',
  attempt: { value: 0.5, why: 'what the model passes on to the server can be written by strangers' },
  impact: [
    { name: 'control', value: 0.8, why: 'code runs with the rights of the user and with the credential' },
    {
      name: 'control',
      value: 1,
      why: 'the same client takes in what strangers can write',
      test: exists({ ...toolsetOf('client', 'untrusted'), where: fact('untrusted', 'takesUntrustedContent').is(true) }),
    },
  ],
});
