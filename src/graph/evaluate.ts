/** Evaluation of tests: three-valued, with everything the answer rests on. */
import type { Truth } from '../domain/truth.ts';
import { allOf, anyOf, known, negate } from '../domain/truth.ts';
import { holds, isSameValue } from './holds.ts';
import { type Bound, Join } from './join.ts';
import type { Answers, Edge, Group, Test, Verdict } from './pattern.ts';
import { planOf } from './plan.ts';
import { type Questions, quantify } from './quantify.ts';
import type { Snapshot } from './snapshot.ts';
import { falseVerdict, joinVerdicts, knownVerdict, notVerdict, settle, unknownVerdict } from './verdict.ts';
import { type Ground, unseenAsset, type Walk, walkOf } from './walk.ts';

/** Evaluates tests on one snapshot. */
export class Evaluation implements Questions {
  readonly snapshot: Snapshot;
  readonly walk: Walk;
  readonly #answers: Answers | undefined;

  constructor(snapshot: Snapshot, answers: Answers | undefined) {
    this.snapshot = snapshot;
    this.walk = walkOf(snapshot);
    this.#answers = answers;
  }

  join(group: Group): Join {
    const plan = planOf(group);
    return new Join(this.snapshot, this.walk, plan, (index, bound) => this.truth(plan.conditions[index]!.test, bound));
  }

  /** The truth alone: as cheap as can be. */
  truth(test: Test, bound: Bound): Truth {
    switch (test.op) {
      case 'all':
        return this.#every(test.tests, bound, 'false');
      case 'any':
        return this.#every(test.tests, bound, 'true');
      case 'not':
        return negate(this.truth(test.test, bound));
      case 'fact': {
        const asset = assetOf(test.of, bound);
        const value = asset === unseenAsset ? undefined : this.snapshot.value(asset, test.fact);
        return value === undefined ? 'unknown' : known(holds(test.check, value));
      }
      case 'linked':
        return this.walk.truth(test, assetOf(test.from, bound), assetOf(test.to, bound));
      case 'exists':
      case 'every':
        return quantify(this, test, bound, true).truth;
      default:
        return this.verdict(test, bound).truth;
    }
  }

  verdict(test: Test, bound: Bound): Verdict {
    switch (test.op) {
      case 'all':
        return settle(
          test.tests.map((each) => this.verdict(each, bound)),
          'false',
        );
      case 'any':
        return settle(
          test.tests.map((each) => this.verdict(each, bound)),
          'true',
        );
      case 'not':
        return notVerdict(this.verdict(test.test, bound));
      case 'fact':
        return this.#fact(test, bound);
      case 'equal':
        return this.#equal(test, bound);
      case 'kind': {
        const asset = assetOf(test.of, bound);
        return asset === unseenAsset ? unknownVerdict() : knownVerdict(test.kinds.includes(this.snapshot.kind(asset)));
      }
      case 'distinct': {
        const [a, b] = [assetOf(test.a, bound), assetOf(test.b, bound)];
        return a === unseenAsset || b === unseenAsset ? unknownVerdict() : knownVerdict(a !== b);
      }
      case 'linked':
        return this.#linked(test, bound);
      case 'failing':
        return this.#failing(test, bound);
      case 'exists':
      case 'every':
        return quantify(this, test, bound, false);
    }
  }

  /** What a chain of relations rests on. */
  chain(chain: readonly number[]): Verdict {
    return {
      ...knownVerdict(
        true,
        chain.reduce((product, relation) => product * this.snapshot.relationConfidence(relation), 1),
        chain.flatMap((relation) => this.snapshot.relationEvidence(relation)),
      ),
      steps: chain,
    };
  }

  #every(tests: readonly Test[], bound: Bound, decider: 'true' | 'false'): Truth {
    let result = negate(decider);
    for (const test of tests) {
      const truth = this.truth(test, bound);
      if (truth === decider) return truth;
      result = decider === 'false' ? allOf([result, truth]) : anyOf([result, truth]);
    }
    return result;
  }

  #fact({ of, fact, check }: Extract<Test, { op: 'fact' }>, bound: Bound): Verdict {
    const asset = assetOf(of, bound);
    if (asset === unseenAsset) return unknownVerdict();
    const seen = this.snapshot.fact(asset, fact);
    return seen ? knownVerdict(holds(check, seen.value), seen.confidence, seen.evidence) : this.#unseen(asset, fact);
  }

  #equal({ a, b }: Extract<Test, { op: 'equal' }>, bound: Bound): Verdict {
    const parts = [a, b].map(([of, fact]) => {
      const asset = assetOf(of, bound);
      if (asset === unseenAsset) return { verdict: unknownVerdict() };
      const seen = this.snapshot.fact(asset, fact);
      if (!seen) return { verdict: this.#unseen(asset, fact) };
      return { value: seen.value, verdict: knownVerdict(true, seen.confidence, seen.evidence) };
    });
    const [one, other] = parts;
    const isKnown = one!.value !== undefined && other!.value !== undefined;
    const truth = isKnown ? known(isSameValue(one!.value!, other!.value!)) : 'unknown';
    return joinVerdicts(
      truth,
      parts.map((part) => part.verdict),
    );
  }

  #unseen(asset: number, fact: Extract<Test, { op: 'fact' }>['fact']): Verdict {
    const why = this.snapshot.whyUnseen(asset, fact);
    return unknownVerdict(
      `${fact} of ${this.snapshot.name(asset)} was not observed${why === undefined ? '' : `: ${why}`}`,
    );
  }

  #linked(test: Edge, bound: Bound): Verdict {
    const [from, to] = [assetOf(test.from, bound), assetOf(test.to, bound)];
    const truth = this.walk.truth(test, from, to);
    if (truth === 'true') return this.chain(this.walk.chain(test, from, to)!);
    if (truth === 'false') return grounded(falseVerdict, this.walk.groundsApart(test, from, to));
    if (from === unseenAsset || to === unseenAsset) return unknownVerdict();
    const reasons = this.walk.missing(test, 'out', from);
    return unknownVerdict(...(reasons.length > 0 ? reasons : this.walk.missing(test, 'in', to)));
  }

  #failing({ of, objective, payload }: Extract<Test, { op: 'failing' }>, bound: Bound): Verdict {
    const asset = assetOf(of, bound);
    if (asset === unseenAsset) return unknownVerdict();
    const answer = this.#answers?.answer(asset, objective, payload);
    if (!answer) return unknownVerdict(`${objective} of ${this.snapshot.name(asset)} was not assessed`);
    const { truth, finding, confidence, evidence, missing } = answer;
    if (truth === 'unknown')
      return {
        ...unknownVerdict(missing ?? `${objective} of ${this.snapshot.name(asset)} could not be decided`),
        evidence,
      };
    const fails = truth === 'true' && (payload === undefined || payload(answer.payload));
    return { ...knownVerdict(fails, confidence, evidence), findings: finding === undefined ? [] : [finding] };
  }
}

/** A verdict that rests on completeness too. */
export const grounded = (verdict: Verdict, grounds: readonly Ground[]): Verdict =>
  grounds.length === 0
    ? verdict
    : joinVerdicts(verdict.truth, [
        verdict,
        ...grounds.map(({ confidence, evidence }) => knownVerdict(true, confidence, evidence)),
      ]);

const assetOf = (name: string, bound: Bound): number => {
  const asset = bound[name];
  if (asset === undefined)
    throw new TypeError(`The variable “${name}” is not bound; check the pattern with checkPattern.`);
  return asset;
};
