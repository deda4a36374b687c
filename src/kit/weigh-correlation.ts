/** Weighs one match of a correlation: which conditions hold, and whether that makes a warning, a watch or nothing. */
import type { Truth } from '../domain/truth.ts';
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

/**
 * A warning when every condition is true; a watch when exactly one is unknown, or false but one listed change away.
 * With `whole` all conditions are asked even when the level is already decided to be quiet.
 */
export function weighMatch(
  correlation: Correlation,
  match: Match,
  snapshot: Snapshot,
  answers: Answers,
  whole = false,
): WeighedMatch {
  const conditions: Weighed[] = [];
  const open: Weighed[] = [];
  let quiet = false;
  for (const condition of correlation.conditions) {
    const verdict = ask(snapshot, condition.test, match.bound, answers);
    const weighed = { condition, state: stateOf(verdict), verdict };
    conditions.push(weighed);
    if (weighed.state === 'true') continue;
    open.push(weighed);
    quiet ||= open.length > 1 || (weighed.state === 'false' && condition.flips === undefined);
    if (quiet && !whole) break;
  }
  if (quiet) return { match, level: 'quiet', conditions };
  const [lacking] = open;
  return lacking ? { match, level: 'watch', conditions, lacking } : { match, level: 'warning', conditions };
}
