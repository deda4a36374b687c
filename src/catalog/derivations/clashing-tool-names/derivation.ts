/** Names that two servers of one client give to different tools, or that can be taken for each other. */
import { defineDerivation, type Snapshot } from '../../../kit/define-derivation.ts';
import { skeletonOf } from '../../../read/look-alike-names.ts';
import { knownToolsOf } from './known-tools.ts';

interface Offered {
  readonly name: string;
  readonly server: string;
  /** What offers it: the same server twice is no clash. */
  readonly definition: number;
}

const ends = (
  snapshot: Snapshot,
  from: number,
  ...relations: readonly ('connects' | 'uses-tool' | 'configures' | 'offers')[]
): readonly number[] => {
  const found: number[] = [];
  for (const relation of relations)
    snapshot.out(from, relation, (to) => {
      found.push(to);
      return undefined;
    });
  return found;
};

const toolsOf = (snapshot: Snapshot, server: number): readonly string[] => [
  ...ends(snapshot, server, 'offers').map((tool) => snapshot.name(tool)),
  ...snapshot.identifiers(server).flatMap(({ scheme, value }) => (scheme === 'mcp-package' ? knownToolsOf(value) : [])),
];

/** Every tool that the client is offered, with the server that it names in its configuration. */
const offeredTo = (snapshot: Snapshot, client: number): readonly Offered[] =>
  ends(snapshot, client, 'connects', 'uses-tool').flatMap((entry) => {
    const kind = snapshot.kind(entry);
    if (kind !== 'mcp-server-configuration' && kind !== 'mcp-server-definition') return [];
    const definitions = kind === 'mcp-server-definition' ? [entry] : [entry, ...ends(snapshot, entry, 'configures')];
    const server = snapshot.name(entry);
    return definitions.flatMap((definition) =>
      toolsOf(snapshot, definition).map((name) => ({ name, server, definition })),
    );
  });

/** Most tools of one client that are compared; a model could not choose among more. */
const most = 5_000;

const clashesAmong = (offered: readonly Offered[]): readonly string[] => {
  const bySkeleton = Map.groupBy(offered.slice(0, most), ({ name }) => skeletonOf(name));
  return [...bySkeleton.values()].flatMap((group) => {
    const [first] = group;
    const other = group.find(({ definition }) => definition !== first?.definition);
    if (first === undefined || other === undefined) return [];
    return first.name === other.name
      ? [`${first.name} of ${first.server} and of ${other.server}`]
      : [`${first.name} of ${first.server}, which ${other.name} of ${other.server} looks like`];
  });
};

/** Servers whose names can be taken for each other: `github` and `g1thub`. */
const likeServers = (snapshot: Snapshot, client: number): readonly string[] => {
  const names = new Set(
    ends(snapshot, client, 'connects')
      .filter((entry) => snapshot.kind(entry) === 'mcp-server-configuration')
      .map((entry) => snapshot.name(entry)),
  );
  return [...Map.groupBy(names, skeletonOf).values()].flatMap(([first, other]) =>
    first === undefined || other === undefined ? [] : [`the server ${first}, which ${other} looks like`],
  );
};

export default defineDerivation({
  id: 'clashing-tool-names',
  title: 'Tools of two servers of one client may have the same name',
  when: { variables: { client: ['mcp-client', 'agent'] }, edges: [] },
  conclude: ({ bound }, snapshot) => [
    {
      fact: 'nameClashes',
      of: 'client',
      value: [...clashesAmong(offeredTo(snapshot, bound.client!)), ...likeServers(snapshot, bound.client!)].sort(),
      note: 'the names that its servers offer were compared',
    },
  ],
});
