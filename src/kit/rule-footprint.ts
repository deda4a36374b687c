/** Footprints: what the conclusions of a rule can depend on, so that it need not run again where nothing of that changed. */
import type { Evidence, How } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Edge, Test } from '../graph/pattern.ts';
import type { Closed, FactSeen, Snapshot } from '../graph/snapshot.ts';
import type { Conclusion, Derivation } from './define-derivation.ts';

/**
 * Facts and relations by name, of whatever assets. What the pattern asks is known beforehand; what a function that concludes asks, and
 * what is concluded, is noted while the rule runs.
 */
export class Footprint {
  readonly facts = new Set<FactName>();
  /** Kinds of relations that are asked for, or whether all of them are known. */
  readonly relations = new Set<RelationKind>();
  /** It asked for something that is no fact of a bound asset, so that anything may change what it concludes. */
  isWide = false;
  #alone: string | undefined;

  constructor({ when: { variables, edges, where } }: Pick<Derivation, 'when'>) {
    for (const edge of edges) this.#addEdge(edge);
    const asksOfOthers = where !== undefined && this.#addTest(where);
    const [only, ...others] = Object.keys(variables);
    this.#alone = others.length === 0 && edges.length === 0 && !asksOfOthers ? only : undefined;
  }

  /** The only variable of a rule that asks for facts of one asset alone, and concludes none but such facts. */
  get alone(): string | undefined {
    return this.isWide ? undefined : this.#alone;
  }

  /** Notes what a conclusion asks for, and what must not have changed for it to be as new as before. */
  addConclusion(conclusion: Conclusion): void {
    if ('relation' in conclusion) {
      this.relations.add(conclusion.relation);
      this.#alone = undefined;
      return;
    }
    this.facts.add(conclusion.fact);
    if ('copyFrom' in conclusion) this.facts.add(conclusion.copyFrom[1]);
  }

  #addEdge({ relation }: Edge): void {
    for (const kind of [relation].flat() as RelationKind[]) this.relations.add(kind);
  }

  /** Gives whether the test asks for more than facts of the variables that it names. */
  #addTest(test: Test): boolean {
    switch (test.op) {
      case 'all':
      case 'any':
        return test.tests.map((each) => this.#addTest(each)).includes(true);
      case 'not':
        return this.#addTest(test.test);
      case 'fact':
        this.facts.add(test.fact);
        return false;
      case 'equal':
        this.facts.add(test.a[1]).add(test.b[1]);
        return false;
      case 'linked':
        this.#addEdge(test);
        return true;
      case 'exists':
      case 'every':
        for (const edge of test.group.edges) this.#addEdge(edge);
        if (test.group.where) this.#addTest(test.group.where);
        if (test.op === 'every') this.#addTest(test.holds);
        return true;
      default:
        return false;
    }
  }
}

/** A snapshot that notes in a footprint what is asked of it. What assets are, and what was not seen of them, never changes. */
export class WatchedSnapshot implements Snapshot {
  readonly #of: Snapshot;
  readonly #footprint: Footprint;
  /** Assets of which may be asked without making the rule wide. */
  bound: Readonly<Record<string, number>> = {};

  constructor(of: Snapshot, footprint: Footprint) {
    this.#of = of;
    this.#footprint = footprint;
  }

  get assetCount(): number {
    return this.#of.assetCount;
  }

  get relationCount(): number {
    return this.#wide().relationCount;
  }

  kind(asset: number): AssetKind {
    return this.#of.kind(asset);
  }

  name(asset: number): string {
    return this.#of.name(asset);
  }

  id(asset: number): string {
    return this.#of.id(asset);
  }

  find(id: string): number | undefined {
    return this.#of.find(id);
  }

  identifiers(asset: number): readonly Identifier[] {
    return this.#of.identifiers(asset);
  }

  evidence(asset: number): readonly Evidence[] {
    return this.#of.evidence(asset);
  }

  ofKind(kind: AssetKind): Int32Array {
    return this.#of.ofKind(kind);
  }

  fact<F extends FactName>(asset: number, name: F): FactSeen<F> | undefined {
    return this.#asked(asset, name).fact(asset, name);
  }

  value<F extends FactName>(asset: number, name: F): FactValue<F> | undefined {
    return this.#asked(asset, name).value(asset, name);
  }

  factsOf(asset: number): readonly FactName[] {
    return this.#wide().factsOf(asset);
  }

  whyUnseen(asset: number, name: FactName): string | undefined {
    return this.#asked(asset, name).whyUnseen(asset, name);
  }

  unseen(asset: number): readonly { readonly fact: FactName; readonly why: string }[] {
    return this.#wide().unseen(asset);
  }

  out(asset: number, relation: RelationKind, each: (to: number, relation: number) => boolean | undefined): void {
    this.#wide().out(asset, relation, each);
  }

  in(asset: number, relation: RelationKind, each: (from: number, relation: number) => boolean | undefined): void {
    this.#wide().in(asset, relation, each);
  }

  degree(asset: number, relation: RelationKind, direction: 'out' | 'in'): number {
    return this.#wide().degree(asset, relation, direction);
  }

  between(from: number, relation: RelationKind, to: number): number | undefined {
    return this.#wide().between(from, relation, to);
  }

  closed(asset: number, relation: RelationKind, direction: 'out' | 'in'): Closed {
    return this.#wide().closed(asset, relation, direction);
  }

  relationKind(relation: number): RelationKind {
    return this.#wide().relationKind(relation);
  }

  from(relation: number): number {
    return this.#wide().from(relation);
  }

  to(relation: number): number {
    return this.#wide().to(relation);
  }

  relationEvidence(relation: number): readonly Evidence[] {
    return this.#wide().relationEvidence(relation);
  }

  relationConfidence(relation: number): number {
    return this.#wide().relationConfidence(relation);
  }

  relationHow(relation: number): How {
    return this.#wide().relationHow(relation);
  }

  #asked(asset: number, name: FactName): Snapshot {
    this.#footprint.facts.add(name);
    if (this.#footprint.isWide) return this.#of;
    for (const variable in this.bound) if (this.bound[variable] === asset) return this.#of;
    return this.#wide();
  }

  #wide(): Snapshot {
    this.#footprint.isWide = true;
    return this.#of;
  }
}
