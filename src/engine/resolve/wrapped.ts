/** Wrapped: the project’s function or class that a call is given which could as well decorate it. */
import { contextOf, type Evaluation } from './evaluation.ts';
import type { Site, Subject, Value } from './value.ts';
import { alternatives } from './value.ts';

type Decorator = Extract<Value, { v: 'symbol' | 'object' }>;

/** The path by which a decorator has its meaning, with or without arguments. */
export const decoratorPath = ({ v, path }: Decorator): string => (v === 'object' ? path.replace(/\(\)$/, '') : path);

/** Most calls end in a name that no decorator has; they need no look-up. */
const lastName = ({ v, path }: Decorator): string =>
  path.slice(path.lastIndexOf('.') + 1, v === 'object' && path.endsWith('()') ? -2 : undefined);

/** What `tool(search)` and `server.tool("search")(search)` decorate; undefined for any other call. */
export const wrappedBy = (evaluation: Evaluation, callee: Decorator, site: Site): Subject | undefined => {
  const [first] = site.call.args;
  if (!first || !callee.libraries.decorators.has(lastName(callee))) return undefined;
  if (callee.libraries.meaningsOf(decoratorPath(callee), 'decorator').length === 0) return undefined;
  const given = alternatives(evaluation.evaluate(first, contextOf(site)));
  return given.find((each) => each.v === 'function' || each.v === 'class');
};
