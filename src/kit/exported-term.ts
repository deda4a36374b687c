/** What a cloud’s command line printed as terms: plain values with their lines, read the way templates are. */
import { literal, type Term } from '../domain/term.ts';
import type { Positioned } from '../read/positioned.ts';

/** A value as a term. */
export const exportedTerm = (value: Positioned): Term => {
  const at = value.line;
  if (value.is === 'scalar') return literal(value.value, at);
  if (value.is === 'list') return { t: 'list', items: value.items.map(exportedTerm), at };
  return {
    t: 'map',
    // A key without a value says no more than a key that is not there.
    entries: [...value.entries].flatMap(([key, entry]) =>
      entry.value.is === 'scalar' && entry.value.value === null
        ? []
        : [[literal(key, entry.line), exportedTerm(entry.value)] as const],
    ),
    at,
  };
};

/** A map with further entries, which count before those of the same name. */
export const withEntries = (term: Term, entries: Readonly<Record<string, Term | undefined>>): Term =>
  term.t !== 'map'
    ? term
    : {
        ...term,
        entries: [
          ...term.entries,
          ...Object.entries(entries).flatMap(([key, value]) =>
            value === undefined ? [] : [[literal(key, value.at ?? 0), value] as const],
          ),
        ],
      };

/** A map without the entries of these names. */
export const withoutEntries = (term: Term, ...names: readonly string[]): Term =>
  term.t !== 'map'
    ? term
    : {
        ...term,
        entries: term.entries.filter(([key]) => key.t !== 'literal' || !names.includes(String(key.value))),
      };
