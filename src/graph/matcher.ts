/** The matcher: finds the bindings of a pattern, and answers tests about bound assets. */
import { Evaluation } from './evaluate.ts';
import type { Bound } from './join.ts';
import type { Answers, Group, Match, Test, Verdict } from './pattern.ts';
import type { Snapshot } from './snapshot.ts';

export interface MatchOptions {
  /** Stop after so many matches. */
  readonly limit?: number;
  /** Variables outside the group that its edges and condition speak of. */
  readonly bound?: Bound;
}

/**
 * Yields every binding of the group’s variables whose edges are all there and whose condition is true, each once and in an order that
 * depends on the snapshot alone. Candidates are narrowed from the variable with fewest of them, along edges, never by a full product.
 */
export function* match(
  snapshot: Snapshot,
  group: Group,
  answers?: Answers,
  options: MatchOptions = {},
): Generator<Match> {
  const { limit = Number.POSITIVE_INFINITY, bound: outer = {} } = options;
  const evaluation = new Evaluation(snapshot, answers);
  let found = 0;
  if (limit <= 0) return;
  for (const bound of evaluation.join(group).present(outer)) {
    if (group.where && evaluation.truth(group.where, bound) !== 'true') continue;
    yield {
      bound,
      chains: group.edges.map((edge) => evaluation.walk.chain(edge, bound[edge.from]!, bound[edge.to]!)!),
    };
    if (++found >= limit) return;
  }
}

/**
 * Answers a test about bound variables. `true` and `false` hold in every estate that fits what was seen; whatever was not seen, and could
 * change the answer, makes it `unknown` and is named in `missing`. Throws a TypeError for a variable that is not bound.
 */
export const ask = (snapshot: Snapshot, test: Test, bound: Bound, answers?: Answers): Verdict =>
  new Evaluation(snapshot, answers).verdict(test, bound);
