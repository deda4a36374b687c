/** The shape of a picked value: filtered, turned, chosen and prefixed as its pick asks. */
import type { Scalar } from '../../domain/term.ts';
import type { Pick } from '../../kit/define-library.ts';
import type { Value } from './value.ts';
import { oneOf } from './value.ts';

/** Gives the value in the pick’s shape; undefined where nothing of it counts. What is not literal passes unchanged. */
export const shapePicked = (value: Value, pick: Pick): Value | undefined => {
  if (pick.as === 'present') return turnInto(value, isGiven(value), pick);
  if (pick.as === 'variable') return variableOf(value);
  if (pick.as === 'keys') return keysOf(value);
  const path = pick.as === 'path' ? pathOf(value) : undefined;
  if (path !== undefined) return shapePicked({ v: 'literal', value: path, trail: value.trail }, pick);
  if (value.v === 'several') {
    const kept = value.of.map((each) => shapePicked(each, pick)).filter((each) => each !== undefined);
    return kept.length > 0 ? oneOf(kept, value.trail) : undefined;
  }
  if (value.v === 'list') {
    const kept = value.items.map((each) => shapePicked(each, pick)).filter((each) => each !== undefined);
    return kept.length > 0 || value.items.length === 0 ? { ...value, items: kept } : undefined;
  }
  if (value.v === 'text' && pick.matching && !value.parts.some((part) => part.v === 'handle'))
    return beginningOf(value, pick.matching, pick);
  if (value.v !== 'literal') return value;
  // Nothing is no text, so it is never one that matches.
  if (pick.matching && value.value === null) return undefined;
  const matched = pick.matching ? pick.matching.exec(String(value.value)) : undefined;
  if (matched === null) return undefined;
  return turnInto(value, transform(matched ? (matched[1] ?? matched[0]) : value.value, pick), pick);
};

/** What is a library’s has a path; what the project writes itself is its own, with the name that it has there. */
const pathOf = (value: Value): string | undefined => {
  if (value.v === 'object' || value.v === 'symbol') return value.path;
  if (value.v !== 'function' && value.v !== 'class' && value.v !== 'instance') return undefined;
  const { functions, classes } = value.file.program;
  return `own ${(value.v === 'function' ? functions : classes)[value.index]?.name ?? ''}`.trim();
};

/** A text of which only the beginning is known may be known enough: `s3://models/…` is of `s3://models`. */
const beginningOf = (value: Extract<Value, { v: 'text' }>, matching: RegExp, pick: Pick): Value | undefined => {
  const first = value.parts[0];
  const text = first?.v === 'literal' ? String(first.value) : '';
  const matched = matching.exec(text);
  if (!matched) return undefined;
  // What follows could still belong to a match that reaches the end of what is known.
  if (matched.index + matched[0].length === text.length) return value;
  return turnInto(value, transform(matched[1] ?? matched[0], pick), pick);
};

const isGiven = (value: Value): boolean =>
  !(value.v === 'literal' && (value.value === null || value.value === false || value.value === '')) &&
  !(value.v === 'list' && value.items.length === 0);

const turnInto = (value: Value, scalar: Scalar, pick: Pick): Value | undefined => {
  if (!pick.choices) return { v: 'literal', value: scalar, trail: value.trail };
  const chosen = pick.choices[String(scalar)];
  return chosen === undefined ? undefined : { v: 'literal', value: chosen, trail: value.trail };
};

const transform = (scalar: Scalar, pick: Pick): Scalar => {
  if (pick.as === 'commit') return typeof scalar === 'string' && /^[0-9a-f]{40}$/.test(scalar);
  if (typeof scalar !== 'string') return scalar;
  if (pick.as === 'provider-path' && scalar.includes('/')) return scalar.replace('/', ':');
  const text = turned(scalar, pick.as);
  const prefix =
    Object.entries(pick.prefixes ?? {}).find(([start]) => text.startsWith(start))?.[1] ?? pick.prefix ?? '';
  return `${prefix}${text}`;
};

const turned = (text: string, as: Pick['as']): string => {
  if (as === 'base') return text.split(/[\\/]/).at(-1) ?? text;
  if (as === 'lowercase') return text.toLowerCase();
  if (as === 'provider-of') return text.split(text.includes('/') ? '/' : ':')[0] ?? text;
  if (as === 'after-slash') return text.slice(Math.max(text.indexOf('/'), text.indexOf(':')) + 1);
  return text;
};

/** The name of the environment variable that a value was read from: its trail says so. */
const variableOf = (value: Value): Value | undefined => {
  for (const hop of value.trail) {
    const name = hop.note && /^(?:default of )?environment variable (\S+)$/.exec(hop.note)?.[1];
    if (name) return { v: 'literal', value: name, trail: [hop] };
  }
  if (value.v !== 'several') return undefined;
  const names = value.of.map(variableOf).filter((each) => each !== undefined);
  return names.length > 0 ? oneOf(names) : undefined;
};

const keysOf = (value: Value): Value | undefined =>
  value.v === 'map'
    ? { v: 'list', items: value.entries.map(([key]) => key).filter((key) => key.v === 'literal'), trail: value.trail }
    : undefined;
