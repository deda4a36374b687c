/** Walks along edges of a pattern: whom an asset is linked to, over which relations, and whether that is everybody. */
import type { Evidence } from '../domain/evidence.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Truth } from '../domain/truth.ts';
import type { Edge } from './pattern.ts';
import type { Snapshot } from './snapshot.ts';

/** Anybody: an asset that nobody has seen, or a seen one with a relation that nobody saw. Nothing is known about it. */
export const unseenAsset = -1;

type Direction = 'out' | 'in';

/** Everybody that one asset is linked to by an edge, in one direction. */
export interface Reach {
  /** Linked assets, ascending. */
  readonly assets: readonly number[];
  has(asset: number): boolean;
  /** Numbers of the relations to a linked asset, in the order from `edge.from` to `edge.to`; fewest steps first. */
  chain(asset: number): readonly number[];
  /** Per relation kind: after how many steps one that nobody saw could follow. Empty when this is everybody. */
  readonly open: ReadonlyMap<RelationKind, number>;
}

/** Why “nobody else” can be said, or why not. */
export interface Ground {
  readonly key: string;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** An asset with more than this behind it within an edge’s bounds is not followed to the end; what lies beyond counts as open. */
const visitLimit = 200_000;
/** Linked assets that all remembered reaches hold together. */
const cacheLimit = 2_000_000;

const kindsOf = (edge: Edge): readonly RelationKind[] =>
  typeof edge.relation === 'string' ? [edge.relation] : edge.relation;

export class Walk {
  readonly #snapshot: Snapshot;
  #cache = new WeakMap<Edge, Map<number, Reach>>();
  #cached = 0;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** A cheap guess at how many assets are linked. */
  estimate(edge: Edge, direction: Direction, asset: number): number {
    let degree = edge.orSame ? 1 : 0;
    for (const relation of kindsOf(edge)) degree += this.#snapshot.degree(asset, relation, direction);
    return (edge.closure ?? 1) > 1 ? degree * 20 : degree;
  }

  reach(edge: Edge, direction: Direction, asset: number): Reach {
    let known = this.#cache.get(edge);
    if (!known || this.#cached > cacheLimit) {
      if (known) {
        this.#cache = new WeakMap();
        this.#cached = 0;
      }
      known = new Map();
      this.#cache.set(edge, known);
    }
    const key = asset * 2 + (direction === 'out' ? 0 : 1);
    let reach = known.get(key);
    if (!reach) {
      reach = this.#explore(edge, direction, asset);
      known.set(key, reach);
      this.#cached += reach.assets.length + 4;
    }
    return reach;
  }

  /** Linked assets, in a fixed order, each once. */
  linked(edge: Edge, direction: Direction, asset: number): readonly number[] {
    const kinds = kindsOf(edge);
    if ((edge.closure ?? 1) > 1 || edge.orSame || kinds.length > 1) return this.reach(edge, direction, asset).assets;
    const assets: number[] = [];
    this.#snapshot[direction](asset, kinds[0]!, (other) => {
      assets.push(other);
      return undefined;
    });
    return assets;
  }

  /** The relations that link two assets by the edge, or undefined. */
  chain(edge: Edge, from: number, to: number): readonly number[] | undefined {
    if (from === unseenAsset || to === unseenAsset) return undefined;
    if (edge.orSame && from === to) return [];
    if ((edge.closure ?? 1) > 1) {
      const reach = this.reach(edge, 'out', from);
      return reach.has(to) ? reach.chain(to) : undefined;
    }
    const relation = this.#surest(edge, from, to);
    return relation === undefined ? undefined : [relation];
  }

  /** Whether the relations that link two assets by the edge are there. `direction` says from which end a chain is looked for. */
  isLinked(edge: Edge, from: number, to: number, direction: Direction = 'out'): boolean {
    if (from === unseenAsset || to === unseenAsset) return false;
    if (edge.orSame && from === to) return true;
    if ((edge.closure ?? 1) > 1)
      return direction === 'out' ? this.reach(edge, 'out', from).has(to) : this.reach(edge, 'in', to).has(from);
    return kindsOf(edge).some((relation) => this.#snapshot.between(from, relation, to) !== undefined);
  }

  /** Whether two assets are linked by the edge; about an unseen one nothing is known. */
  truth(edge: Edge, from: number, to: number): Truth {
    if (from === unseenAsset || to === unseenAsset) return 'unknown';
    if (this.isLinked(edge, from, to)) return 'true';
    const forward = this.reach(edge, 'out', from).open;
    const backward = this.reach(edge, 'in', to).open;
    if (forward.size === 0 || backward.size === 0) return 'false';
    const bound = edge.closure ?? 1;
    // One unseen relation between two seen assets, or two with an unseen asset between them.
    for (const [relation, steps] of forward)
      if (steps + 1 + (backward.get(relation) ?? bound) <= bound) return 'unknown';
    return Math.min(...forward.values()) + 2 + Math.min(...backward.values()) <= bound ? 'unknown' : 'false';
  }

  /** Every relation at this asset, and at those behind it within the edge’s bounds, that had to be closed for its reach to be everybody. */
  grounds(edge: Edge, direction: Direction, asset: number): readonly Ground[] {
    const explored = [asset];
    if ((edge.closure ?? 1) > 1) {
      const { assets } = this.reach({ ...edge, closure: edge.closure! - 1 }, direction, asset);
      explored.push(...assets.filter((each) => each !== asset));
    }
    return explored.flatMap((each) =>
      kindsOf(edge).flatMap((relation) => {
        const closed = this.#snapshot.closed(each, relation, direction);
        const isSaid = closed.closed && closed.evidence.length + (closed.confidence < 1 ? 1 : 0) > 0;
        return isSaid
          ? [{ key: `${direction} ${relation} ${each}`, confidence: closed.confidence, evidence: closed.evidence }]
          : [];
      }),
    );
  }

  /** Why two assets are not linked: what closes the way from the first, or else to the second. */
  groundsApart(edge: Edge, from: number, to: number): readonly Ground[] {
    const ways = (['out', 'in'] as const)
      .map((direction) => ({ direction, asset: direction === 'out' ? from : to }))
      .filter(({ direction, asset }) => this.reach(edge, direction, asset).open.size === 0)
      .map(({ direction, asset }) => this.grounds(edge, direction, asset));
    const sure = (grounds: readonly Ground[]) => grounds.reduce((product, ground) => product * ground.confidence, 1);
    if (ways.length > 0) return ways.reduce((a, b) => (sure(b) > sure(a) ? b : a));
    return [...this.grounds(edge, 'out', from), ...this.grounds(edge, 'in', to)];
  }

  /** In words: which relations were not seen completely, so that more assets may be linked. */
  missing(edge: Edge, direction: Direction, asset: number): readonly string[] {
    const says: string[] = [];
    const look = (each: number) => {
      for (const relation of kindsOf(edge)) {
        const closed = this.#snapshot.closed(each, relation, direction);
        if (closed.closed) continue;
        const name = this.#snapshot.name(each);
        says.push(
          `${relation} ${direction === 'out' ? 'of' : 'into'} ${name} was not observed completely: ${closed.why}`,
        );
      }
      return says.length >= 4;
    };
    if (look(asset) || (edge.closure ?? 1) < 2) return says;
    this.reach({ ...edge, closure: edge.closure! - 1 }, direction, asset).assets.some(
      (each) => each !== asset && look(each),
    );
    return says;
  }

  /** Of several relations between two assets the surest, then the first. */
  #surest(edge: Edge, from: number, to: number): number | undefined {
    let best: number | undefined;
    for (const kind of kindsOf(edge)) {
      const relation = this.#snapshot.between(from, kind, to);
      if (relation === undefined) continue;
      if (best === undefined || this.#snapshot.relationConfidence(relation) > this.#snapshot.relationConfidence(best))
        best = relation;
    }
    return best;
  }

  #explore(edge: Edge, direction: Direction, start: number): Reach {
    const bound = edge.closure ?? 1;
    /** The relation by which each was first reached. */
    const by = new Map<number, number>();
    /** Those from which one more step was taken, by the number of steps that led to them. */
    const layers: number[][] = [];
    for (let border = [start]; border.length > 0 && layers.length < bound && by.size <= visitLimit; ) {
      layers.push(border);
      const next: number[] = [];
      for (const asset of border)
        for (const relation of kindsOf(edge))
          this.#snapshot[direction](asset, relation, (other, number) => {
            if (by.has(other)) return undefined;
            by.set(other, number);
            if (other !== start) next.push(other);
            return undefined;
          });
      border = next.sort((a, b) => a - b);
    }
    const isCut = by.size > visitLimit && layers.length < bound;
    const isSame = edge.orSame === true;
    const assets = [...by.keys(), ...(isSame && !by.has(start) ? [start] : [])].sort((a, b) => a - b);
    let open: ReadonlyMap<RelationKind, number> | undefined;
    const findOpen = (): ReadonlyMap<RelationKind, number> => {
      const found = new Map<RelationKind, number>();
      for (const relation of kindsOf(edge)) {
        const steps = layers.findIndex((layer) =>
          layer.some((asset) => !this.#snapshot.closed(asset, relation, direction).closed),
        );
        if (steps >= 0 || isCut) found.set(relation, steps >= 0 ? steps : layers.length);
      }
      return found;
    };
    return {
      assets,
      // Only absence asks for it, and it costs more than the walk.
      get open() {
        open ??= findOpen();
        return open;
      },
      has: (asset) => by.has(asset) || (isSame && asset === start),
      chain: (asset) => (isSame && asset === start ? [] : this.#trace(by, edge, direction, start, asset)),
    };
  }

  #trace(
    by: ReadonlyMap<number, number>,
    edge: Edge,
    direction: Direction,
    start: number,
    end: number,
  ): readonly number[] {
    if ((edge.closure ?? 1) === 1)
      return this.chain(edge, direction === 'out' ? start : end, direction === 'out' ? end : start) ?? [];
    const chain: number[] = [];
    let at = end;
    do {
      const relation = by.get(at)!;
      chain.push(relation);
      at = direction === 'out' ? this.#snapshot.from(relation) : this.#snapshot.to(relation);
    } while (at !== start);
    return direction === 'out' ? chain.reverse() : chain;
  }
}

const walks = new WeakMap<Snapshot, Walk>();

/** The walk of a snapshot, which remembers where it has been. */
export const walkOf = (snapshot: Snapshot): Walk => {
  let walk = walks.get(snapshot);
  if (!walk) {
    walk = new Walk(snapshot);
    walks.set(snapshot, walk);
  }
  return walk;
};
