/** Reach: how surely each package of a lock file is needed, by the way the source’s own projects come to it. */
import type { ScopeOfUse } from './package-mention.ts';

/** From the strongest use to the weakest. */
const strongestFirst = ['production', 'optional', 'development', 'test'] as const satisfies readonly ScopeOfUse[];

/** The strongest use of everything that is reached from the roots; what is not reached is left out. */
export const findReach = (
  roots: Readonly<Partial<Record<ScopeOfUse, readonly string[]>>>,
  asksFor: (key: string) => readonly string[],
): ReadonlyMap<string, ScopeOfUse> => {
  const found = new Map<string, ScopeOfUse>();
  for (const use of strongestFirst) {
    const queue = [...(roots[use] ?? [])];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (found.has(key)) continue;
      found.set(key, use);
      for (const next of asksFor(key)) queue.push(next);
    }
  }
  return found;
};
