/** A server that nobody vouches for stands in one client beside a server with rights, and can steer how that one is used. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, distinct, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'untrusted-server-beside-privileged',
  title: 'One MCP server can take over what another one may do',
  references: ['T48', 'LLM01:2025', 'LLM06:2025', 'ASI02:2026', 'ASI04:2026', 'AML.T0110', 'AML.T0053'],
  variables: {
    client: 'mcp-client',
    stranger: 'mcp-server-configuration',
    privileged: 'mcp-server-configuration',
  },
  edges: [
    { from: 'client', relation: 'connects', to: 'stranger' },
    { from: 'client', relation: 'connects', to: 'privileged' },
  ],
  identify: ['client', 'stranger'],
  conditions: [
    {
      id: 'two-servers',
      says: '{stranger} and {privileged} are two servers of {client}',
      test: distinct('stranger', 'privileged'),
    },
    {
      id: 'untrusted',
      says: '{stranger} carries orders for the model, or is a third party’s that may change at every start',
      test: any(
        exists({
          variables: { poisoned: ['mcp-server-definition', 'mcp-tool'] },
          edges: [{ from: 'stranger', relation: ['configures', 'offers'], to: 'poisoned', closure: 2 }],
          where: failing('poisoned', 'tool-description-clean'),
        }),
        all(
          failing('stranger', 'mcp-package-pinned'),
          exists({
            variables: { definition: 'mcp-server-definition' },
            edges: [{ from: 'stranger', relation: 'configures', to: 'definition' }],
            where: fact('definition', 'official').is(false),
          }),
        ),
      ),
      likelihood: 0.6,
      because: 'a model reads the descriptions of all servers together and cannot tell whose order it follows',
    },
    {
      id: 'privileged',
      says: '{privileged} holds a credential and can change things or read private data',
      test: all(
        any(
          fact('privileged', 'changesState').is(true),
          fact('privileged', 'executesCode').is(true),
          fact('privileged', 'readsPrivateData').is(true),
        ),
        exists({
          variables: { secret: 'secret' },
          edges: [{ from: 'privileged', relation: 'uses-secret', to: 'secret' }],
        }),
      ),
    },
  ],
  sentence:
    '{client} connects {stranger}, which nobody vouches for, beside {privileged}, which acts with a credential: the description of the one can steer the model in how it uses the other.',
  attempt: {
    value: 0.5,
    why: 'shadowing was shown with public servers; it needs one server that the user chose to connect',
  },
  impact: [{ name: 'control', value: 0.9, why: 'what the privileged server may do is done for somebody else' }],
});
