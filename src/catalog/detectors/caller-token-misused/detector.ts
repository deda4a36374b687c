/** Finds MCP servers that take tokens meant for others, or send on the token of their caller. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'caller-token-misused',
  title: 'Token of a caller used beyond its audience',
  about: ['mcp-server-definition', 'mcp-tool'],
  tests: 'caller-rights-enforced',
  category: 'agentic',
  severity: 'high',
  passes: all(
    any(
      kindIs('it', 'mcp-tool'),
      all(kindIs('it', 'mcp-server-definition'), fact('it', 'audienceUnchecked').is(false)),
    ),
    fact('it', 'forwardsCallerToken').is(false),
  ),
  message: (it) =>
    it.text('forwardsCallerToken') === 'true'
      ? `${it.name} sends the credential that its caller showed on to another service.`
      : `${it.name} accepts every token of its issuer, also those that were issued for another service.`,
  why: 'A token that one service leaks or abuses then opens the next, under the name of the person whom it was issued for.',
  remedy: (it) =>
    it.text('forwardsCallerToken') === 'true'
      ? `Let ${it.name} get a token of its own for the other service (token exchange, on behalf of the caller).`
      : `Tell the token verifier of ${it.name} which audience it stands for, and refuse all others.`,
  steps: [
    'Get a token for the next service by token exchange (RFC 8693: grant_type=urn:ietf:params:oauth:grant-type:token-exchange) or on behalf of (Entra ID: acquire_token_on_behalf_of), with that service as its audience.',
    'Send that one in {name}, and never the header that came in.',
    'Let the verifier refuse every token whose `aud` is not this server.',
  ],
  references: ['ASI03:2026', 'CWE-441', 'CWE-287'],
});
