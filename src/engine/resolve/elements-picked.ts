/** Elements picked out of a list: `handlers.find(…)` may be any of the handlers, and what is called on it runs their code. */
import type { Context, Evaluation } from './evaluation.ts';
import type { CallTerm, Value } from './value.ts';
import { oneOf } from './value.ts';

/** Methods that give one element. https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Array */
const picking: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

/** The elements that a call may give, or undefined where it is no such method of a list that is known. */
export const elementsPicked = (evaluator: Evaluation, call: CallTerm, context: Context): Value | undefined => {
  const { callee } = call;
  if (callee.t !== 'member' || typeof callee.key !== 'string' || !picking.has(callee.key)) return undefined;
  const list = evaluator.evaluate(callee.of, context);
  return list.v === 'list' && list.items.length > 0 ? oneOf(list.items) : undefined;
};
