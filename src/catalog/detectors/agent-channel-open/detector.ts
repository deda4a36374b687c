/** Finds MCP servers and agents that other programs reach over the network without showing who they are. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'agent-channel-open',
  title: 'Agent or MCP server without authentication',
  about: ['mcp-server-definition', 'agent'],
  tests: 'agent-channel-authenticated',
  category: 'agentic',
  // A card only says what callers must show; that of a server is what it really asks for.
  severity: (it) => (it.kind === 'agent' ? 'medium' : 'high'),
  // One that asks is safe however it is served, so that need not be known.
  passes: any(
    fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
    fact('it', 'servedBeyondHost').is(false),
  ),
  message: (it) =>
    it.kind === 'agent'
      ? `The card of ${it.name} gives an address to other agents and asks them for no credential.`
      : `${it.name} offers its tools over the network to whoever reaches it${it.snapshot.fact(it.number, 'bindAddress') ? ` (it listens on ${it.snapshot.fact(it.number, 'bindAddress')!.value})` : ''}.`,
  why: 'Whoever reaches it can use its tools and data as if they were an agent of yours, or pose as another agent.',
  remedy: (it) =>
    it.kind === 'agent'
      ? `Declare security schemes in the card of ${it.name}, and refuse callers that do not show what it asks for.`
      : `Give ${it.name} an authentication provider, or let it listen on 127.0.0.1 only.`,
  steps: [
    'Agent card: add `securitySchemes` (openIdConnect or oauth2 with its issuer) and `security` that names it, and check the token in the server before a task is made: issuer, audience, expiry.',
    'MCP server: FastMCP(auth=JWTVerifier(jwks_uri=…, issuer=…, audience=…)); TypeScript: requireBearerAuth({ verifier }) before the transport’s route.',
    'Try it without a token: curl -i <address> has to answer 401.',
  ],
  references: ['ASI07:2026', 'ASI03:2026', 'AML.T0049', 'CWE-306'],
});
