/** Terms within bounds: tables of data and calls nested in calls are cut to an unknown before they outgrow their file. */
import type { Term } from '../domain/term.ts';
import { unknownTerm } from '../domain/term.ts';

/** Most elements of a list or map that are kept. */
const elementLimit = 1_000;
/** Longest list of nothing but numbers that is kept: longer ones are tables and embeddings. */
const numberLimit = 64;

const isNumber = (term: Term): boolean => term.t === 'literal' && typeof term.value === 'number';

/** A list, or unknown when it is a table of data. */
export const listTerm = (items: readonly Term[], at: number): Term => {
  if (items.length > elementLimit) return unknownTerm(`a list of ${items.length} elements`, at);
  if (items.length > numberLimit && items.every(isNumber)) return unknownTerm(`a list of ${items.length} numbers`, at);
  return { t: 'list', items, at };
};

/** A map, or unknown when it is a table of data. */
export const mapTerm = (entries: readonly (readonly [Term, Term])[], at: number): Term => {
  if (entries.length > elementLimit) return unknownTerm(`a map of ${entries.length} entries`, at);
  return { t: 'map', entries, at };
};

/** Counts the nodes of terms; each term is counted once, however often it is asked about. */
export class TermSizes {
  readonly #sizes = new WeakMap<Term, number>();

  of(term: Term): number {
    switch (term.t) {
      case 'name':
      case 'literal':
      case 'unknown':
      case 'reference':
      case 'function':
      case 'class':
      case 'parameter':
        return 1;
    }
    const known = this.#sizes.get(term);
    if (known !== undefined) return known;
    const size = 1 + this.#inside(term);
    this.#sizes.set(term, size);
    return size;
  }

  #inside(term: Term): number {
    switch (term.t) {
      case 'environment':
        return (typeof term.name === 'string' ? 0 : this.of(term.name)) + (term.fallback ? this.of(term.fallback) : 0);
      case 'template':
        return this.#sum(term.parts);
      case 'member':
        return this.of(term.of) + (typeof term.key === 'string' ? 0 : this.of(term.key));
      case 'call':
        return this.of(term.callee) + this.#sum(term.args) + this.#sum(Object.values(term.named));
      case 'list':
        return this.#sum(term.items);
      case 'map':
        return term.entries.reduce((sum, [key, value]) => sum + this.of(key) + this.of(value), 0);
      case 'either':
      case 'operation':
        return this.#sum(term.of);
      default:
        return 0;
    }
  }

  #sum(terms: readonly Term[]): number {
    return terms.reduce((sum, each) => sum + this.of(each), 0);
  }
}
