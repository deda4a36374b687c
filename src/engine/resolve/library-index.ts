/** The library index: every meaning of every library by canonical path, for exact and wildcard look-up. */
import type { Scalar } from '../../domain/term.ts';
import type { LanguagePart, Library, LibraryLanguage, Meaning } from '../../kit/define-library.ts';

export type When = NonNullable<Meaning['when']>;

/** A meaning with the library it comes from. */
export interface IndexedMeaning extends Meaning {
  readonly library: string;
  /** Its number in the index: one call may have several meanings. */
  readonly number: number;
}

/** Expands `{a,b}` groups: `x.{a,b}().{c,d}` gives four paths. */
export const expandBraces = (path: string): readonly string[] => {
  const open = path.indexOf('{');
  if (open < 0) return [path];
  const close = path.indexOf('}', open);
  if (close < 0) return [path];
  return path
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => expandBraces(`${path.slice(0, open)}${choice}${path.slice(close + 1)}`));
};

/** The last name of a path, without calls and subscripts: what a call site must be written with. */
const terminalOf = (path: string): string => {
  const bare = path.replace(/(\(\)|\[\])+$/, '');
  const dot = bare.lastIndexOf('.');
  return (dot < 0 ? bare : bare.slice(dot + 1)).replace(/(\(\)|\[\])+$/, '');
};

/** What a wildcard path is filed under: its first segment, a scope alone for scoped packages. */
const rootOf = (path: string): string => path.split(/[./(]/)[0]!;

const nothing: readonly never[] = [];

export class LibraryIndex {
  #exact = new Map<string, IndexedMeaning[]>();
  #patterns = new Map<
    string,
    { readonly expression: RegExp; readonly when: When; readonly meaning: IndexedMeaning }[]
  >();
  #aliases = new Map<string, string>();
  /** What was looked up before: the same few paths are asked for again and again. */
  readonly #matched = new Map<string, readonly IndexedMeaning[]>();
  readonly #canonical = new Map<string, string>();
  readonly #carried = new Map<string, Meaning['yields']>();
  #modules = new Set<string>();
  readonly #constants = new Map<string, Scalar>();
  readonly #extensions = new Map<string, string>();
  /** Plain paths that some meaning speaks of, with every path above them. */
  readonly #names = new Set<string>();
  #count = 0;
  /** Meanings of functions by the place of their file. */
  readonly placed: IndexedMeaning[] = [];
  /** Last names that a call must end with to have a meaning. `default` stands for any name of a default import. */
  readonly terminals = new Set<string>();
  /** Last names of decorators. */
  readonly decorators = new Set<string>();

  constructor(libraries: readonly Library[], language: LibraryLanguage) {
    for (const library of libraries) {
      const part = library[language];
      if (part) this.#add(library.id, part);
    }
  }

  #add(library: string, part: LanguagePart): void {
    for (const module of part.modules) this.#modules.add(module);
    for (const [path, value] of Object.entries(part.constants ?? {})) {
      this.#constants.set(path, value);
      this.#addName(path);
    }
    for (const [name, path] of Object.entries(part.extensions ?? {})) this.#extensions.set(name, path);
    for (const [from, to] of Object.entries(part.aliases ?? {}))
      for (const path of expandBraces(from)) {
        this.#aliases.set(path, to);
        this.#addName(path);
        this.terminals.add(terminalOf(path));
      }
    for (const meaning of part.meanings) {
      const indexed: IndexedMeaning = { ...meaning, library, number: this.#count++ };
      const when = meaning.when ?? 'call';
      if (when === 'placed') {
        this.placed.push(indexed);
        continue;
      }
      for (const path of (typeof meaning.of === 'string' ? [meaning.of] : meaning.of).flatMap(expandBraces)) {
        this.terminals.add(terminalOf(path));
        this.#addName(path);
        if (when === 'decorator') this.decorators.add(terminalOf(path));
        if (path.includes('*')) {
          const source = path.replace(/[.+?^$()[\]|\\{}]/g, '\\$&').replaceAll('*', '[^.()\\[\\]]+');
          const key = `${when} ${rootOf(path)}`;
          const list = this.#patterns.get(key) ?? [];
          list.push({ expression: new RegExp(`^${source}$`), when, meaning: indexed });
          this.#patterns.set(key, list);
        } else {
          const key = `${when} ${path}`;
          const list = this.#exact.get(key);
          if (list) list.push(indexed);
          else this.#exact.set(key, [indexed]);
        }
      }
    }
  }

  #addName(path: string): void {
    let plain = path.replace(/[([].*$/s, '');
    while (plain !== '' && !this.#names.has(plain)) {
      this.#names.add(plain);
      plain = plain.slice(0, Math.max(0, plain.lastIndexOf('.')));
    }
  }

  /** Tells whether some meaning speaks of this plain path, or of something below it. */
  hasName(path: string): boolean {
    return this.#names.has(path);
  }

  /** The value of a constant of a library. */
  constantOf(path: string): Scalar | undefined {
    return this.#constants.get(path);
  }

  /** The canonical path of a method that a library adds to types of others. */
  extensionOf(name: string): string | undefined {
    return this.#extensions.get(name);
  }

  /** Tells whether a path lies below some library’s import root, wherever that ends. */
  describes(path: string): boolean {
    for (let end = 1; end <= path.length; end++)
      if ((end === path.length || './(['.includes(path[end]!)) && this.#modules.has(path.slice(0, end))) return true;
    return false;
  }

  /** Meanings of a canonical path in this manner of occurrence. */
  meaningsOf(path: string, when: When): readonly IndexedMeaning[] {
    const key = `${when} ${path}`;
    const known = this.#exact.get(key) ?? this.#matched.get(key);
    if (known) return known;
    const patterns = this.#patterns.get(`${when} ${rootOf(path)}`);
    const found = patterns?.flatMap((each) => (each.expression.test(path) ? [each.meaning] : [])) ?? nothing;
    this.#matched.set(key, found);
    return found;
  }

  /** The canonical form of a path: the longest alias that starts it is replaced. */
  canonical(path: string): string {
    if (this.#aliases.size === 0) return path;
    const known = this.#canonical.get(path);
    if (known !== undefined) return known;
    let canonical = path;
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const alias = this.#aliases.get(path.slice(0, end));
      if (alias === undefined) continue;
      canonical = alias + path.slice(end);
      break;
    }
    this.#canonical.set(path, canonical);
    return canonical;
  }

  /** Tells whether some library has this import root or lies below it. */
  hasModule(module: string): boolean {
    if (this.#modules.has(module)) return true;
    const root = module.startsWith('@') ? module.split('/').slice(0, 2).join('/') : module.split(/[./]/)[0]!;
    return this.#modules.has(root);
  }

  /** What the value of a path carries, by the longest prefix that is a call or symbol with a meaning. */
  yields(path: string): Meaning['yields'] {
    if (!this.#carried.has(path)) this.#carried.set(path, this.#carriedBy(path));
    return this.#carried.get(path);
  }

  #carriedBy(path: string): Meaning['yields'] {
    for (let at = path.length; at > 0; at--) {
      if (at < path.length && !'.(['.includes(path[at]!)) continue;
      const prefix = path.slice(0, at);
      const found = prefix.endsWith('()')
        ? this.meaningsOf(prefix.slice(0, -2), 'call')
        : this.meaningsOf(prefix, 'symbol');
      const carried = found.find((each) => each.yields)?.yields;
      if (carried) return carried;
    }
    return undefined;
  }
}
