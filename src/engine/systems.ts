/** Systems: what a person names, an application, an agent or a service, with everything it reaches, in one environment and stage. */
import type { AssetKind } from '../domain/kinds.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Report } from '../domain/report.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { stableId } from '../kit/stable-id.ts';

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

/** Everything that the heads reach, without what another declared system has. */
function reachOf(own: readonly number[], snapshot: Snapshot, system?: string): Set<number> {
  const reached = new Set(own);
  const open = [...own];
  for (let asset = open.pop(); asset !== undefined; asset = open.pop()) {
    const kind = snapshot.kind(asset);
    if (hubs.has(kind) && !own.includes(asset)) continue;
    const step = (other: number): undefined => {
      // Another application is a system of its own, reached or not.
      if (reached.has(other) || alwaysOwn.has(snapshot.kind(other))) return;
      const declared = snapshot.value(other, 'system');
      if (declared !== undefined && declared !== system) return;
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

/** What the parts of a declared system say of it: the first value, which is the same at all of them. */
function saidOf(own: readonly number[], name: 'purpose' | 'riskTier' | 'environment' | 'stage', snapshot: Snapshot) {
  for (const asset of own) {
    const value = snapshot.value(asset, name);
    if (typeof value === 'string' && snapshot.fact(asset, name)?.how === 'declared') return value;
  }
  return undefined;
}

function ownerOf(own: readonly number[], snapshot: Snapshot): string | undefined {
  const names = new Set<string>();
  for (const asset of own)
    snapshot.out(asset, 'owned-by', (owner): undefined => {
      names.add(snapshot.name(owner));
    });
  return names.size === 0 ? undefined : [...names].sort().join(', ');
}

/** The systems that people declared, with everything that stands in their paths. */
function declaredSystems(snapshot: Snapshot): { readonly system: System; readonly own: readonly number[] }[] {
  const byName = new Map<string, number[]>();
  for (let asset = 0; asset < snapshot.assetCount; asset++) {
    const name = snapshot.value(asset, 'system');
    if (typeof name !== 'string') continue;
    const own = byName.get(name);
    if (own) own.push(asset);
    else byName.set(name, [asset]);
  }
  return [...byName].map(([name, own]) => {
    const [purpose, riskTier, owner] = [
      saidOf(own, 'purpose', snapshot),
      saidOf(own, 'riskTier', snapshot),
      ownerOf(own, snapshot),
    ];
    const system: System = {
      id: stableId('system', name),
      name,
      environment: saidOf(own, 'environment', snapshot) ?? 'unknown',
      stage: saidOf(own, 'stage', snapshot) ?? 'unknown',
      declared: true,
      ...(owner === undefined ? {} : { owner }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(riskTier === undefined ? {} : { riskTier }),
    };
    return { system, own };
  });
}

/** Finds the systems of an estate, in the order of their ids: those that are declared win over those that are found. */
export function findSystems(snapshot: Snapshot): Systems {
  const members = new Map<number, string[]>();
  const systems: System[] = [];
  const join = (id: string, assets: Iterable<number>): void => {
    for (const asset of assets) {
      const list = members.get(asset);
      if (list) list.push(id);
      else members.set(asset, [id]);
    }
  };
  for (const { system, own } of declaredSystems(snapshot)) {
    systems.push(system);
    join(system.id, reachOf(own, snapshot, system.name));
  }
  for (const kind of heads) {
    for (const head of snapshot.ofKind(kind)) {
      if (snapshot.value(head, 'system') !== undefined || (!alwaysOwn.has(kind) && members.has(head))) continue;
      const id = `system-${snapshot.id(head)}`;
      const owner = ownerOf([head], snapshot);
      systems.push({
        id,
        name: snapshot.name(head),
        environment: settingOf(head, 'environment', snapshot),
        stage: settingOf(head, 'stage', snapshot),
        ...(owner === undefined ? {} : { owner }),
      });
      join(id, reachOf([head], snapshot));
    }
  }
  systems.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const list of members.values()) if (list.length > 1) list.sort();
  return { systems, of: (asset) => members.get(asset) ?? [] };
}
