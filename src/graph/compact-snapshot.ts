/** The snapshot on compact columns. */
import { type Evidence, type How, hows } from '../domain/evidence.ts';
import { type FactName, type FactValue, factNames } from '../domain/facts.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { type RelationKind, relationIds } from '../domain/relations.ts';
import type { Adjacency } from './adjacency.ts';
import type { AssetTable } from './asset-table.ts';
import { type Closures, relationNumber } from './closures.ts';
import { compareStrength, type EvidenceTable, type Strength } from './evidence-table.ts';
import { type FactClaims, factNumber } from './fact-claims.ts';
import type { RelationTable } from './relation-table.ts';
import type { RowLists } from './row-lists.ts';
import type { Closed, FactSeen, Snapshot } from './snapshot.ts';
import type { StringTable } from './string-table.ts';

/** The columns that a builder fills and a snapshot reads. */
export interface Columns {
  readonly texts: StringTable;
  readonly evidence: EvidenceTable;
  readonly assets: AssetTable;
  readonly facts: FactClaims;
  /** Tagged by fact; `a` is the number of the text that says why. */
  readonly unseen: RowLists;
  readonly closures: Closures;
  readonly relations: RelationTable;
}

const none = new Int32Array(0);

/** Made by a builder’s `freeze` only. */
export class CompactSnapshot implements Snapshot {
  readonly columns: Columns;
  readonly assetCount: number;
  readonly relationCount: number;
  readonly #out: Adjacency;
  readonly #in: Adjacency;
  readonly #byKind: Map<AssetKind, Int32Array>;

  constructor(columns: Columns) {
    this.columns = columns;
    this.assetCount = columns.assets.count;
    const { out, in: into } = columns.relations.seal(this.assetCount);
    this.#out = out;
    this.#in = into;
    this.relationCount = columns.relations.count;
    this.#byKind = columns.assets.byKind();
  }

  kind(asset: number): AssetKind {
    return this.columns.assets.kind(asset);
  }

  name(asset: number): string {
    return this.columns.assets.name(asset);
  }

  id(asset: number): string {
    return this.columns.assets.id(asset);
  }

  find(id: string): number | undefined {
    return this.columns.assets.find(id);
  }

  identifiers(asset: number): readonly Identifier[] {
    return this.columns.assets.identifiers(asset);
  }

  evidence(asset: number): readonly Evidence[] {
    return this.columns.evidence.unite(this.columns.assets.chains(asset));
  }

  ofKind(kind: AssetKind): Int32Array {
    return this.#byKind.get(kind) ?? none;
  }

  fact<F extends FactName>(asset: number, name: F): FactSeen<F> | undefined {
    return this.columns.facts.seen(asset, name) as FactSeen<F> | undefined;
  }

  value<F extends FactName>(asset: number, name: F): FactValue<F> | undefined {
    return this.columns.facts.value(asset, name) as FactValue<F> | undefined;
  }

  factsOf(asset: number): readonly FactName[] {
    return this.columns.facts.names(asset);
  }

  whyUnseen(asset: number, name: FactName): string | undefined {
    const fact = factNumber(name);
    if (this.columns.facts.has(asset, fact)) return undefined;
    return this.#whys(asset).get(fact);
  }

  unseen(asset: number): readonly { readonly fact: FactName; readonly why: string }[] {
    return [...this.#whys(asset)]
      .filter(([fact]) => !this.columns.facts.has(asset, fact))
      .sort(([a], [b]) => a - b)
      .map(([fact, why]) => ({ fact: factNames[fact]!, why }));
  }

  out(asset: number, relation: RelationKind, each: (to: number, relation: number) => boolean | undefined): void {
    this.#out.each(asset, relationNumber(relation), each);
  }

  in(asset: number, relation: RelationKind, each: (from: number, relation: number) => boolean | undefined): void {
    this.#in.each(asset, relationNumber(relation), each);
  }

  degree(asset: number, relation: RelationKind, direction: 'out' | 'in'): number {
    return (direction === 'out' ? this.#out : this.#in).degree(asset, relationNumber(relation));
  }

  between(from: number, relation: RelationKind, to: number): number | undefined {
    const found = this.#out.find(from, relationNumber(relation), to);
    return found < 0 ? undefined : found;
  }

  closed(asset: number, relation: RelationKind, direction: 'out' | 'in'): Closed {
    return this.columns.closures.read(asset, this.kind(asset), relation, direction);
  }

  relationKind(relation: number): RelationKind {
    return relationIds[this.columns.relations.kind[relation]!]!;
  }

  from(relation: number): number {
    return this.columns.relations.from[relation]!;
  }

  to(relation: number): number {
    return this.columns.relations.to[relation]!;
  }

  relationEvidence(relation: number): readonly Evidence[] {
    return this.columns.evidence.unite(this.columns.relations.chains(relation));
  }

  relationConfidence(relation: number): number {
    return this.#strength(relation).confidence;
  }

  relationHow(relation: number): How {
    return hows[this.#strength(relation).how]!;
  }

  /** That of its strongest chain of evidence. */
  #strength(relation: number): Strength {
    const { evidence, relations } = this.columns;
    const chains = relations.chains(relation);
    let best = evidence.strength(chains[0] ?? -1);
    for (const chain of chains) {
      const strength = evidence.strength(chain);
      if (compareStrength(strength, best) < 0) best = strength;
    }
    return best;
  }

  /** One reason for each fact that was looked for; of several the first in the alphabet, whichever came first. */
  #whys(asset: number): Map<number, string> {
    const { unseen, texts } = this.columns;
    const whys = new Map<number, string>();
    for (let row = unseen.first(asset); row >= 0; row = unseen.next(row)) {
      const why = texts.text(unseen.a(row));
      const other = whys.get(unseen.tag(row));
      if (other === undefined || why < other) whys.set(unseen.tag(row), why);
    }
    return whys;
  }
}
