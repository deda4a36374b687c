/** Dirt: in what two estates differ, so that only what depends on it is derived again. */
import type { FactName } from '../domain/facts.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Concluded } from '../kit/apply-derivation.ts';
import type { Footprint } from '../kit/rule-footprint.ts';

/** Facts by name and asset, relations and what is closed by kind; more than really differs does no harm. */
export class Dirt {
  readonly #assetsOf = new Map<FactName, Set<number>>();
  readonly #assets = new Set<number>();
  readonly #relations = new Set<RelationKind>();

  addFact(fact: FactName, asset: number): void {
    const known = this.#assetsOf.get(fact);
    if (known) known.add(asset);
    else this.#assetsOf.set(fact, new Set([asset]));
    this.#assets.add(asset);
  }

  addRelation(relation: RelationKind): void {
    this.#relations.add(relation);
  }

  /** Adds what a conclusion says. */
  add({ says }: Concluded): void {
    if ('fact' in says) this.addFact(says.fact, says.of);
    else this.addRelation(says.relation);
  }

  /** Assets of which some fact differs. */
  get assets(): ReadonlySet<number> {
    return this.#assets;
  }

  get hasRelations(): boolean {
    return this.#relations.size > 0;
  }

  /** Whether a rule can conclude anything else now. */
  isOn({ facts, relations, isWide }: Footprint): boolean {
    if (isWide) return true;
    for (const fact of this.#assetsOf.keys()) if (facts.has(fact)) return true;
    for (const relation of this.#relations) if (relations.has(relation)) return true;
    return false;
  }

  /** Assets of which some fact differs that the footprint holds. */
  assetsOn({ facts }: Footprint): Set<number> {
    const assets = new Set<number>();
    for (const [fact, all] of this.#assetsOf) if (facts.has(fact)) for (const asset of all) assets.add(asset);
    return assets;
  }
}
