/** Picks: how a library’s meaning takes a value from a call. */
import type { Scalar } from '../../domain/term.ts';
import type { Pick } from '../../kit/define-library.ts';
import { contextOf, type Evaluation } from './evaluation.ts';
import { ecosystemOf } from './languages.ts';
import { memberOf } from './member.ts';
import { shapePicked } from './shape-picked.ts';
import type { Site, Value } from './value.ts';
import { alternatives, textOf } from './value.ts';

/** Most objects that a pick with `receiver` looks through. */
const receiverLimit = 6;

/** Gives the picked value in the shape that the pick asks for, or undefined when nothing was given. */
export const pickAt = (
  evaluation: Evaluation,
  pick: Pick,
  site: Site,
  receiver: Value | undefined,
): Value | undefined => {
  const found = take(evaluation, pick, site, receiver);
  if (found === undefined)
    return pick.as === 'present' && !site.call.spread
      ? shapePicked({ v: 'literal', value: false, trail: [] }, { ...pick, as: 'present' })
      : undefined;
  const reached = follow(evaluation, found, pick.path ?? [], site);
  if (reached === undefined) return undefined;
  return shapePicked(
    pick.maker ? madeBy(evaluation, reached, pick.maker) : reached,
    pick.prefixFrom ? withPrefix(evaluation, pick, pick.prefixFrom, site, receiver) : pick,
  );
};

/** The pick with the prefix that another pick gives, where it gives one text. */
const withPrefix = (evaluation: Evaluation, pick: Pick, from: Pick, site: Site, receiver: Value | undefined): Pick => {
  const value = pickAt(evaluation, from, site, receiver);
  const text = value && textOf(value);
  if (text === undefined || text === '') return pick;
  const { prefixes: _, ...rest } = pick;
  return { ...rest, prefix: `${text}:` };
};

const take = (evaluation: Evaluation, pick: Pick, site: Site, receiver: Value | undefined): Value | undefined => {
  const own = takeArgument(evaluation, pick, site);
  if (own) return own;
  if (pick.receiver) {
    let at = receiver;
    for (let guard = 0; at && guard < receiverLimit; guard++) {
      const made = at.v === 'object' || at.v === 'instance' ? at.site : undefined;
      const value = made && takeArgument(evaluation, pick, made);
      if (value) return value;
      at = at.v === 'object' || at.v === 'symbol' ? at.receiver : undefined;
    }
  }
  const context = contextOf(site);
  if (pick.environment !== undefined) {
    const { at } = site.call;
    const value = evaluation.evaluate({ t: 'environment', name: pick.environment, ...(at ? { at } : {}) }, context);
    // For its name alone it does not matter that nothing sets it.
    if (value.v !== 'unknown' || pick.as === 'variable') return value;
  }
  if (pick.value !== undefined) return { v: 'literal', value: pick.value, trail: [] };
  // A call with `*args` or `**kwargs` may set it there; the default cannot be claimed.
  if (site.call.spread) return undefined;
  const fallback = pick.fallback ?? fallbackByVersion(evaluation, pick, site);
  if (fallback === undefined) return undefined;
  const hop = { ...evaluation.evidence(site.file, site.call.at ?? 0), how: 'default', confidence: 0.9 } as const;
  return { v: 'literal', value: fallback, trail: [hop] };
};

/** A call’s own arguments: by name, in an options object, by position. */
const takeArgument = (evaluation: Evaluation, pick: Pick, site: Site): Value | undefined => {
  const { call, file } = site;
  const context = contextOf(site);
  for (const name of pick.named ?? []) {
    const named = call.named[name];
    if (named) return evaluation.evaluate(named, context);
  }
  const given = pick.named ? spreadMaps(evaluation, site) : [];
  for (const name of pick.named ?? []) {
    const found = given.find((each) => each.entries.some(([key]) => key.v === 'literal' && key.value === name));
    if (found) return memberOf(evaluation, found, name, context);
  }
  const options = pick.named && file.program.language !== 'python' ? call.args[pick.optionsAt ?? 0] : undefined;
  if (options) {
    for (const each of alternatives(evaluation.evaluate(options, context))) {
      if (each.v !== 'map') continue;
      for (const name of pick.named!) {
        const own = each.entries.findLast(([key]) => key.v === 'literal' && key.value === name);
        const value = memberOf(evaluation, each, name, context);
        if (value.v !== 'unknown') return value;
        // What it is may not be known; where it comes from is.
        if (own) return own[1];
      }
    }
  }
  const argument = pick.at === undefined ? undefined : call.args.at(pick.at);
  return argument && evaluation.evaluate(argument, context);
};

/** The maps that a call spreads into its named arguments: `**settings`. */
export const spreadMaps = (evaluation: Evaluation, site: Site): readonly Extract<Value, { v: 'map' }>[] => {
  const spread = site.call.named['**'];
  if (!spread) return [];
  const value = evaluation.evaluate(spread, contextOf(site));
  return alternatives(value).filter((each) => each.v === 'map');
};

/** What a path leads to; undefined where a map is known whole and has no such key. */
const follow = (evaluation: Evaluation, value: Value, path: readonly string[], site: Site): Value | undefined => {
  const context = contextOf(site);
  let at = value;
  for (const key of path) {
    const { trail } = at;
    if (key.startsWith('*')) {
      const items = alternatives(at).flatMap((each) =>
        each.v === 'list' ? each.items : each.v === 'map' ? each.entries.map(([, inner]) => inner) : [each],
      );
      at = { v: 'list', items: key === '*' ? items : items.filter((item) => isSuch(item, key.slice(1))), trail };
    } else if (at.v === 'list') {
      const items = at.items.map((each) => memberOf(evaluation, each, key, context));
      at = { v: 'list', items: items.filter((each) => each.v !== 'unknown'), trail };
    } else if (at.v === 'map' && at.entries.every(([own]) => own.v === 'literal' && own.value !== key))
      return undefined;
    else at = memberOf(evaluation, at, key, context);
  }
  return at;
};

/** Tells whether a map has the value that `key=value` asks for. */
const isSuch = (item: Value, wanted: string): boolean => {
  const [name, text] = wanted.split('=');
  return (
    item.v === 'map' &&
    item.entries.some(
      ([key, value]) => textOf(key) === name && alternatives(value).some((each) => textOf(each) === text),
    )
  );
};

/** What was picked may be what a call gave; then the question is put to that call. */
const madeBy = (evaluation: Evaluation, value: Value, maker: Pick): Value =>
  value.v === 'object' ? (pickAt(evaluation, maker, value.site, value.receiver) ?? value) : value;

const fallbackByVersion = (evaluation: Evaluation, pick: Pick, site: Site): Scalar | undefined => {
  const wanted = pick.fallbackByVersion;
  const ecosystem = ecosystemOf(site.file.program.language);
  const version = wanted && evaluation.world.packageVersion(ecosystem, wanted.package, site.file.path);
  return version === undefined
    ? undefined
    : wanted?.ranges.find(([range]) => evaluation.world.isVersionIn(ecosystem, version, range))?.[1];
};
