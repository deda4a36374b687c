/** Joins: all bindings of a group’s variables, those that are there and those that cannot be ruled out. */
import type { Truth } from '../domain/truth.ts';
import type { Edge } from './pattern.ts';
import type { Plan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import { type Ground, unseenAsset, type Walk } from './walk.ts';

/** Variables and the assets they are bound to, `unseenAsset` for one that nobody saw. */
export type Bound = Readonly<Record<string, number>>;
type Binding = Record<string, number>;

/** Asks one part of a group’s condition; `index` is its place in the plan. */
export type AskCondition = (index: number, bound: Bound) => Truth;

/** What rules further members out, or the reason why it is not ruled out. */
export interface Rest {
  /** Members that are there or not, for all that is known, but none of whose assets is unseen. */
  readonly undecided: readonly Bound[];
  /** Some member may exist of which nobody saw an asset. */
  readonly unseen: boolean;
  readonly missing: readonly string[];
  /** What rests on completeness, each once. */
  readonly grounds: readonly Ground[];
}

/** As many unseen members are told apart, for their reasons. */
const reasonLimit = 4;

/** As many assets of a kind are asked to guess how many pass. */
const sampleSize = 64;

export class Join {
  readonly #snapshot: Snapshot;
  readonly #walk: Walk;
  readonly #plan: Plan;
  readonly #ask: AskCondition;

  constructor(snapshot: Snapshot, walk: Walk, plan: Plan, ask: AskCondition) {
    this.#snapshot = snapshot;
    this.#walk = walk;
    this.#plan = plan;
    this.#ask = ask;
  }

  /** Bindings whose edges are all there, in a fixed order; those whose condition is false are left out, others come with or without it known. */
  *present(outer: Bound): Generator<Bound> {
    for (const edge of this.#plan.edgesAt.get('') ?? [])
      if (!this.#walk.isLinked(edge, outer[edge.from]!, outer[edge.to]!)) return;
    const bound: Binding = { ...outer };
    for (const name of this.#plan.names) delete bound[name];
    if (this.#isRefused(bound, undefined)) return;
    yield* this.#extend(bound, this.#plan.names);
  }

  /**
   * What may be a member beside those that are there. `unseenAsset` takes every place that is not closed off: less is known of it than of any
   * seen asset, so that whatever it rules out, they do too. Members for which `isSpared` holds are left out.
   */
  rest(outer: Bound, isSpared: (bound: Bound) => boolean): Rest {
    const undecided: Bound[] = [];
    const missing = new Set<string>();
    const grounds = new Map<string, Ground>();
    let unseen = 0;
    const rule = (list: readonly Ground[]) => {
      for (const ground of list) grounds.set(ground.key, ground);
    };
    const visit = (bound: Binding, left: readonly string[]): void => {
      if (unseen >= reasonLimit) return;
      if (left.length === 0) {
        if (!this.#isPresent(bound) && !isSpared(bound)) undecided.push({ ...bound });
        return;
      }
      const step = this.#closedStep(bound, left);
      if (!step) {
        // Whoever is left can only be somebody unseen; what that leaves open is the reason.
        for (const name of left) bound[name] = unseenAsset;
        if (!this.#isRefused(bound, left) && !isSpared(bound)) {
          unseen++;
          for (const reason of this.#reasons(bound)) missing.add(reason);
        }
        for (const name of left) delete bound[name];
        return;
      }
      rule(this.#walk.grounds(step.edge, step.direction, step.at));
      const remaining = left.filter((name) => name !== step.name);
      for (const asset of this.#candidates(step)) {
        bound[step.name] = asset;
        const apart = this.#apart(bound, step.name);
        if (apart) rule(apart);
        else if (!this.#isRefused(bound, [step.name])) visit(bound, remaining);
        delete bound[step.name];
      }
    };
    const bound: Binding = { ...outer };
    for (const name of this.#plan.names) delete bound[name];
    const apart = this.#apart(bound, '');
    if (apart) rule(apart);
    else if (!this.#isRefused(bound, undefined)) visit(bound, this.#plan.names);
    return { undecided, unseen: unseen > 0, missing: [...missing], grounds: [...grounds.values()] };
  }

  *#extend(bound: Binding, left: readonly string[]): Generator<Bound> {
    if (left.length === 0) {
      yield { ...bound };
      return;
    }
    const { name, assets, by } = this.#cheapest(bound, left);
    const remaining = left.filter((each) => each !== name);
    const edges = this.#plan.edgesAt.get(name) ?? [];
    const kinds = this.#plan.kinds.get(name)!;
    for (const asset of assets) {
      if (!kinds.has(this.#snapshot.kind(asset))) continue;
      bound[name] = asset;
      const isLinked = edges.every((edge) => {
        const [from, to] = [bound[edge.from], bound[edge.to]];
        if (edge === by || from === undefined || to === undefined) return true;
        // From the end that was bound before: many candidates share it.
        return this.#walk.isLinked(edge, from, to, edge.to === name ? 'out' : 'in');
      });
      if (isLinked && !this.#isRefused(bound, [name])) yield* this.#extend(bound, remaining);
    }
    delete bound[name];
  }

  /** The next variable to bind: the one with fewest candidates, by the edge that offers fewest. */
  #cheapest(
    bound: Bound,
    left: readonly string[],
  ): { readonly name: string; readonly assets: readonly number[] | Int32Array; readonly by?: Edge } {
    let best: { name: string; cost: number; edge: Edge; at: number } | undefined;
    for (const name of left)
      for (const edge of this.#plan.edgesAt.get(name) ?? []) {
        const direction = edge.to === name ? 'out' : 'in';
        const at = bound[direction === 'out' ? edge.from : edge.to];
        if (at === undefined) continue;
        if (at === unseenAsset) return { name, assets: [] };
        const cost = this.#walk.estimate(edge, direction, at);
        if (!best || cost < best.cost) best = { name, cost, edge, at };
      }
    if (best) {
      const { name, edge, at } = best;
      return { name, assets: this.#walk.linked(edge, edge.to === name ? 'out' : 'in', at), by: edge };
    }
    const start = left.length === 1 ? left[0]! : this.#fewest(bound, left);
    const lists = [...this.#plan.kinds.get(start)!].map((kind) => this.#snapshot.ofKind(kind));
    return { name: start, assets: lists.length === 1 ? lists[0]! : lists.flatMap((list) => [...list]) };
  }

  /** The variable with fewest assets of its kinds, as far as a sample tells how many pass the conditions on it alone. */
  #fewest(outer: Bound, left: readonly string[]): string {
    const bound: Binding = { ...outer };
    const cost = (name: string): number => {
      let passing = 0;
      for (const kind of this.#plan.kinds.get(name)!) {
        const assets = this.#snapshot.ofKind(kind);
        const stride = Math.max(1, Math.floor(assets.length / sampleSize));
        let looked = 0;
        let passed = 0;
        for (let at = 0; at < assets.length; at += stride, looked++) {
          bound[name] = assets[at]!;
          if (!this.#isRefused(bound, [name])) passed++;
        }
        delete bound[name];
        if (looked > 0) passing += (assets.length * (passed + 0.5)) / looked;
      }
      return passing;
    };
    return left.map((name) => ({ name, cost: cost(name) })).reduce((a, b) => (b.cost < a.cost ? b : a)).name;
  }

  /** A variable whose candidates are all seen, because an edge from a bound asset is closed; the one with fewest. */
  #closedStep(bound: Bound, left: readonly string[]) {
    let best: { name: string; edge: Edge; direction: 'out' | 'in'; at: number; count: number } | undefined;
    for (const name of left)
      for (const edge of this.#plan.edgesAt.get(name) ?? []) {
        if (edge.from === edge.to) continue;
        const direction = edge.to === name ? 'out' : 'in';
        const at = bound[direction === 'out' ? edge.from : edge.to];
        if (at === undefined || at === unseenAsset) continue;
        const { open, assets } = this.#walk.reach(edge, direction, at);
        if (open.size === 0 && (!best || assets.length < best.count))
          best = { name, edge, direction, at, count: assets.length };
      }
    return best;
  }

  #candidates(step: { name: string; edge: Edge; direction: 'out' | 'in'; at: number }): readonly number[] {
    const kinds = this.#plan.kinds.get(step.name)!;
    return this.#walk
      .reach(step.edge, step.direction, step.at)
      .assets.filter((asset) => kinds.has(this.#snapshot.kind(asset)));
  }

  /** Why a just bound variable (or the outer ones) cannot be where an edge wants it; undefined when nothing rules it out. */
  #apart(bound: Bound, name: string): readonly Ground[] | undefined {
    for (const edge of this.#plan.edgesAt.get(name) ?? []) {
      const [from, to] = [bound[edge.from], bound[edge.to]];
      if (from === undefined || to === undefined) continue;
      if (this.#walk.truth(edge, from, to) === 'false') return this.#walk.groundsApart(edge, from, to);
    }
    return undefined;
  }

  #isPresent(bound: Bound): boolean {
    return this.#plan.edges.every((edge) => this.#walk.isLinked(edge, bound[edge.from]!, bound[edge.to]!));
  }

  /** Tells whether a part of the condition that can be asked now, and not before the variables of `fresh` were bound, is false. */
  #isRefused(bound: Bound, fresh: readonly string[] | undefined): boolean {
    return this.#plan.conditions.some(({ needs }, index) => {
      if (fresh ? !fresh.some((name) => needs.has(name)) : needs.size > 0) return false;
      for (const name of needs) if (bound[name] === undefined) return false;
      return this.#ask(index, bound) === 'false';
    });
  }

  /** In words: what would have to be seen to know whether a binding’s edges are there. */
  #reasons(bound: Bound): readonly string[] {
    return this.#plan.edges.flatMap((edge) => this.reasons(edge, bound[edge.from]!, bound[edge.to]!));
  }

  /** The same for one edge; nothing when it is there or both ends are unseen. */
  reasons(edge: Edge, from: number, to: number): readonly string[] {
    if (from !== unseenAsset && this.#walk.truth(edge, from, to) === 'unknown') {
      const reasons = this.#walk.missing(edge, 'out', from);
      if (reasons.length > 0 || to === unseenAsset) return reasons;
    }
    return to !== unseenAsset && this.#walk.truth(edge, from, to) === 'unknown'
      ? this.#walk.missing(edge, 'in', to)
      : [];
  }
}
