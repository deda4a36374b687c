/** Lets an MCP server answer its own host only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { loopbackChanges, loopbackEdits } from '../../../kit/loopback-edits.ts';

export default defineRemediation({
  id: 'keep-mcp-server-on-host',
  title: 'Bind the MCP server to its own host',
  restores: 'agent-channel-authenticated',
  on: 'mcp-server-definition',
  effort: 1,
  changes: (it) => [...loopbackChanges(it), { set: 'servedBeyondHost', value: false }],
  does: (it) => `Bind ${it.name} to 127.0.0.1, so that only its own host reaches it.`,
  plan: (_, files) => loopbackEdits(files),
  instructions: (it) => [
    `Let ${it.name} listen on 127.0.0.1, or start it over stdio where its client runs on the same host.`,
    'Where other hosts need it, give it an authentication provider: a token verifier with its issuer and its own audience.',
    'Take away the published port, load balancer or firewall rule that led to it.',
  ],
});
