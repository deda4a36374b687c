/** Elements picked out of what is known whole: `handlers.find(…)` may be any of the handlers, `models.get("fast")` is one of the models. */
import type { Context, Evaluation } from './evaluation.ts';
import { memberOf } from './member.ts';
import type { CallTerm, Value } from './value.ts';
import { alternatives, oneOf } from './value.ts';

/** Methods that give one element. https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Array */
const picking: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

/** The elements that a call may give, or undefined where it is no such method of a list or map that is known. */
export const elementsPicked = (evaluator: Evaluation, call: CallTerm, context: Context): Value | undefined => {
  const { callee } = call;
  if (callee.t !== 'member' || typeof callee.key !== 'string') return undefined;
  if (callee.key === 'get' && call.args.length > 0) return entryPicked(evaluator, callee.of, call, context);
  if (!picking.has(callee.key)) return undefined;
  const list = evaluator.evaluate(callee.of, context);
  return list.v === 'list' && list.items.length > 0 ? oneOf(list.items) : undefined;
};

/** `{…}.get(key, otherwise)`: the entry of that key, or what is given in its stead. */
const entryPicked = (
  evaluator: Evaluation,
  of: CallTerm['callee'],
  call: CallTerm,
  context: Context,
): Value | undefined => {
  const map = evaluator.evaluate(of, context);
  if (map.v !== 'map') return undefined;
  const [key, otherwise] = call.args.map((each) => evaluator.evaluate(each, context));
  const keys = alternatives(key!);
  const isKnown = keys.every((each) => each.v === 'literal' && typeof each.value === 'string');
  const found = alternatives(memberOf(evaluator, map, key!, context)).filter((each) => each.v !== 'unknown');
  if (found.length === 0) return isKnown ? otherwise : undefined;
  return oneOf(otherwise && found.length < keys.length ? [...found, otherwise] : found);
};
