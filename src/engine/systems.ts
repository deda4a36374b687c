/** Systems: what a person names, an application, an agent or a service, with everything it reaches, in one environment and stage. */
import type { AssetKind } from '../domain/kinds.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Report } from '../domain/report.ts';
import type { Snapshot } from '../graph/snapshot.ts';

export type System = Report['systems'][number];

export interface Systems {
  readonly systems: readonly System[];
  /** Ids of the systems that an asset belongs to, sorted; empty for one that no system reaches. */
  of(asset: number): readonly string[];
}

/** From the first to the second: what a system reaches by standing at the first. */
const onward: readonly RelationKind[] = [
  'contains',
  'depends-on',
  'occurrence-of',
  'invokes',
  'uses-tool',
  'connects',
  'configures',
  'offers',
  'delegates-to',
  'reads',
  'writes',
  'trained-on',
  'grounded-on',
  'produces',
  'loads',
  'serves',
  'runs',
  'runs-as',
  'assumes',
  'uses-secret',
  'authenticates-as',
  'guarded-by',
  'logs-to',
  'built-from',
  'provided-by',
  'fine-tuned-from',
  'embeds-with',
  'remembers',
  'triggers',
  'replicates-to',
];
/** What belongs to a system because it runs, opens or steers a part of it. */
const backward: readonly RelationKind[] = ['runs', 'exposes', 'instructs'];
/** Belong to every system that reaches them and lead to no other: too many share them. */
const hubs: ReadonlySet<AssetKind> = new Set([
  'package-version',
  'provider-account',
  'cloud-account',
  'repository',
  'owner',
  'network-exposure',
]);
/** Kinds that make a system, most telling first; a later one only where no earlier system reaches it. */
const heads: readonly AssetKind[] = [
  'ai-application',
  'chatbot',
  'copilot',
  'agent',
  'mcp-client',
  'inference-endpoint',
  'training-job',
];
const alwaysOwn: ReadonlySet<AssetKind> = new Set(['ai-application', 'chatbot', 'copilot']);

function reachOf(head: number, snapshot: Snapshot): Set<number> {
  const reached = new Set([head]);
  const open = [head];
  for (let asset = open.pop(); asset !== undefined; asset = open.pop()) {
    const kind = snapshot.kind(asset);
    if (hubs.has(kind) && asset !== head) continue;
    const step = (other: number): undefined => {
      // Another application is a system of its own, reached or not.
      if (reached.has(other) || alwaysOwn.has(snapshot.kind(other))) return;
      reached.add(other);
      open.push(other);
    };
    for (const relation of onward) snapshot.out(asset, relation, step);
    for (const relation of backward) snapshot.in(asset, relation, step);
  }
  return reached;
}

/** The value that the head says, or that everything which runs it agrees on. */
function settingOf(head: number, name: 'environment' | 'stage', snapshot: Snapshot): string {
  const own = snapshot.fact(head, name)?.value;
  if (own !== undefined) return own;
  const said = new Set<string>();
  snapshot.in(head, 'runs', (host): undefined => {
    const value = snapshot.fact(host, name)?.value;
    if (value !== undefined) said.add(value);
  });
  const [only] = said;
  return said.size > 1 ? 'several' : (only ?? 'unknown');
}

/** Finds the systems of an estate, in the order of their ids. */
export function findSystems(snapshot: Snapshot): Systems {
  const members = new Map<number, string[]>();
  const systems: System[] = [];
  for (const kind of heads) {
    for (const head of snapshot.ofKind(kind)) {
      if (!alwaysOwn.has(kind) && members.has(head)) continue;
      const id = `system-${snapshot.id(head)}`;
      systems.push({
        id,
        name: snapshot.name(head),
        environment: settingOf(head, 'environment', snapshot),
        stage: settingOf(head, 'stage', snapshot),
      });
      for (const asset of reachOf(head, snapshot)) {
        const list = members.get(asset);
        if (list) list.push(id);
        else members.set(asset, [id]);
      }
    }
  }
  systems.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const list of members.values()) if (list.length > 1) list.sort();
  return { systems, of: (asset) => members.get(asset) ?? [] };
}
