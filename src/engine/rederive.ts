/** Rederive: what deriving gives after a change, from what it gave before; only what the change can touch is derived again. */
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { addConclusion, type Concluded, conclude } from '../kit/apply-derivation.ts';
import type { Derivation } from '../kit/define-derivation.ts';
import { type Derived, mostRounds, type Round } from './derive.ts';
import type { Dirt } from './dirt.ts';

const nothing: readonly Concluded[] = [];

/** Conclusions of one rule in one round by what they are about. */
interface Sorted {
  readonly ofAsset: ReadonlyMap<number, readonly Concluded[]>;
  readonly relations: readonly Concluded[];
}

const sortedLists = new WeakMap<readonly Concluded[], Sorted>();

/** Sorts a list once, for all changes that are tried. */
function sorted(list: readonly Concluded[]): Sorted {
  let known = sortedLists.get(list);
  if (!known) {
    const ofAsset = new Map<number, Concluded[]>();
    const relations: Concluded[] = [];
    for (const one of list) {
      if ('relation' in one.says) relations.push(one);
      else {
        const { of } = one.says;
        const about = ofAsset.get(of);
        if (about) about.push(one);
        else ofAsset.set(of, [one]);
      }
    }
    known = { ofAsset, relations };
    sortedLists.set(list, known);
  }
  return known;
}

const about = (list: readonly Concluded[], assets: Iterable<number>): Concluded[] => {
  const { ofAsset } = sorted(list);
  return [...assets].flatMap((asset) => ofAsset.get(asset) ?? nothing);
};

function isSame(a: Concluded, b: Concluded): boolean {
  if (a.confidence !== b.confidence || a.evidence.length !== b.evidence.length) return false;
  return a.evidence.every((one, index) => {
    const other = b.evidence[index]!;
    return (
      one.path === other.path &&
      one.line === other.line &&
      one.note === other.note &&
      one.confidence === other.confidence &&
      one.how === other.how &&
      one.source === other.source
    );
  });
}

/** In which round a conclusion was made before, and by how many rules at once. */
interface Making {
  readonly round: number;
  readonly rules: number;
}

/** What one rule concluded before and does not conclude any more, and the other way round; the same on other grounds is both. */
interface Difference {
  readonly gone: readonly Concluded[];
  readonly come: readonly Concluded[];
}

function compare(before: readonly Concluded[], now: readonly Concluded[]): Difference {
  const old = new Map(before.map((one) => [one.key, one]));
  const come: Concluded[] = [];
  for (const one of now) {
    const known = old.get(one.key);
    if (known && isSame(known, one)) old.delete(one.key);
    else come.push(one);
  }
  return { gone: [...old.values()], come };
}

/** Asks again what a difference between two estates can touch, round by round beside what was asked before. */
class Rederivation {
  readonly #rules: readonly Derivation[];
  readonly #before: Derived;
  readonly #makings: ReadonlyMap<string, Making>;
  /** By how many rules a conclusion is not made any more. */
  readonly #gone = new Map<string, number>();
  readonly #come = new Set<string>();
  readonly #dirt: Dirt;

  constructor(rules: readonly Derivation[], before: Derived, dirt: Dirt) {
    this.#rules = rules;
    this.#before = before;
    this.#makings = makingsOf(before);
    this.#dirt = dirt;
  }

  run(changed: Snapshot): Snapshot {
    let snapshot = changed;
    for (let round = 0; round < mostRounds - 1; round += 1) {
      const { fresh } = this.#roundBefore(round);
      const differences = this.#rules.map((_, index) => this.#differ(index, fresh[index]!, snapshot, round));
      const isQuiet = differences.every(
        ({ gone, come }, index) => come.length === 0 && gone.length === fresh[index]!.length,
      );
      if (isQuiet) return snapshot;
      for (const { gone, come } of differences) {
        for (const one of gone) {
          this.#gone.set(one.key, (this.#gone.get(one.key) ?? 0) + 1);
          this.#dirt.add(one);
        }
        for (const one of come) {
          this.#come.add(one.key);
          this.#dirt.add(one);
        }
      }
      snapshot = this.#build(this.#roundBefore(round + 1).snapshot, snapshot, fresh, differences);
    }
    return snapshot;
  }

  /** After its last round the estate stayed as it was. */
  #roundBefore(round: number): Round {
    const { history, snapshot } = this.#before;
    return history[round] ?? { snapshot, fresh: this.#rules.map(() => nothing) };
  }

  #isMade(key: string, round: number): boolean {
    if (this.#come.has(key)) return true;
    const making = this.#makings.get(key);
    return making !== undefined && making.round < round && making.rules > (this.#gone.get(key) ?? 0);
  }

  #differ(index: number, before: readonly Concluded[], snapshot: Snapshot, round: number): Difference {
    const footprint = this.#before.footprints[index]!;
    if (!this.#dirt.isOn(footprint)) return { gone: nothing, come: nothing };
    const isMade = (key: string): boolean => this.#isMade(key, round);
    const rule = this.#rules[index]!;
    if (footprint.alone === undefined) return compare(before, conclude(rule, snapshot, { footprint, isMade }));
    const among = this.#dirt.assetsOn(footprint);
    return compare(about(before, among), conclude(rule, snapshot, { footprint, isMade, among }));
  }

  /** The estate of the next round: as it was before, with what differs. */
  #build(next: Snapshot, snapshot: Snapshot, fresh: Round['fresh'], differences: readonly Difference[]): Snapshot {
    const { assets, hasRelations } = this.#dirt;
    const builder = SnapshotBuilder.graft(next, snapshot, assets, hasRelations);
    for (const [index, list] of fresh.entries()) {
      const { gone, come } = differences[index]!;
      const left = new Set(gone);
      const kept = [...about(list, assets), ...(hasRelations ? sorted(list).relations : nothing)];
      for (const one of kept) if (!left.has(one)) addConclusion(builder, one);
      for (const one of come) addConclusion(builder, one);
    }
    return builder.freeze();
  }
}

const makings = new WeakMap<Derived, ReadonlyMap<string, Making>>();

function makingsOf(derived: Derived): ReadonlyMap<string, Making> {
  const known = makings.get(derived);
  if (known) return known;
  const found = new Map<string, { round: number; rules: number }>();
  for (const [round, { fresh }] of derived.history.entries())
    for (const { key } of fresh.flat()) {
      const making = found.get(key);
      if (making) making.rules += 1;
      else found.set(key, { round, rules: 1 });
    }
  makings.set(derived, found);
  return found;
}

/**
 * The same snapshot as `derive(rules, changed)` gives, but for the numbers of relations. `changed` goes back to the snapshot that
 * `before` was derived from, and differs from it in nothing but `dirt`, which grows by what follows from it.
 */
export const rederive = (rules: readonly Derivation[], before: Derived, changed: Snapshot, dirt: Dirt): Snapshot =>
  new Rederivation(rules, before, dirt).run(changed);
