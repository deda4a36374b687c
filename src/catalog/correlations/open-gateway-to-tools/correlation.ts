/** A gateway that asks nobody who they are puts tools on the internet that act with rights of their own. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'open-gateway-to-tools',
  title: 'Anyone can call tools that act inside',
  references: ['T41', 'ASI02:2026', 'ASI03:2026', 'MCP07', 'AML.T0049', 'AML.T0053'],
  variables: { gateway: 'mcp-server-definition', tool: ['tool', 'mcp-tool'] },
  edges: [{ from: 'gateway', relation: 'offers', to: 'tool' }],
  identify: ['gateway'],
  conditions: [
    {
      id: 'asks-nothing',
      says: '{gateway} asks for no credential',
      test: all(fact('gateway', 'managedService').is(true), fact('gateway', 'authentication').is('none')),
    },
    {
      id: 'has-rights',
      says: '{tool} acts on data of the organisation',
      test: any(
        exists({
          variables: { host: 'compute', role: 'identity', data: ['bucket', 'data-store', 'vector-store', 'secret'] },
          edges: [
            { from: 'host', relation: 'runs', to: 'tool' },
            { from: 'host', relation: 'runs-as', to: 'role' },
            { from: 'role', relation: ['reads', 'writes'], to: 'data' },
          ],
        }),
        exists({
          variables: { wide: 'identity' },
          edges: [{ from: 'gateway', relation: 'runs-as', to: 'wide' }],
          where: failing('wide', 'workload-least-privilege'),
        }),
      ),
    },
  ],
  sentence:
    'Anyone on the internet can call {tool} through {gateway}, which asks for no credential, and {tool} acts on data of the organisation.',
  attempt: { value: 0.85, why: 'open MCP servers are found by scans of the internet' },
  impact: [
    { name: 'data', value: 0.75, why: 'strangers read what the tools read' },
    {
      name: 'data',
      value: 0.9,
      why: 'they change it too',
      test: exists({
        variables: { runner: 'compute', writer: 'identity', changed: ['bucket', 'data-store'] },
        edges: [
          { from: 'runner', relation: 'runs', to: 'tool' },
          { from: 'runner', relation: 'runs-as', to: 'writer' },
          { from: 'writer', relation: 'writes', to: 'changed' },
        ],
      }),
    },
  ],
});
