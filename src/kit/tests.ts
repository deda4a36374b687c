/** The words in which detectors, correlations and derivations put their tests. */
import type { FactName, FactValue } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { ObjectiveId } from '../domain/objectives.ts';
import type { Scalar } from '../domain/term.ts';
import type { Check, Edge, Group, Test } from '../graph/pattern.ts';

/** Every test holds (Kleene: one false decides). */
export const all = (...tests: readonly Test[]): Test => ({ op: 'all', tests });
/** At least one test holds (Kleene: one true decides). */
export const any = (...tests: readonly Test[]): Test => ({ op: 'any', tests });
/** The test does not hold; unknown stays unknown. */
export const not = (test: Test): Test => ({ op: 'not', test });

/** Questions about one fact of one variable: `fact('it', 'revision').matches(/^[0-9a-f]{40}$/)`. */
export const fact = <F extends FactName>(of: string, name: F) => {
  const ask = (check: Check): Test => ({ op: 'fact', of, fact: name, check });
  return {
    is: (value: FactValue<F> & Scalar): Test => ask({ is: value }),
    in: (...values: readonly (FactValue<F> & Scalar)[]): Test => ask({ in: values }),
    matches: (expression: RegExp): Test => ask({ matches: expression }),
    includes: (item: string): Test => ask({ includes: item }),
    includesAny: (...items: readonly string[]): Test => ask({ includesAny: items }),
    atLeast: (bound: number): Test => ask({ atLeast: bound }),
    atMost: (bound: number): Test => ask({ atMost: bound }),
    isEmpty: (): Test => ask({ empty: true }),
    isNotEmpty: (): Test => ask({ empty: false }),
    isSeen: (): Test => ask({ seen: true }),
  };
};

/** A detector’s answer about the variable is `fail` for this objective. */
export const failing = (of: string, objective: ObjectiveId, payload?: (payload: unknown) => boolean): Test =>
  payload ? { op: 'failing', of, objective, payload } : { op: 'failing', of, objective };
/** Both are joined by the relation, directly or over a chain. */
export const linked = (edge: Edge): Test => ({ op: 'linked', ...edge });
/** At least `atLeast` bindings of further variables. */
export const exists = (group: Group, atLeast?: number): Test =>
  atLeast === undefined ? { op: 'exists', group } : { op: 'exists', group, atLeast };
/** Every binding of further variables passes `holds`. */
export const every = (group: Group, holds: Test): Test => ({ op: 'every', group, holds });
/** The variables are different assets. */
export const distinct = (a: string, b: string): Test => ({ op: 'distinct', a, b });
/** The variable is of one of the kinds. */
export const kindIs = (of: string, ...kinds: readonly AssetKind[]): Test => ({ op: 'kind', of, kinds });
