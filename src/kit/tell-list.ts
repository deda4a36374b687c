/** Tells the first items of a list that is a fact, for messages. */
import type { FactOf } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AssetView } from './define-detector.ts';

/** The items of a list fact; none where it is not known. */
export const itemsOfFact = <K extends AssetKind>(it: AssetView<K>, fact: FactOf<K>): readonly string[] => {
  const value = it.snapshot.fact(it.number, fact)?.value;
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/** The first items, and how many more there are: `a; b; and 3 more`. */
export const tellList = <K extends AssetKind>(it: AssetView<K>, fact: FactOf<K>, most = 3): string => {
  const items = itemsOfFact(it, fact);
  return [...items.slice(0, most), ...(items.length > most ? [`and ${items.length - most} more`] : [])].join('; ');
};
