/** The whole toolset of an agent, as a group for `exists`: how correlations reach everything that it can call. */
import type { AssetKind } from '../domain/kinds.ts';
import type { Group } from '../graph/pattern.ts';

/** Everything that an agent can call and that has effects. */
export const capableKinds = [
  'tool',
  'mcp-tool',
  'mcp-server-definition',
  'mcp-server-configuration',
  'skill',
] as const satisfies readonly AssetKind[];

/**
 * Everything that `agent` can call, one by one as the variable `to`: its own tools, those of agents that it hands work to, and
 * what their servers offer. In steps, so that only what can carry a tool further has to be seen whole before “none” is an answer.
 */
export const toolsetOf = (agent: string, to: string): Group => ({
  variables: { holder: ['agent', 'mcp-client'], entry: capableKinds, [to]: capableKinds },
  edges: [
    { from: agent, relation: ['delegates-to', 'uses-tool'], to: 'holder', closure: 3, orSame: true },
    { from: 'holder', relation: ['uses-tool', 'connects'], to: 'entry' },
    { from: 'entry', relation: ['configures', 'offers'], to, closure: 2, orSame: true },
  ],
});
