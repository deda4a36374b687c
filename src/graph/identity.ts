/**
 * Identity: one thing seen twice is one asset.
 *
 * - Strong identifiers merge, within one kind; different kinds never do. Weak ones only give `same-as`, with a confidence.
 * - Two different values of a scheme of which an asset has one, in the same scope instance (one source, one machine, or the world for a global scheme),
 *   refuse the merge. Values from different sources are different scope instances: the same bucket defined in two stacks has two addresses
 *   and is still one.
 * - Ids stay: an asset that an earlier run knew keeps its id, and the id that it would be given now becomes an alias of it.
 * - The order of statements never matters. With the earlier run given, a further source never splits an asset (see Recognition); without it that
 *   holds for assets free of conflicts, and no rule could do better: of two sources that contradict each other over a third, each
 *   alone would have been joined to it.
 */
import { belongsTo, type FactName, facts } from '../domain/facts.ts';
import { mayJoin, relationIds } from '../domain/relations.ts';
import { type Conflict, type NotSeen, notSeenOf } from './conflict.ts';
import { findLikenesses, type WeakMention } from './likeness.ts';
import { type KnownAsset, type Recognised, Recognition } from './recognition.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';
import type { AssetStatement, ClosureStatement, Statements } from './statement.ts';
import { UnreadPaths } from './unread-paths.ts';
import { hasTypeOf } from './value-codes.ts';

export interface Merged {
  /** Holds the merged assets with their facts, relations and claims of completeness; not yet frozen. */
  readonly builder: SnapshotBuilder;
  /** The asset of each asset statement. */
  readonly numbers: Int32Array;
  readonly conflicts: readonly Conflict[];
  /** From an id that meant, or could have meant, an asset to the one that it has. */
  readonly aliases: ReadonlyMap<string, string>;
  /** To be given to the next run. */
  readonly known: readonly KnownAsset[];
  readonly notSeen: readonly NotSeen[];
}

/** Makes one asset of all statements that mean the same thing. `previous` is `known` of an earlier run. */
export const merge = (statements: Statements, previous: readonly KnownAsset[] = []): Merged => {
  const recognition = new Recognition(statements.assets, previous);
  const assets = recognition.assets();
  const builder = new SnapshotBuilder();
  const numbers = new Int32Array(statements.assets.length);
  const notSeen: NotSeen[] = [];
  for (const asset of assets) {
    const number = addAsset(builder, asset, statements.assets, recognition);
    for (const index of asset.statements) numbers[index] = number;
  }
  const unread = new UnreadPaths(statements.gaps);
  for (const [number, asset] of assets.entries()) {
    const said = asset.statements.map((index) => statements.assets[index]!);
    for (const statement of said) addFacts(builder, number, statement);
    addClosures(builder, number, said, unread);
  }
  addRelations(builder, statements, numbers, notSeen);
  addLikenesses(builder, assets, statements, recognition);
  for (const { asset, relation, direction, why, evidence } of statements.open) {
    builder.setOpen(numbers[asset]!, relation, direction, why, [evidence]);
    const { name } = statements.assets[asset]!;
    const verb = relation.replaceAll('-', ' ');
    const what = direction === 'out' ? `all that ${name} ${verb}` : `all that ${verb} ${name}`;
    notSeen.push({ what, scope: evidence.line > 0 ? `${evidence.path}:${evidence.line}` : evidence.path, why });
  }
  const conflicts = recognition.conflicts(assets);
  return {
    builder,
    numbers,
    conflicts,
    aliases: new Map(assets.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const))),
    known: recognition.known(assets),
    // One name in two regions or two stacks is nothing to wonder at.
    notSeen: [
      ...conflicts.filter(({ shared }) => shared.scheme !== 'cloud-name').map(notSeenOf),
      ...notSeen.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ],
  };
};

const addAsset = (
  builder: SnapshotBuilder,
  { id, kind, statements, identifiers }: Recognised,
  said: readonly AssetStatement[],
  recognition: Recognition,
): number => {
  const number = builder.addAsset({
    kind,
    id,
    name: bestName(statements.map((index) => said[index]!)),
    identifiers: [...identifiers, ...statements.flatMap((index) => recognition.weak(index))],
  });
  for (const index of statements) builder.addEvidence(number, said[index]!.evidence);
  return number;
};

/** A name said by the thing itself before one by which it is only mentioned; of several the shortest, then the first in the alphabet. */
const bestName = (statements: readonly AssetStatement[]): string => {
  const order = ({ name, mention }: AssetStatement) => (name === '' ? 2 : mention ? 1 : 0);
  return [...statements].sort(
    (a, b) => order(a) - order(b) || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )[0]!.name;
};

const addFacts = (builder: SnapshotBuilder, asset: number, { kind, facts: said, unseen }: AssetStatement): void => {
  for (const { fact, value, evidence } of said) {
    if (!belongsTo(fact, kind)) continue;
    if (hasTypeOf(fact, value)) builder.setFact(asset, fact, value, evidence);
    else builder.setUnseen(asset, fact, `what was said is not of type ${facts[fact as FactName].type}`);
  }
  for (const { fact, why } of unseen) builder.setUnseen(asset, fact, why);
};

/** Claims of which one holds close the relation; where all are broken it is open, and says by what. */
const addClosures = (
  builder: SnapshotBuilder,
  asset: number,
  statements: readonly AssetStatement[],
  unread: UnreadPaths,
): void => {
  const claims = new Map<string, ClosureStatement[]>();
  for (const claim of statements.flatMap((statement) => statement.closures)) {
    const key = `${claim.relation} ${claim.direction}`;
    const list = claims.get(key);
    if (list) list.push(claim);
    else claims.set(key, [claim]);
  }
  for (const group of claims.values()) {
    const whys = group.map((claim) => unread.whyBroken(claim));
    const holds = whys.includes(undefined);
    for (const [index, { relation, direction, grade, evidence }] of group.entries()) {
      const why = whys[index];
      if (why === undefined) builder.setClosed(asset, relation, direction, grade, [evidence]);
      else if (!holds) builder.setOpen(asset, relation, direction, why, [evidence]);
    }
  }
};

const addRelations = (
  builder: SnapshotBuilder,
  { assets, relations }: Statements,
  numbers: Int32Array,
  notSeen: NotSeen[],
): void => {
  const sorted = relations
    .map((statement) => ({ ...statement, start: numbers[statement.from]!, end: numbers[statement.to]! }))
    .sort(
      (a, b) => relationIds.indexOf(a.relation) - relationIds.indexOf(b.relation) || a.start - b.start || a.end - b.end,
    );
  for (const { relation, from, to, start, end, evidence } of sorted) {
    const [one, other] = [assets[from]!, assets[to]!];
    if (start === end && (relation === 'same-as' || relation === 'contains')) continue;
    if (mayJoin(relation, one.kind, other.kind)) builder.addRelation(relation, start, end, evidence);
    else
      notSeen.push({
        what: `${relation} from ${one.name} to ${other.name}`,
        scope: evidence[0] ? `${evidence[0].source} ${evidence[0].path}` : '',
        why: `a ${one.kind} cannot stand in ${relation} to a ${other.kind}, so it was left out`,
      });
  }
};

const addLikenesses = (
  builder: SnapshotBuilder,
  assets: readonly Recognised[],
  statements: Statements,
  recognition: Recognition,
): void => {
  const mentions = assets.flatMap(({ kind, statements: said }, asset) =>
    said.flatMap((index) =>
      recognition
        .weak(index)
        .map((identifier): WeakMention => ({ asset, kind, identifier, evidence: statements.assets[index]!.evidence })),
    ),
  );
  const canBeOne = (a: number, b: number) => recognition.canBeOne(assets[a]!.statements[0]!, assets[b]!.statements[0]!);
  for (const { from, to, evidence } of findLikenesses(mentions, canBeOne))
    builder.addRelation('same-as', from, to, evidence);
};
