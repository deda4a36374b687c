/** An MCP server that a web application serves asks for nothing where neither the application nor anything before its routes does. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact, not } from '../../../kit/tests.ts';

/** What may ask who calls: code of the project, and libraries by their names. */
const mayAsk = /^own\b|auth|token|jwt|passport|session|clerk|okta|keycloak|oidc|bearer|guard|permission/i;

export default defineDerivation({
  id: 'servers-behind-express',
  title: 'A server behind an application that asks nobody asks nobody',
  when: {
    variables: { app: 'ai-application', server: 'mcp-server-definition' },
    edges: [{ from: 'app', relation: 'contains', to: 'server' }],
    where: all(
      fact('server', 'transport').in('streamable-http', 'sse'),
      fact('app', 'bindAddress').isSeen(),
      fact('app', 'refusals').isEmpty(),
      fact('app', 'middleware').isNotEmpty(),
      not(fact('app', 'middleware').matches(mayAsk)),
    ),
  },
  conclude: [
    { fact: 'bindAddress', of: 'server', copyFrom: ['app', 'bindAddress'], note: 'its application listens there' },
    {
      fact: 'authentication',
      of: 'server',
      value: 'none',
      note: 'nothing before its routes asks, and its code refuses nobody',
    },
  ],
  confidence: 0.8,
});
