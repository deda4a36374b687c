/** Quantifiers: how many members a group has, and whether all of them pass, as far as anybody saw. */
import type { Truth } from '../domain/truth.ts';
import type { Bound, Join, Rest } from './join.ts';
import type { Group, Test, Verdict } from './pattern.ts';
import { planOf } from './plan.ts';
import { falseVerdict, joinVerdicts, knownVerdict, surest, trueVerdict, unknownVerdict } from './verdict.ts';
import type { Ground, Walk } from './walk.ts';

type Quantifier = Extract<Test, { op: 'exists' | 'every' }>;

/** What a quantifier needs of whoever evaluates the tests inside its group. */
export interface Questions {
  readonly walk: Walk;
  join(group: Group): Join;
  truth(test: Test, bound: Bound): Truth;
  verdict(test: Test, bound: Bound): Verdict;
  /** What a chain of relations rests on. */
  chain(chain: readonly number[]): Verdict;
}

/** Members that are looked at for what the answer rests on; the answer itself rests on all. */
const memberLimit = 256;

/** `isQuick` asks for the truth alone. */
export const quantify = (questions: Questions, test: Quantifier, bound: Bound, isQuick: boolean): Verdict =>
  test.op === 'exists' ? exists(questions, test, bound, isQuick) : every(questions, test, bound, isQuick);

const exists = (
  questions: Questions,
  { group, atLeast = 1 }: Extract<Test, { op: 'exists' }>,
  bound: Bound,
  isQuick: boolean,
): Verdict => {
  if (atLeast <= 0) return trueVerdict;
  const join = questions.join(group);
  const members: Verdict[] = [];
  const undecided: Verdict[] = [];
  for (const member of join.present(bound)) {
    const verdict = isQuick ? truthOnly(questions, group, member) : memberVerdict(questions, group, member);
    if (verdict.truth === 'true') members.push(verdict);
    else if (verdict.truth === 'unknown') undecided.push(verdict);
    if (members.length >= (isQuick ? atLeast : Math.max(atLeast, memberLimit))) break;
  }
  if (members.length >= atLeast) {
    // A stable sort: of equally sure members the first found comes first.
    const best = members.sort((a, b) => b.confidence - a.confidence).slice(0, atLeast);
    const all = joinVerdicts('true', best);
    return { ...all, witness: best[0]!.witness, steps: best[0]!.steps };
  }
  const rest = join.rest(bound, () => false);
  const possible = rest.unseen ? Number.POSITIVE_INFINITY : members.length + undecided.length + rest.undecided.length;
  if (possible >= atLeast)
    return isQuick
      ? unknownVerdict()
      : {
          ...joinVerdicts('unknown', [...members, ...undecided, ...doubts(join, rest, group)]),
          witness: {},
          steps: [],
        };
  if (isQuick) return falseVerdict;
  return without(joinVerdicts('false', [...denials(questions, group, bound), ...groundsOf(rest.grounds)]));
};

const every = (
  questions: Questions,
  { group, holds }: Extract<Test, { op: 'every' }>,
  bound: Bound,
  isQuick: boolean,
): Verdict => {
  const join = questions.join(group);
  const passing: Verdict[] = [];
  const failing: Verdict[] = [];
  const undecided: Verdict[] = [];
  for (const member of join.present(bound)) {
    const passes = isQuick ? knownOrNot(questions.truth(holds, member)) : questions.verdict(holds, member);
    if (passes.truth === 'true') {
      if (passing.length < memberLimit) passing.push(passes);
      continue;
    }
    const belongs = isQuick ? truthOnly(questions, group, member) : memberVerdict(questions, group, member);
    if (passes.truth === 'false' && belongs.truth === 'true') failing.push(joinVerdicts('false', [belongs, passes]));
    else undecided.push(joinVerdicts('unknown', [belongs, passes]));
    if (failing.length >= (isQuick ? 1 : memberLimit)) break;
  }
  if (failing.length > 0) return surest(failing);
  const rest = join.rest(bound, (member) => questions.truth(holds, member) === 'true');
  if (undecided.length > 0 || rest.unseen || rest.undecided.length > 0)
    return isQuick
      ? unknownVerdict()
      : without(joinVerdicts('unknown', [...passing, ...undecided, ...doubts(join, rest, group)]));
  return isQuick ? trueVerdict : without(joinVerdicts('true', [...passing, ...groundsOf(rest.grounds)]));
};

const knownOrNot = (truth: Truth): Verdict =>
  truth === 'true' ? trueVerdict : truth === 'false' ? falseVerdict : unknownVerdict();

const truthOnly = (questions: Questions, { where }: Group, member: Bound): Verdict =>
  where ? knownOrNot(questions.truth(where, member)) : trueVerdict;

/** That a binding is a member: its edges, which are there, and its condition; with its assets as witness. */
const memberVerdict = (questions: Questions, group: Group, member: Bound): Verdict => {
  const { walk } = questions;
  const links = group.edges.map((edge) => questions.chain(walk.chain(edge, member[edge.from]!, member[edge.to]!)!));
  const condition = group.where ? questions.verdict(group.where, member) : trueVerdict;
  const witness = Object.fromEntries(planOf(group).names.map((name) => [name, member[name]!]));
  const verdict = joinVerdicts(condition.truth, [...links, condition]);
  return { ...verdict, witness: { ...verdict.witness, ...witness } };
};

/** Why members that were linked did not count. */
const denials = (questions: Questions, { variables, edges, where }: Group, bound: Bound): Verdict[] => {
  const denied: Verdict[] = [];
  if (!where) return denied;
  for (const member of questions.join({ variables, edges }).present(bound)) {
    const verdict = questions.verdict(where, member);
    if (verdict.truth === 'false') denied.push(without(verdict));
    if (denied.length >= memberLimit) break;
  }
  return denied;
};

/** In words: what would have to be seen to know about further members. */
const doubts = (join: Join, rest: Rest, group: Group): Verdict[] => [
  unknownVerdict(...rest.missing),
  ...rest.undecided
    .slice(0, memberLimit)
    .map((member) =>
      unknownVerdict(...group.edges.flatMap((edge) => join.reasons(edge, member[edge.from]!, member[edge.to]!))),
    ),
];

const groundsOf = (grounds: readonly Ground[]): Verdict[] =>
  grounds.map(({ confidence, evidence }) => knownVerdict(true, confidence, evidence));

/** Nobody witnesses that there is nobody. */
const without = (verdict: Verdict): Verdict => ({ ...verdict, witness: {}, steps: [] });
