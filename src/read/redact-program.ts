/** Takes credentials out of a program before it leaves its reader: a literal that holds one becomes a reference to its fingerprint. */
import type { Program } from '../domain/program.ts';

/** The words that stand where a credential was in a text that is no value. */
const mark = '[credential]';

/**
 * Gives the program without the given values. A literal that contains one becomes a reference of the namespace `secret`, named by the
 * value’s fingerprint; in documentation and names the value is replaced. The program itself is given back when nothing is to be hidden.
 */
export const redactProgram = (
  program: Program,
  values: readonly string[],
  fingerprint: (value: string) => string,
): Program => {
  // Longer values first, so that a value inside another does not leave the rest of it standing.
  const hidden = [...new Set(values)].filter((value) => value !== '').sort((a, b) => b.length - a.length);
  if (hidden.length === 0) return program;
  const done = new Map<object, unknown>();
  const clean = (text: string): string => {
    let result = text;
    for (const value of hidden) if (result.includes(value)) result = result.replaceAll(value, mark);
    return result;
  };
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (typeof value !== 'object' || value === null) return value;
    // Terms are shared between bindings and calls; each is copied once.
    const known = done.get(value);
    if (known !== undefined) return known;
    const made = Array.isArray(value) ? value.map(copy) : copyObject(value as Record<string, unknown>);
    done.set(value, made);
    return made;
  };
  const copyObject = (value: Record<string, unknown>): Record<string, unknown> => {
    if (value.t === 'literal' && typeof value.value === 'string') {
      const text = value.value;
      const found = hidden.find((each) => text.includes(each));
      if (found !== undefined)
        return {
          t: 'reference',
          namespace: 'secret',
          name: fingerprint(found),
          ...(value.at === undefined ? {} : { at: value.at }),
        };
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [clean(key), copy(each)]));
  };
  return copy(program) as Program;
};
