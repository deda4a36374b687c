/** Positioned values: what a configuration file says, with the line of every key and value, in one shape for JSON, YAML and TOML. */
import type { Scalar } from '../domain/term.ts';

/** One value with the line (from 1) on which it starts. */
export type Positioned = PositionedScalar | PositionedList | PositionedMap;

export interface PositionedScalar {
  readonly is: 'scalar';
  readonly value: Scalar;
  readonly line: number;
}

export interface PositionedList {
  readonly is: 'list';
  readonly items: readonly Positioned[];
  readonly line: number;
}

export interface PositionedMap {
  readonly is: 'map';
  /** In the order of the file; a key given twice keeps the later value, as every common reader does. */
  readonly entries: ReadonlyMap<string, PositionedEntry>;
  readonly line: number;
}

export interface PositionedEntry {
  /** Line of the key. */
  readonly line: number;
  readonly value: Positioned;
}

/** What reading one file gave: as much as could be read, and what was wrong. */
export interface PositionedFile {
  /** Absent when nothing could be read. */
  readonly value?: Positioned;
  readonly errors: readonly Mistake[];
}

/** Deepest nesting that is read; no configuration that people write comes near it. */
export const deepestNesting = 200;

/** A mistake with the line (from 1) it was noticed on. */
export interface Mistake {
  readonly line: number;
  readonly why: string;
}

const mostMistakes = 20;

/** The first mistakes of a file, and one line that counts the rest: a file that is none of its kind has one on every line. */
export const firstMistakes = (all: readonly Mistake[]): readonly Mistake[] => {
  const next = all[mostMistakes];
  if (next === undefined) return all;
  const more = { line: next.line, why: `and ${all.length - mostMistakes} more mistakes from here on` };
  return [...all.slice(0, mostMistakes), more];
};

/** The entry of a map, or undefined for another key or anything that is no map. */
export const entryOf = (of: Positioned | undefined, key: string): PositionedEntry | undefined =>
  of?.is === 'map' ? of.entries.get(key) : undefined;

/** The value below a path of keys; a number is an index into a list. */
export const valueAt = (of: Positioned | undefined, ...path: readonly (string | number)[]): Positioned | undefined => {
  let at = of;
  for (const step of path) {
    if (typeof step === 'string') at = entryOf(at, step)?.value;
    else at = at?.is === 'list' ? at.items[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
};

/** The text of a scalar that is a text. */
export const textOf = (of: Positioned | undefined): string | undefined =>
  of?.is === 'scalar' && typeof of.value === 'string' ? of.value : undefined;

/** The value of a scalar that is true or false. */
export const booleanOf = (of: Positioned | undefined): boolean | undefined =>
  of?.is === 'scalar' && typeof of.value === 'boolean' ? of.value : undefined;

/** The entries of a map as pairs; none for anything else. */
export const entriesOf = (of: Positioned | undefined): readonly (readonly [string, PositionedEntry])[] =>
  of?.is === 'map' ? [...of.entries] : [];

/** The items of a list; none for anything else. */
export const itemsOf = (of: Positioned | undefined): readonly Positioned[] => (of?.is === 'list' ? of.items : []);

/** The texts of a list; items of other types are left out. */
export const textsOf = (of: Positioned | undefined): readonly string[] =>
  itemsOf(of).flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [text];
  });
