/** Ingredients: everything that goes into a value, through texts, operations, containers and library calls without a meaning. */
import { contextOf, type Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';

const partLimit = 400;
const depthLimit = 24;

/** Calls back with the value and all its parts, each once; bounded. What a described source yields is not looked into. */
export const visitIngredients = (evaluation: Evaluation, value: Value, each: (part: Value) => void): void =>
  visitParts(value, each, (part) => (part.v === 'object' ? partsOfObject(evaluation, part) : undefined));

/** The same with other parts of what `partsOf` decides about. */
export const visitParts = (
  value: Value,
  each: (part: Value) => void,
  partsOf: (part: Value) => readonly Value[] | undefined,
): void => {
  const seen = new Set<Value>();
  const visit = (part: Value, depth: number): void => {
    if (seen.has(part) || seen.size > partLimit || depth > depthLimit) return;
    seen.add(part);
    each(part);
    for (const inner of partsOf(part) ?? ownParts(part)) visit(inner, depth + 1);
  };
  visit(value, 0);
};

const ownParts = (value: Value): readonly Value[] => {
  switch (value.v) {
    case 'several':
    case 'mix':
      return value.of;
    case 'text':
      return value.parts;
    case 'list':
      return value.items;
    case 'map':
      return value.entries.map(([, inner]) => inner);
    case 'symbol':
      return value.receiver ? [value.receiver] : [];
    default:
      return [];
  }
};

const partsOfObject = (evaluation: Evaluation, value: Extract<Value, { v: 'object' }>): readonly Value[] => {
  if (value.libraries.yields(value.path)) return [];
  const { call } = value.site;
  const context = contextOf(value.site);
  const parts = [...call.args, ...Object.values(call.named)].map((each) => evaluation.evaluate(each, context));
  return value.receiver ? [value.receiver, ...parts] : parts;
};
