/** Finds what stands at a path of keys in a template, whatever the language writes its keys like. */
import type { Term } from '../domain/term.ts';
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
