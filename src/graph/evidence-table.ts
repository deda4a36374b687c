/** Evidence as packed rows: a chain of places is one number. */
import { type Evidence, type How, hows } from '../domain/evidence.ts';
import { grown } from './growth.ts';
import { StringTable } from './string-table.ts';

/** Line numbers share their word with the mark that the chain goes on. */
const goesOn = 0x80000000;
const separator = '\u0000';
const latelyKept = 4;

/** How surely a chain of places says what it says. `how` is an index into `hows`, 0 the strongest. */
export interface Strength {
  readonly how: number;
  readonly confidence: number;
}

/** Negative when `a` is stronger: observed before declared before default before inferred, then by confidence. */
export const compareStrength = (a: Strength, b: Strength): number => a.how - b.how || b.confidence - a.confidence;

/** Says a strength of nothing at all: a statement without evidence. */
const unsupported: Strength = { how: hows.indexOf('inferred'), confidence: 1 };

/**
 * A chain is a list of hops that together prove one thing. It is as strong as its weakest hop, and as sure as all of them together.
 * Append-only: a chain once given never changes, so that snapshots and builders may share one table. Chain −1 is empty.
 */
export class EvidenceTable {
  /** Source, path and note of a place without its line, with its manner: few, however many rows there are. */
  #origins = new StringTable();
  /** What `read` has taken apart once: many rows stand in one place. */
  readonly #places: (Omit<Evidence, 'line'> | undefined)[] = [];
  /** Those asked for last, oldest first from `#oldest` on: what stands in one place comes one after another. */
  readonly #lately: (Required<Omit<Evidence, 'line'>> & { readonly origin: number })[] = [];
  #oldest = 0;
  #how = new Uint8Array(16);
  #confidence = new Float64Array(16);
  #rowOrigin = new Int32Array(16);
  #rowLine = new Uint32Array(16);
  #count = 0;
  #last = -1;

  /** Gives the number of a place without its line, for `addRow`. */
  origin(source: string, path: string, how: How, confidence: number, note = ''): number {
    for (const one of this.#lately)
      if (
        one.source === source &&
        one.path === path &&
        one.how === how &&
        one.confidence === confidence &&
        one.note === note
      )
        return one.origin;
    const origin = this.#findOrigin(source, path, how, confidence, note);
    this.#lately[this.#oldest] = { source, path, how, confidence, note, origin };
    this.#oldest = (this.#oldest + 1) % latelyKept;
    return origin;
  }

  #findOrigin(source: string, path: string, how: How, confidence: number, note: string): number {
    const key = `${how}${separator}${confidence}${separator}${source}${separator}${path}${separator}${note}`;
    const known = this.#origins.count;
    const origin = this.#origins.intern(key);
    if (origin === known) {
      this.#how = grown(this.#how, origin + 1);
      this.#how[origin] = hows.indexOf(how);
      this.#confidence = grown(this.#confidence, origin + 1);
      this.#confidence[origin] = confidence;
      this.#places.push(undefined);
    }
    return origin;
  }

  /** Adds a chain of one hop; gives its number. */
  addRow(origin: number, line: number): number {
    const last = this.#last;
    // Most facts of an asset stand in the same place, and come one after another.
    if (last >= 0 && this.#rowOrigin[last] === origin && this.#rowLine[last] === line) return last;
    this.#last = this.#push(origin, line);
    return this.#last;
  }

  /** Adds a chain; gives its number, −1 for an empty one. */
  add(chain: readonly Evidence[]): number {
    const [only] = chain;
    if (!only) return -1;
    if (chain.length === 1) return this.addRow(this.#originOf(only), clampLine(only.line));
    const start = this.#count;
    chain.forEach((hop, index) => {
      this.#push(this.#originOf(hop), clampLine(hop.line) + (index < chain.length - 1 ? goesOn : 0));
    });
    this.#last = -1;
    return start;
  }

  read(chain: number): Evidence[] {
    const result: Evidence[] = [];
    if (chain < 0) return result;
    for (let row = chain; ; row++) {
      result.push(this.#read(row));
      if (this.#rowLine[row]! < goesOn) return result;
    }
  }

  strength(chain: number): Strength {
    if (chain < 0) return unsupported;
    let how = 0;
    let confidence = 1;
    for (let row = chain; ; row++) {
      const origin = this.#rowOrigin[row]!;
      how = Math.max(how, this.#how[origin]!);
      confidence *= this.#confidence[origin]!;
      if (this.#rowLine[row]! < goesOn) return { how, confidence };
    }
  }

  isSame(a: number, b: number): boolean {
    if (a === b) return true;
    if (a < 0 || b < 0) return false;
    for (let step = 0; ; step++) {
      if (this.#rowOrigin[a + step] !== this.#rowOrigin[b + step]) return false;
      if (this.#rowLine[a + step] !== this.#rowLine[b + step]) return false;
      if (this.#rowLine[a + step]! < goesOn) return true;
    }
  }

  /** All places of several chains, each once, the strongest chain first; the order in which the chains came never matters. */
  unite(chains: readonly number[]): readonly Evidence[] {
    if (chains.length === 0) return [];
    if (chains.length === 1) return this.read(chains[0]!);
    const keys = new Map<number, string>();
    const keyOfChain = (chain: number): string => {
      const known = keys.get(chain);
      if (known !== undefined) return known;
      const key = this.read(chain).map(keyOf).join('\u0001');
      keys.set(chain, key);
      return key;
    };
    const sorted = chains
      .map((chain) => ({ chain, strength: this.strength(chain) }))
      .sort(
        (a, b) =>
          compareStrength(a.strength, b.strength) ||
          (a.chain === b.chain ? 0 : compareTexts(keyOfChain(a.chain), keyOfChain(b.chain))),
      );
    const seen = new Set<number>();
    const places: Evidence[] = [];
    for (const { chain } of sorted) {
      if (chain < 0) continue;
      for (let row = chain; ; row++) {
        const line = this.#rowLine[row]!;
        // The same place has the same origin: both numbers together are below 2 ** 53.
        const key = this.#rowOrigin[row]! * goesOn + (line % goesOn);
        if (!seen.has(key)) {
          seen.add(key);
          places.push(this.#read(row));
        }
        if (line < goesOn) break;
      }
    }
    return places;
  }

  #originOf({ source, path, how, confidence, note }: Evidence): number {
    return this.origin(source, path, how, confidence, note);
  }

  #push(origin: number, line: number): number {
    const row = this.#count++;
    this.#rowOrigin = grown(this.#rowOrigin, row + 1);
    this.#rowOrigin[row] = origin;
    this.#rowLine = grown(this.#rowLine, row + 1);
    this.#rowLine[row] = line;
    return row;
  }

  #read(row: number): Evidence {
    const origin = this.#rowOrigin[row]!;
    const { source, path, how, confidence, note } = this.#placeOf(origin);
    const line = this.#rowLine[row]! % goesOn;
    return note === undefined ? { source, path, line, how, confidence } : { source, path, line, how, confidence, note };
  }

  #placeOf(origin: number): Omit<Evidence, 'line'> {
    this.#places[origin] ??= this.#takeApart(origin);
    return this.#places[origin];
  }

  #takeApart(origin: number): Omit<Evidence, 'line'> {
    const [, , source = '', path = '', ...note] = this.#origins.text(origin).split(separator);
    const place = { source, path, how: hows[this.#how[origin]!]!, confidence: this.#confidence[origin]! };
    const says = note.join(separator);
    return says === '' ? place : { ...place, note: says };
  }
}

const clampLine = (line: number): number => Math.min(Math.max(0, Math.trunc(line) || 0), goesOn - 1);

const keyOf = ({ source, path, line, how, confidence, note }: Evidence): string =>
  [source, path, String(line).padStart(10, '0'), how, confidence, note ?? ''].join(separator);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
