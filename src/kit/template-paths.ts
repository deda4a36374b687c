/** Finds what stands at a path of keys in a template, whatever the language writes its keys like. */
import { type Term, unknownTerm } from '../domain/term.ts';
import { eachOf } from '../read/aws-policy.ts';

const plainKey = (key: string): string => key.replaceAll('_', '').toLowerCase();

/** The value of a key of a map; keys are compared without regard to case and underscores, because the languages differ in them. */
export const partOf = (term: Term | undefined, key: string): Term | undefined => {
  if (term?.t !== 'map') return undefined;
  const plain = plainKey(key);
  return term.entries.findLast(([name]) => name.t === 'literal' && plainKey(String(name.value)) === plain)?.[1];
};

/**
 * Everything at a path of keys; every item of a list on the way, and both branches of a condition. `a|b` is the first of several paths at
 * which anything stands, and `filters[type=WORD]` the items of which this is true.
 */
export const allAt = (term: Term | undefined, paths: string): readonly Term[] => {
  for (const path of paths.split('|')) {
    let found = eachOf(term);
    for (const step of path.split('.')) {
      const [, key = step, argument, value] = /^([^[]+)\[(\w+)=([^\]]*)\]$/.exec(step) ?? [];
      found = found.flatMap((each) => eachOf(partOf(each, key)));
      if (argument !== undefined) found = found.filter((each) => literalText(partOf(each, argument)) === value);
    }
    if (found.length > 0) return found;
  }
  return [];
};

/** The text of a literal. */
export const literalText = (term: Term | undefined): string | undefined =>
  term?.t === 'literal' && typeof term.value === 'string' ? term.value : undefined;

/**
 * The one value at a path: of a list on the way the first item that has it. Where a condition decides on the way, or at the end, it is one of
 * several, and unknown is one of them where a branch says nothing.
 */
export const valueAt = (term: Term | undefined, paths: string): Term | undefined => {
  for (const path of paths.split('|')) {
    const found = path.includes('[') ? allAt(term, path)[0] : along(term, path.split('.'));
    if (found) return found;
  }
  return undefined;
};

const along = (term: Term | undefined, steps: readonly string[]): Term | undefined => {
  if (term === undefined || (term.t === 'literal' && term.value === null)) return undefined;
  if (term.t === 'either') {
    const found = term.of.map((each) => along(each, steps));
    const said = found.filter((each) => each !== undefined);
    if (said.length === 0) return undefined;
    const open = said.length < found.length ? [unknownTerm('a condition decides whether it is set', term.at)] : [];
    return { t: 'either', of: [...said, ...open], at: term.at ?? 0 };
  }
  if (term.t === 'list') {
    for (const item of term.items) {
      const found = along(item, steps);
      if (found) return found;
    }
    return undefined;
  }
  const [step, ...rest] = steps;
  return step === undefined ? term : along(partOf(term, step), rest);
};
