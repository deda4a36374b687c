/** What a well-known MCP server can do, by the name it is published as; nothing is said of any other. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { type Effect, wellKnownServers } from './well-known-servers.ts';

const effects: readonly Effect[] = [
  'readsPrivateData',
  'takesUntrustedContent',
  'sendsOut',
  'changesState',
  'executesCode',
];
const byId = new Map(wellKnownServers.flatMap((server) => server.ids.map((id) => [id, server] as const)));

export default defineDerivation({
  id: 'mcp-server-effects',
  title: 'A well-known MCP server can do what its documentation says',
  when: { variables: { server: 'mcp-server-definition' }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const identifiers = snapshot.identifiers(bound.server!);
    const known = identifiers.flatMap(({ scheme, value }) =>
      scheme === 'mcp-package' || scheme === 'mcp-url' ? (byId.get(value) ?? []) : [],
    )[0];
    if (known === undefined) return [];
    const note = `documented at ${known.documentation}`;
    return [
      ...effects.map((fact) => ({ fact, of: 'server', value: known.effects.includes(fact), note })),
      { fact: 'effectsKnown', of: 'server', value: true, note },
      ...(known.official === undefined
        ? []
        : [{ fact: 'official' as const, of: 'server', value: known.official, note }]),
    ];
  },
  // Documentation may lag behind a release.
  confidence: 0.9,
});
