/** Reads setup.py as a program, never run: the project’s name and the packages that its call of `setup` asks for in literals. */
import type { Program } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';
import { firstOfEach, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { firstMistakes, type Mistake } from './positioned.ts';
import { readRequirement } from './requirements.ts';
import { normaliseName } from './versions.ts';

/** How many names are followed from one to the next, and how deep lists stand in one another. */
const deepest = 20;
/** How many terms are looked at in one file. */
const mostSteps = 20_000;

/** What a term comes to inside the file: names with exactly one unconditional value are followed, and what lists are given later is added. */
class Literals {
  readonly #values = new Map<string, Term | undefined>();
  readonly #added = new Map<string, Term[]>();
  #steps = 0;

  constructor({ bindings, calls }: Program) {
    for (const { name, term, scope, conditional } of bindings) {
      if (scope !== 0) continue;
      this.#values.set(name, conditional || this.#values.has(name) ? undefined : term);
    }
    // `requirements.append('x')`: also under a condition, as a requirement with a marker would be.
    for (const { call, scope } of calls) {
      const { callee, args } = call;
      const name = callee.t === 'member' ? nameOf(callee.of) : undefined;
      if (scope !== 0 || name === undefined || callee.t !== 'member') continue;
      if (callee.key === 'append' || callee.key === 'extend')
        this.#added.set(name, [...(this.#added.get(name) ?? []), ...args]);
      // What else changes a list or a table leaves nothing sure.
      else if (/^(?:insert|update|setdefault|remove|pop|clear)$/.test(String(callee.key)))
        this.#values.set(name, undefined);
    }
  }

  /** The term that a name or a key of a named table stands for. */
  follow(term: Term, depth = 0): Term {
    const name = nameOf(term);
    const target = name === undefined ? undefined : this.#values.get(name);
    return target === undefined || depth > deepest ? term : this.follow(target, depth + 1);
  }

  /** What is added later to the list of a name. */
  addedTo(term: Term): readonly Term[] {
    const name = nameOf(term);
    return (name !== undefined && this.#added.get(name)) || [];
  }

  /** The values of a table: those it is written with, and those its keys are given later. Undefined when it is no literal. */
  valuesOf(term: Term): readonly Term[] | undefined {
    const found = this.follow(term);
    if (found.t !== 'map') return undefined;
    const name = nameOf(term);
    const later = [...this.#values].filter(([key]) => name !== undefined && key.startsWith(`${name}.`));
    return [
      ...found.entries.map(([, value]) => value),
      ...later.map(
        ([key]): Term => ({ t: 'member', of: { t: 'name', name: name!, scope: 0 }, key: key.slice(name!.length + 1) }),
      ),
    ];
  }

  text(term: Term): string | undefined {
    const found = this.follow(term);
    if (found.t === 'literal') return typeof found.value === 'string' ? found.value : undefined;
    if (found.t !== 'template') return undefined;
    const parts = found.parts.map((part) => {
      const value = this.follow(part);
      return value.t === 'literal' ? value.value : undefined;
    });
    return parts.includes(undefined) ? undefined : parts.join('');
  }

  /** The items of a list, of lists added to each other and of lists spread in one; `isWhole` is false when something in it is no literal. */
  items(
    term: Term,
    depth = 0,
  ): { readonly items: readonly { text: string; line: number }[]; readonly isWhole: boolean } {
    const found = this.follow(term);
    const line = found.at ?? term.at ?? 1;
    // Lists that hold each other several times grow without end.
    if (depth > deepest || ++this.#steps > mostSteps) return { items: [], isWhole: false };
    const text = this.text(found);
    // One text holds a requirement on each of its lines.
    if (text !== undefined) {
      const lines = text.split('\n').map((part) => part.trim());
      return { items: lines.filter((part) => part !== '').map((part) => ({ text: part, line })), isWhole: true };
    }
    const isSum = found.t === 'operation' && (found.operator === '+' || found.operator === 'spread');
    const own = found.t === 'list' ? found.items : isSum ? found.of : undefined;
    if (own === undefined) return { items: [], isWhole: false };
    const read = [...own, ...this.addedTo(term)].map((part) => this.items(part, depth + 1));
    return { items: read.flatMap(({ items }) => items), isWhole: read.every(({ isWhole }) => isWhole) };
  }
}

/** `a` and `a["b"]` as the names that bindings have: `a`, `a.b`. */
const nameOf = (term: Term): string | undefined => {
  if (term.t === 'name') return term.name;
  if (term.t !== 'member') return undefined;
  const key = typeof term.key === 'string' ? term.key : term.key.t === 'literal' ? String(term.key.value) : undefined;
  return term.of.t === 'name' && key !== undefined ? `${term.of.name}.${key}` : undefined;
};

const isSetup = (callee: Term): boolean =>
  callee.t === 'name' ? callee.name === 'setup' : callee.t === 'member' && callee.key === 'setup';

const keywords = [
  ['install_requires', 'production'],
  ['setup_requires', 'development'],
  ['tests_require', 'test'],
] as const satisfies readonly (readonly [string, ScopeOfUse])[];

/** Reads the program of a setup.py. What it puts together while it runs is told as not read. */
export const readSetupPy = (program: Program): PackageList => {
  const literals = new Literals(program);
  const errors: Mistake[] = [];
  const mentions: PackageMention[] = [];
  let project: PackageList['project'];
  const read = (term: Term, scope: ScopeOfUse, what: string, line: number): void => {
    const { items, isWhole } = literals.items(term);
    if (!isWhole)
      errors.push({ line: term.at ?? line, why: `${what} is put together while the file runs, and it is not run` });
    for (const item of items) {
      const mention = readRequirement(item.text.replace(/\s+#.*$/, ''), scope, item.line);
      if (typeof mention === 'string') errors.push({ line: item.line, why: mention });
      else if (mention) mentions.push(mention);
    }
  };
  for (const { call, line } of program.calls) {
    if (!isSetup(call.callee)) continue;
    const { name, extras_require: extras } = call.named;
    const named = name && literals.text(name);
    if (named && project === undefined) project = { name: named, line: name.at ?? line };
    for (const [keyword, scope] of keywords) {
      const term = call.named[keyword];
      if (term !== undefined) read(term, scope, keyword, line);
    }
    const values = extras && literals.valuesOf(extras);
    if (values) for (const term of values) read(term, 'optional', 'extras_require', line);
    else if (extras)
      errors.push({
        line: extras.at ?? line,
        why: 'extras_require is put together while the file runs, and it is not run',
      });
  }
  const itself = project && normaliseName('pypi', project.name);
  return {
    mentions: firstOfEach(mentions).filter((mention) => mention.name !== itself),
    ...(project ? { project } : {}),
    errors: firstMistakes(errors),
  };
};
