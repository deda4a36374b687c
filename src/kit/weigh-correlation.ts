/** Weighs one match of a correlation: which conditions hold, and whether that makes a warning, a watch or nothing. */
import type { Truth } from '../domain/truth.ts';
import { Evaluation } from '../graph/evaluate.ts';
import { ask } from '../graph/matcher.ts';
import type { Answers, Match, Verdict } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { Condition, Correlation } from './define-correlation.ts';

/** A condition that rests on less than this is not taken for true. */
export const sureEnough = 0.5;

/** How one condition stands in one match. */
export interface Weighed {
  readonly condition: Condition;
  /** What it counts as: a truth that is not sure enough counts as unknown. */
  readonly state: Truth;
  readonly verdict: Verdict;
}

export interface WeighedMatch {
  readonly match: Match;
  readonly level: 'warning' | 'watch' | 'quiet';
  readonly conditions: readonly Weighed[];
  /** For a watch: the one condition that is missing. */
  readonly lacking?: Weighed;
}

function stateOf({ truth, confidence }: Verdict): Truth {
  return truth === 'true' && confidence < sureEnough ? 'unknown' : truth;
}

/** Whether what is not true already makes the match quiet. */
const isQuiet = (open: readonly { readonly state: Truth; readonly condition: Condition }[]): boolean =>
  open.length > 1 || open.some(({ state, condition }) => state === 'false' && condition.flips === undefined);

/** Truths cost far less than reasons, and most matches are quiet. */
function isQuietByTruth({ conditions }: Correlation, { bound }: Match, evaluation: Evaluation): boolean {
  const open: { state: Truth; condition: Condition }[] = [];
  for (const condition of conditions) {
    const state = evaluation.truth(condition.test, bound);
    if (state !== 'true') open.push({ state, condition });
    if (isQuiet(open)) return true;
  }
  return false;
}

/**
 * A warning when every condition is true; a watch when exactly one is unknown, or false but one listed change away.
 * With `whole` the conditions of a quiet match are told too.
 */
export function weighMatch(
  correlation: Correlation,
  match: Match,
  snapshot: Snapshot,
  answers: Answers,
  whole = false,
): WeighedMatch {
  if (!whole && isQuietByTruth(correlation, match, new Evaluation(snapshot, answers)))
    return { match, level: 'quiet', conditions: [] };
  const conditions = correlation.conditions.map((condition): Weighed => {
    const verdict = ask(snapshot, condition.test, match.bound, answers);
    return { condition, state: stateOf(verdict), verdict };
  });
  const open = conditions.filter(({ state }) => state !== 'true');
  if (isQuiet(open)) return { match, level: 'quiet', conditions };
  const [lacking] = open;
  return lacking ? { match, level: 'watch', conditions, lacking } : { match, level: 'warning', conditions };
}
