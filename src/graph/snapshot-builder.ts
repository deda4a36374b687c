/** Builds a snapshot: assets, facts, relations and closures in any order, then `freeze`. */
import type { Evidence, How } from '../domain/evidence.ts';
import { belongsTo, type FactName, type FactValue } from '../domain/facts.ts';
import type { Identifier } from '../domain/identifier.ts';
import { type AssetKind, kindIds } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import { mayJoin, type RelationKind, relationIds } from '../domain/relations.ts';
import { AssetTable } from './asset-table.ts';
import { Closures, relationNumber } from './closures.ts';
import { type Columns, CompactSnapshot } from './compact-snapshot.ts';
import { EvidenceTable } from './evidence-table.ts';
import { FactClaims, factNumber } from './fact-claims.ts';
import { RelationTable } from './relation-table.ts';
import { RowLists } from './row-lists.ts';
import type { Snapshot } from './snapshot.ts';
import { StringTable } from './string-table.ts';

export interface NewAsset {
  readonly kind: AssetKind;
  readonly name: string;
  readonly id: string;
  readonly identifiers?: readonly Identifier[];
  /** Each place by itself is evidence of the asset. */
  readonly evidence?: readonly Evidence[];
}

const numberOfKind = new Map(kindIds.map((id, index) => [id, index]));
const joins = relationIds.map((relation) => kindIds.map((from) => kindIds.map((to) => mayJoin(relation, from, to))));

const emptyColumns = (): Columns => {
  const texts = new StringTable();
  const evidence = new EvidenceTable();
  return {
    texts,
    evidence,
    assets: new AssetTable(texts),
    facts: FactClaims.empty(evidence, texts),
    unseen: RowLists.empty(),
    closures: new Closures(evidence, texts),
    relations: new RelationTable(),
  };
};

/**
 * Nothing depends on the order of calls, except the numbers of assets and relations. Facts and relations only grow: a value that is better known
 * replaces a weaker one, evidence unites. Evidence of a fact or relation is a chain of hops: as strong as its weakest, as sure as all together.
 */
export class SnapshotBuilder {
  readonly #columns: Columns;
  #isFrozen = false;

  constructor(columns: Columns = emptyColumns()) {
    this.#columns = columns;
  }

  /** Goes on from a snapshot, which stays as it is. Assets keep their numbers, and relations do until one is removed. */
  static from(snapshot: Snapshot): SnapshotBuilder {
    if (!(snapshot instanceof CompactSnapshot))
      throw new TypeError('Only a snapshot that a SnapshotBuilder froze can be built upon.');
    const { texts, evidence, assets, facts, unseen, closures, relations } = snapshot.columns;
    return new SnapshotBuilder({
      texts,
      evidence,
      assets: assets.copy(),
      facts: facts.copy(),
      unseen: unseen.copy(),
      closures: closures.copy(),
      relations: relations.copy(),
    });
  }

  /**
   * Goes on from `snapshot`, with the facts of some assets, what is closed, and with `areRelationsOther` the relations, as they are in
   * `other`. Both must go back to one snapshot; it costs far less than to build all of it again.
   */
  static graft(
    snapshot: Snapshot,
    other: Snapshot,
    assets: Iterable<number>,
    areRelationsOther: boolean,
  ): SnapshotBuilder {
    const builder = SnapshotBuilder.from(snapshot);
    if (!(other instanceof CompactSnapshot))
      throw new TypeError('Only a snapshot that a SnapshotBuilder froze can be grafted.');
    const { facts, relations, closures, unseen } = other.columns;
    for (const asset of assets) builder.#columns.facts.adopt(asset, facts);
    const columns = {
      ...builder.#columns,
      closures: closures.copy(),
      unseen: unseen.copy(),
      ...(areRelationsOther ? { relations: relations.copy() } : {}),
    };
    return new SnapshotBuilder(columns);
  }

  get assetCount(): number {
    return this.#columns.assets.count;
  }

  get relationCount(): number {
    return this.#columns.relations.count;
  }

  kind(asset: number): AssetKind {
    this.#check(asset);
    return this.#columns.assets.kind(asset);
  }

  find(id: string): number | undefined {
    return this.#columns.assets.find(id);
  }

  /** Adds an asset; gives its number. Throws when the id is taken. */
  addAsset({ kind, name, id, identifiers = [], evidence = [] }: NewAsset): number {
    const number = numberOfKind.get(kind);
    if (number === undefined)
      throw new TypeError(`There is no kind “${kind}”; the kinds are listed in domain/kinds.ts.`);
    const asset = this.addAssetRow(number, name, id);
    for (const identifier of identifiers) this.#columns.assets.addIdentifier(asset, identifier);
    this.addEvidence(asset, evidence);
    return asset;
  }

  /** Adds places where an asset was seen. */
  addEvidence(asset: number, evidence: readonly Evidence[]): void {
    this.#change();
    for (const place of evidence) this.#columns.assets.addEvidence(asset, this.#columns.evidence.add([place]));
  }

  /** Claims a fact. Gives whether anything new was said. Throws a TypeError for a fact that the kind cannot have or a value of another type. */
  setFact<F extends FactName>(asset: number, fact: F, value: FactValue<F>, evidence: readonly Evidence[]): boolean {
    this.#change();
    const kind = this.kind(asset);
    if (!belongsTo(fact, kind))
      throw new TypeError(`A ${kind} has no fact “${fact}”; which kinds have it is listed in domain/facts.ts.`);
    return this.#columns.facts.add(asset, fact, value, this.#columns.evidence.add(evidence));
  }

  /** Says that a fact was looked for and could not be had. A known value beats it. */
  setUnseen(asset: number, fact: FactName, why: string): void {
    this.#change();
    this.#check(asset);
    const { unseen, texts } = this.#columns;
    const tag = factNumber(fact);
    const text = texts.intern(why);
    for (let row = unseen.first(asset); row >= 0; row = unseen.next(row))
      if (unseen.tag(row) === tag && unseen.a(row) === text) return;
    unseen.add(asset, tag, text, 0);
  }

  /** Adds a relation, or evidence to one that is there; gives its number. Throws a TypeError when it cannot join these kinds. */
  addRelation(kind: RelationKind, from: number, to: number, evidence: readonly Evidence[]): number {
    return this.addRelationRow(relationNumber(kind), from, to, this.#columns.evidence.add(evidence));
  }

  /** Tells whether a relation is there. */
  hasRelation(kind: RelationKind, from: number, to: number): boolean {
    return this.#columns.relations.find(relationNumber(kind), from, to) >= 0;
  }

  /** Claims that all relations of the kind at the asset are known, and by which grade of absence. */
  setClosed(
    asset: number,
    relation: RelationKind,
    direction: 'out' | 'in',
    grade: AbsenceGrade,
    evidence: readonly Evidence[],
  ): void {
    this.#change();
    this.#check(asset);
    this.#columns.closures.close(asset, relation, direction, grade, this.#columns.evidence.add(evidence));
  }

  /** Says that there may be more relations of the kind at the asset; it beats every claim that all are known. */
  setOpen(
    asset: number,
    relation: RelationKind,
    direction: 'out' | 'in',
    why: string,
    evidence: readonly Evidence[] = [],
  ): void {
    this.#change();
    this.#check(asset);
    this.#columns.closures.open(asset, relation, direction, why, this.#columns.evidence.add(evidence));
  }

  /** For *what if*: the relation is not there. Relations after it get other numbers when frozen. */
  removeRelation(relation: number): void {
    this.#change();
    if (!(relation >= 0 && relation < this.relationCount)) throw new RangeError(`There is no relation ${relation}.`);
    this.#columns.relations.remove(relation);
  }

  /** For *what if*: the fact has this value whatever was claimed; undefined makes it unseen. */
  replaceFact<F extends FactName>(
    asset: number,
    fact: F,
    value: FactValue<F> | undefined,
    evidence: readonly Evidence[],
  ): void {
    this.#change();
    this.#check(asset);
    this.#columns.facts.cut(asset, fact);
    if (value !== undefined) this.setFact(asset, fact, value, evidence);
  }

  /** Gives the snapshot. Afterwards the builder only answers; go on with `SnapshotBuilder.from`. */
  freeze(): Snapshot {
    this.#change();
    this.#isFrozen = true;
    return new CompactSnapshot(this.#columns);
  }

  // In bulk, with numbers instead of objects: kinds, relations and facts by their place in `kindIds`, `relationIds`, `factNames`.

  /** Gives the number of a place without its line. */
  origin(source: string, path: string, how: How, confidence: number, note?: string): number {
    return this.#columns.evidence.origin(source, path, how, confidence, note);
  }

  /** Gives the number of evidence of one hop. */
  evidenceRow(origin: number, line: number): number {
    return this.#columns.evidence.addRow(origin, line);
  }

  /** Gives the number under which `setFactRow` takes a value. */
  valueCode<F extends FactName>(fact: F, value: FactValue<F>): number {
    return this.#columns.facts.encode(fact, value);
  }

  addAssetRow(kind: number, name: string, id: string, evidenceRow = -1): number {
    this.#change();
    const asset = this.#columns.assets.add(kind, name, id);
    this.#columns.assets.addEvidence(asset, evidenceRow);
    return asset;
  }

  /** Whether the kind can have the fact is the caller’s to know. */
  setFactRow(asset: number, fact: number, valueCode: number, evidenceRow: number): boolean {
    this.#change();
    return this.#columns.facts.addRow(asset, fact, valueCode, evidenceRow);
  }

  addRelationRow(kind: number, from: number, to: number, evidenceRow: number): number {
    this.#change();
    const { relations, evidence, assets } = this.#columns;
    this.#check(from);
    this.#check(to);
    const fromKind = assets.kind(from);
    const toKind = assets.kind(to);
    if (!joins[kind]![numberOfKind.get(fromKind)!]![numberOfKind.get(toKind)!]!)
      throw new TypeError(
        `A ${fromKind} cannot stand in “${relationIds[kind]}” to a ${toKind}; see domain/relations.ts.`,
      );
    return relations.add(kind, from, to, evidenceRow, (a, b) => evidence.isSame(a, b));
  }

  #check(asset: number): void {
    if (!(asset >= 0 && asset < this.#columns.assets.count)) throw new RangeError(`There is no asset ${asset}.`);
  }

  #change(): void {
    if (this.#isFrozen) throw new Error('This builder is frozen; go on with SnapshotBuilder.from(snapshot).');
  }
}
