/** Lets an MCP server refuse tokens that were issued for another service. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'check-token-audience',
  title: 'Check whom a token was issued for',
  restores: 'caller-rights-enforced',
  on: 'mcp-server-definition',
  effort: 2,
  changes: [
    { set: 'audienceUnchecked', value: false },
    { set: 'forwardsCallerToken', value: false },
  ],
  does: (it) => `Let ${it.name} accept only tokens whose audience it is, and use a token of its own for what it calls.`,
  instructions: (it) => [
    `Register ${it.name} as a resource of its own at the authorization server.`,
    'Give its token verifier that audience (JWTVerifier(…, audience="…")), and let clients ask for it by the resource parameter.',
    'For services that it calls, exchange the caller’s token for one of their audience; never send on the one that was shown.',
  ],
});
