/** Whether a known value of a fact stands up to a check. */
import type { FactValue } from '../domain/facts.ts';
import type { Check } from './pattern.ts';

/** Two-valued: the value is known. A check that does not fit the value’s type does not hold; `checkPattern` finds such checks beforehand. */
export const holds = (check: Check, value: FactValue): boolean => {
  if ('is' in check) return value === check.is;
  if ('in' in check) return check.in.includes(value as string);
  if ('matches' in check) return texts(value).some((text) => matches(check.matches, text));
  if ('includes' in check) return isList(value) && value.includes(check.includes);
  if ('includesAny' in check) return isList(value) && check.includesAny.some((item) => value.includes(item));
  if ('atLeast' in check) return typeof value === 'number' && value >= check.atLeast;
  if ('atMost' in check) return typeof value === 'number' && value <= check.atMost;
  if ('empty' in check) return (isList(value) || typeof value === 'string') && (value.length === 0) === check.empty;
  return true;
};

const isList = (value: FactValue): value is readonly string[] => Array.isArray(value);

const texts = (value: FactValue): readonly string[] =>
  isList(value) ? value : typeof value === 'string' ? [value] : [];

const matches = (expression: RegExp, text: string): boolean => {
  // A global or sticky expression goes on from where it last stopped.
  expression.lastIndex = 0;
  return expression.test(text);
};

/** Whether two known values of facts are the same; lists are compared item by item. */
export const isSameValue = (a: FactValue, b: FactValue): boolean =>
  isList(a) && isList(b) ? a.length === b.length && a.every((item, at) => item === b[at]) : a === b;
