/** Which claims of completeness a gap takes away: those whose scope holds something that was not read. */
import type { ClosureStatement, GapStatement } from './statement.ts';

const trimmed = (path: string): string => path.replace(/\/+$/, '');

/** Gaps by source, for many look-ups. */
export class UnreadPaths {
  readonly #whys = new Map<string, Map<string, string>>();
  readonly #sorted = new Map<string, readonly string[]>();

  constructor(gaps: readonly GapStatement[]) {
    for (const { source, path, why } of gaps) {
      const whys = this.#whys.get(source) ?? new Map<string, string>();
      this.#whys.set(source, whys);
      const known = whys.get(trimmed(path));
      if (known === undefined || why < known) whys.set(trimmed(path), why);
    }
    for (const [source, whys] of this.#whys) this.#sorted.set(source, [...whys.keys()].sort());
  }

  /** Why the claim does not hold: the first path that was not read and lies in its scope, or holds it. Undefined when it holds. */
  whyBroken({ source, prefix }: ClosureStatement): string | undefined {
    const whys = this.#whys.get(source);
    if (!whys) return undefined;
    const inside = trimmed(prefix);
    for (let path = inside; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const why = whys.get(path);
      if (why !== undefined) return says(path, why);
      if (path === '') break;
    }
    const below = this.#firstBelow(source, inside === '' ? '' : `${inside}/`);
    return below === undefined ? undefined : says(below, whys.get(below)!);
  }

  #firstBelow(source: string, folder: string): string | undefined {
    const paths = this.#sorted.get(source)!;
    let low = 0;
    let high = paths.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (paths[middle]! < folder) low = middle + 1;
      else high = middle;
    }
    const found = paths[low];
    return found?.startsWith(folder) ? found : undefined;
  }
}

const says = (path: string, why: string): string => `${path === '' ? 'the source' : path} was not read: ${why}`;
