/** Which extractors read which file: their claims compiled into tables, so that a million paths are matched in a moment. */
import type { Extractor } from '../kit/define-extractor.ts';

/** Gives the numbers (positions in the list) of the extractors that claim a path, ascending. */
export type FindClaimers = (path: string) => readonly number[];

const none: readonly number[] = [];

/** Compiles the claims of a list of extractors. */
export const compileClaims = (extractors: readonly Extractor[]): FindClaimers => {
  const names = new Map<string, number[]>();
  const endings = new Map<string, number[]>();
  const expressions: { readonly expression: RegExp; readonly number: number }[] = [];
  const add = (table: Map<string, number[]>, key: string, number: number): void => {
    const list = table.get(key);
    if (list) list.push(number);
    else table.set(key, [number]);
  };
  extractors.forEach(({ claims }, number) => {
    for (const name of claims.names ?? []) add(names, name, number);
    for (const ending of claims.endings ?? []) add(endings, ending.toLowerCase(), number);
    for (const expression of claims.paths ?? []) {
      // A sticky or global expression remembers where it stopped and would answer differently the next time.
      expressions.push({ expression: new RegExp(expression.source, expression.flags.replace(/[gy]/g, '')), number });
    }
  });

  /** One list for all files that the same extractors claim. */
  const lists = new Map<string, readonly number[]>();
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = new Set<number>(names.get(name));
    const lower = name.toLowerCase();
    for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
      for (const number of endings.get(lower.slice(dot)) ?? none) found.add(number);
    }
    for (const { expression, number } of expressions) if (expression.test(path)) found.add(number);
    if (found.size === 0) return none;
    const list = [...found].sort((a, b) => a - b);
    const key = list.join();
    const known = lists.get(key);
    if (known) return known;
    lists.set(key, list);
    return list;
  };
};
