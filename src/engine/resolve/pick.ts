/** Picks: how a library’s meaning takes a value from a call. */
import type { Pick } from '../../kit/define-library.ts';
import type { Evaluation } from './evaluation.ts';
import { memberOf } from './member.ts';
import type { Site, Value } from './value.ts';
import { alternatives, oneOf, withTrail } from './value.ts';

/** Gives the picked value with the pick’s `path`, `prefix` and `as` applied, or undefined when nothing was given. */
export const pickAt = (
  evaluator: Evaluation,
  pick: Pick,
  site: Site,
  receiver: Value | undefined,
): Value | undefined => {
  const found = take(evaluator, pick, site, receiver, 0);
  if (found === undefined) return pick.as === 'present' ? { v: 'literal', value: false, trail: [] } : undefined;
  return shape(follow(evaluator, found, pick.path ?? [], site), pick);
};

/** The part of a pick that looks at a call’s own arguments. */
const ownArguments = (pick: Pick): Pick => ({
  ...(pick.named ? { named: pick.named } : {}),
  ...(pick.at === undefined ? {} : { at: pick.at }),
  ...(pick.optionsAt === undefined ? {} : { optionsAt: pick.optionsAt }),
});

const take = (
  evaluator: Evaluation,
  pick: Pick,
  site: Site,
  receiver: Value | undefined,
  depth: number,
): Value | undefined => {
  const context = { path: site.file.path, file: site.file, frame: site.frame };
  const { call } = site;
  for (const name of pick.named ?? []) {
    const named = call.named[name];
    if (named) return evaluator.evaluate(named, context);
  }
  if (pick.named && site.file.program.language !== 'python') {
    const options = call.args[pick.optionsAt ?? 0];
    if (options) {
      for (const each of alternatives(evaluator.evaluate(options, context))) {
        if (each.v !== 'map') continue;
        for (const name of pick.named) {
          const value = memberOf(evaluator, each, name, context, undefined);
          if (value.v !== 'unknown') return value;
        }
      }
    }
  }
  if (pick.at !== undefined) {
    const argument = call.args[pick.at];
    if (argument) return evaluator.evaluate(argument, context);
  }
  if (pick.receiver && depth < 6) {
    for (let at = receiver; at; at = at.v === 'object' || at.v === 'symbol' ? at.receiver : undefined) {
      const made = at.v === 'object' || at.v === 'instance' ? at.site : undefined;
      if (!made) continue;
      const value = take(evaluator, ownArguments(pick), made, undefined, depth + 1);
      if (value) return value;
    }
  }
  if (pick.environment !== undefined) {
    const value = evaluator.evaluate(
      { t: 'environment', name: pick.environment, ...(call.at ? { at: call.at } : {}) },
      context,
    );
    if (value.v !== 'unknown') return value;
  }
  if (pick.value !== undefined) return { v: 'literal', value: pick.value, trail: [] };
  // A call with `*args` or `**kwargs` may set it there; the default cannot be claimed.
  if (pick.fallback !== undefined && !call.spread)
    return {
      v: 'literal',
      value: pick.fallback,
      trail: [{ ...evaluator.evidence(context, call.at ?? 0), how: 'default', confidence: 0.9 }],
    };
  return undefined;
};

const follow = (evaluator: Evaluation, value: Value, path: readonly string[], site: Site): Value => {
  let at = value;
  const context = { path: site.file.path, file: site.file, frame: site.frame };
  for (const key of path) {
    if (key === '*') {
      const items: Value[] = [];
      for (const each of alternatives(at)) {
        if (each.v === 'list') items.push(...each.items);
        else if (each.v === 'map') items.push(...each.entries.map(([, inner]) => inner));
        else items.push(each);
      }
      at = { v: 'list', items, trail: at.trail };
    } else if (at.v === 'list')
      at = {
        v: 'list',
        items: at.items
          .map((each) => memberOf(evaluator, each, key, context, undefined))
          .filter((each) => each.v !== 'unknown'),
        trail: at.trail,
      };
    else at = memberOf(evaluator, at, key, context, undefined);
  }
  return at;
};

const shape = (value: Value, pick: Pick): Value => {
  if (value.v === 'several') return oneOf(value.of.map((each) => shape(each, pick)));
  if (value.v === 'list' && pick.as !== 'present')
    return { ...value, items: value.items.map((each) => shape(each, pick)) };
  if (pick.as === 'present')
    return {
      v: 'literal',
      value: !(value.v === 'literal' && (value.value === null || value.value === false || value.value === '')),
      trail: value.trail,
    };
  if (value.v !== 'literal') return pick.prefix && (value.v === 'handle' || value.v === 'text') ? value : value;
  if (pick.as === 'commit')
    return { ...value, value: typeof value.value === 'string' && /^[0-9a-f]{40}$/.test(value.value) };
  if (typeof value.value !== 'string') return value;
  let text = value.value;
  if (pick.as === 'base') text = text.split(/[\\/]/).at(-1) ?? text;
  else if (pick.as === 'lowercase') text = text.toLowerCase();
  else if (pick.as === 'provider-of')
    text = (text.includes('/') ? text.split('/')[0] : text.includes(':') ? text.split(':')[0] : text) ?? text;
  else if (pick.as === 'after-slash') text = text.slice(Math.max(text.indexOf('/'), text.indexOf(':')) + 1);
  if (pick.prefix) text = `${pick.prefix}${text}`;
  return withTrail({ v: 'literal', value: text, trail: value.trail }, []);
};
