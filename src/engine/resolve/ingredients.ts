/** Ingredients: everything that goes into a value, through texts, operations, containers and library calls without a meaning. */
import { contextOf, type Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';

const partLimit = 400;
const depthLimit = 24;

/** Calls back with the value and all its parts, each once; bounded. What a described source yields is not looked into. */
export const visitIngredients = (evaluation: Evaluation, value: Value, each: (part: Value) => void): void => {
  const seen = new Set<Value>();
  const visit = (part: Value, depth: number): void => {
    if (seen.has(part) || seen.size > partLimit || depth > depthLimit) return;
    seen.add(part);
    each(part);
    for (const inner of partsOf(evaluation, part)) visit(inner, depth + 1);
  };
  visit(value, 0);
};

const partsOf = (evaluation: Evaluation, value: Value): readonly Value[] => {
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
    case 'object': {
      if (value.libraries.yields(value.path)) return [];
      const { call } = value.site;
      const context = contextOf(value.site);
      const given = [...call.args, ...Object.values(call.named)];
      const parts = given.map((argument) => evaluation.evaluate(argument, context));
      return value.receiver ? [value.receiver, ...parts] : parts;
    }
    default:
      return [];
  }
};
