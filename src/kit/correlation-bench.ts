/** The bench for correlations: runs the little graphs of one, and tells what is wrong with them or lacking among them. */
import { z } from 'zod';
import { checkPattern } from '../graph/check-pattern.ts';
import { match } from '../graph/matcher.ts';
import { fillNames } from './asset-view.ts';
import { buildCase } from './build-case.ts';
import type { Correlation } from './define-correlation.ts';
import { type GraphCase, readGraphCases } from './graph-case.ts';
import { type WeighedMatch, weighMatch } from './weigh-correlation.ts';

const own = {
  expect: z.enum(['warning', 'watch', 'quiet']),
  /** The condition that a watch lacks. */
  missing: z.string().optional(),
  /** The condition that this case mends: it must be false in it. */
  breaks: z.string().optional(),
  /** A case that looks like the story and must stay quiet. */
  decoy: z.boolean().optional(),
  /** Part of the sentence. */
  says: z.string().optional(),
};
export type CorrelationCase = GraphCase<z.infer<z.ZodObject<typeof own>>>;

/** Reads a correlation’s `cases.yaml`; throws at the first mistake. */
export const readCorrelationCases = (text: string, file: string): CorrelationCase[] => readGraphCases(text, file, own);

const rank = { warning: 2, watch: 1, quiet: 0 } as const;

/** Every match of a correlation in a case, weighed with all its conditions. */
function weighCase(correlation: Correlation, { snapshot, answers }: ReturnType<typeof buildCase>): WeighedMatch[] {
  return [...match(snapshot, correlation, answers)].map((found) =>
    weighMatch(correlation, found, snapshot, answers, true),
  );
}

/** What one case shows to be wrong; empty when the correlation answers as expected. */
export function runCorrelationCase(correlation: Correlation, one: CorrelationCase): string[] {
  const built = buildCase(one);
  const weighed = weighCase(correlation, built);
  const gravest = weighed.toSorted((a, b) => rank[b.level] - rank[a.level])[0];
  const level = gravest?.level ?? 'quiet';
  const { expect, missing, breaks, says } = one.own;
  const wrong: string[] = [];
  const states = gravest?.conditions
    .map(
      ({ condition, state, verdict }) =>
        `${condition.id} ${state}${verdict.missing.length > 0 ? ` (${verdict.missing.join('; ')})` : ''}`,
    )
    .join(', ');
  const complain = (expected: string, got: string): void => {
    wrong.push(`${one.place} “${one.name}”: expected ${expected}, got ${got}; conditions: ${states ?? 'no match'}`);
  };
  if (level !== expect) complain(expect, level);
  if (missing !== undefined && gravest?.lacking?.condition.id !== missing)
    complain(`that ${missing} is missing`, gravest?.lacking?.condition.id ?? 'nothing');
  const mended = (found: WeighedMatch): boolean =>
    found.conditions.some(({ condition, state }) => condition.id === breaks && state === 'false');
  if (
    breaks !== undefined &&
    (weighed.length === 0 || !weighed.every((found) => found.level === 'quiet' || mended(found)))
  )
    complain(`that ${breaks} is false`, 'a match in which it is not');
  if (breaks !== undefined && weighed.length > 0 && !weighed.some(mended))
    complain(`that ${breaks} is false`, 'no such match');
  if (gravest && level !== 'quiet') {
    const bound = {
      ...gravest.match.bound,
      ...Object.assign({}, ...gravest.conditions.map(({ verdict }) => verdict.witness)),
    };
    const sentence = fillNames(correlation.sentence, bound, built.snapshot);
    if (says !== undefined && !sentence.includes(says)) complain(`a sentence with “${says}”`, `“${sentence}”`);
    if (level === 'warning' && sentence.includes('something') && !correlation.sentence.includes('something'))
      complain('a name for every variable of the sentence', `“${sentence}”`);
  }
  return wrong;
}

/** What a set of cases lacks: it fires, it is a watch, mending each condition ends it, a decoy stays quiet. */
export function missingCorrelationCases(correlation: Correlation, cases: readonly CorrelationCase[]): string[] {
  const lacks = [
    ...(['warning', 'watch', 'quiet'] as const)
      .filter((level) => !cases.some(({ own: { expect } }) => expect === level))
      .map((level) => `no case expects ${level}`),
    ...correlation.conditions
      .filter(({ id }) => !cases.some(({ own: { breaks, expect } }) => breaks === id && expect !== 'warning'))
      .map(({ id }) => `no case mends “${id}” (breaks: ${id})`),
    ...cases
      .flatMap(({ own: { breaks, missing } }) => [breaks, missing])
      .filter((id) => id !== undefined && !correlation.conditions.some((condition) => condition.id === id))
      .map((id) => `a case names the condition “${id}”, which there is not`),
    ...(cases.some(({ own: { decoy, expect } }) => decoy && expect === 'quiet')
      ? []
      : ['no case is a quiet decoy (decoy: true)']),
  ];
  return lacks.map((lack) => `${correlation.id}: ${lack}`);
}

/** What is wrong with its pattern: facts that a kind cannot have, relations that cannot join, names that nothing binds. */
export function checkCorrelation(correlation: Correlation): string[] {
  const { variables, edges } = correlation;
  const tests = [...correlation.conditions, ...correlation.impact.filter(({ test }) => test)].map(({ test }) => test!);
  const unnamed = (correlation.identify ?? []).filter((name) => !(name in variables));
  return [
    ...tests.flatMap((where) => checkPattern({ variables, edges, where })),
    ...unnamed.map((name) => `identify names “${name}”, which is no variable`),
  ];
}
