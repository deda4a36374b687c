/** The bench for derivations: applies one rule to little graphs, and tells what is wrong with its conclusions. */
import { z } from 'zod';
import { belongsTo, type FactName, factNames } from '../domain/facts.ts';
import { mayJoin, type RelationKind, relationIds } from '../domain/relations.ts';
import { checkPattern } from '../graph/check-pattern.ts';
import { type Concluded, conclude } from './apply-derivation.ts';
import { buildCase } from './build-case.ts';
import type { Derivation } from './define-derivation.ts';
import { type GraphCase, readGraphCases } from './graph-case.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const own = {
  /** All that the rule concludes in one round, no more and no less. */
  expect: z.union([
    z.literal('nothing'),
    z.strictObject({
      facts: z.array(z.tuple([z.string(), z.enum(factNames as [string, ...string[]]), value])).optional(),
      relations: z.array(z.tuple([z.string(), z.enum(relationIds as [string, ...string[]]), z.string()])).optional(),
    }),
  ]),
};
export type DerivationCase = GraphCase<z.infer<z.ZodObject<typeof own>>>;

/** Reads a derivation’s `cases.yaml`; throws at the first mistake. */
export const readDerivationCases = (text: string, file: string): DerivationCase[] => readGraphCases(text, file, own);

/** What one case shows to be wrong; empty when the rule concludes exactly what is expected. */
export function runDerivationCase(derivation: Derivation, one: DerivationCase): string[] {
  const { snapshot } = buildCase(one);
  const inWords = ({ says }: Concluded): string =>
    'fact' in says
      ? `${snapshot.id(says.of)} ${says.fact} ${JSON.stringify(says.value)}`
      : `${snapshot.id(says.from)} ${says.relation} ${snapshot.id(says.to)}`;
  const { expect } = one.own;
  const wanted =
    expect === 'nothing'
      ? []
      : [
          ...(expect.facts ?? []).map(([asset, fact, given]) => `${asset} ${fact} ${JSON.stringify(given)}`),
          ...(expect.relations ?? []).map((parts) => parts.join(' ')),
        ];
  const concluded = conclude(derivation, snapshot);
  const got = concluded.map(inWords);
  return [
    ...wanted.filter((line) => !got.includes(line)).map((line) => `does not conclude “${line}”`),
    ...got
      .filter((line) => !wanted.includes(line))
      .map((line) => `concludes “${line}”, which the case does not expect`),
    ...concluded
      .filter(({ evidence }) => evidence.length === 0)
      .map((found) => `concludes “${inWords(found)}” without evidence`),
  ].map((wrong) => `${one.place} “${one.name}”: ${wrong}`);
}

/** What a set of cases lacks: one in which the rule concludes something, and one in which it stays quiet. */
export function missingDerivationCases(derivation: Derivation, cases: readonly DerivationCase[]): string[] {
  return [
    ...(cases.some(({ own: { expect } }) => expect !== 'nothing') ? [] : ['no case in which it concludes something']),
    ...(cases.some(({ own: { expect } }) => expect === 'nothing') ? [] : ['no case that expects nothing']),
  ].map((lack) => `${derivation.id}: ${lack}`);
}

/** What is wrong with its pattern, and with conclusions that are written as data. */
export function checkDerivation({ when, conclude }: Derivation): string[] {
  const kindsOf = (variable: string) => [when.variables[variable] ?? []].flat();
  const conclusions = typeof conclude === 'function' ? [] : conclude;
  return [
    ...checkPattern(when),
    ...conclusions.flatMap((conclusion) => {
      if ('fact' in conclusion) {
        return kindsOf(conclusion.of)
          .filter((kind) => !belongsTo(conclusion.fact as FactName, kind))
          .map((kind) => `it concludes ${conclusion.fact} of a ${kind}, which has no such fact`);
      }
      const tos = kindsOf(conclusion.to);
      return kindsOf(conclusion.from)
        .filter((from) => !tos.some((to) => mayJoin(conclusion.relation as RelationKind, from, to)))
        .map((from) => `it concludes ${conclusion.relation} from a ${from}, which cannot stand in it`);
    }),
  ];
}
