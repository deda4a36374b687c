/** Gathers the scopes, names, functions and calls of one program while a language’s reader walks its syntax tree. */
import type {
  Binding,
  CallSite,
  ClassSummary,
  FunctionSummary,
  Import,
  Parameter,
  Program,
  ProgramLanguage,
  Scope,
} from '../domain/program.ts';
import { type Term, unknownTerm } from '../domain/term.ts';
import { TermSizes } from './bounded-term.ts';
import type { SyntaxGap, SyntaxNode, SyntaxTree } from './syntax-tree.ts';

export type CallTerm = Extract<Term, { t: 'call' }>;

/** Where the reader stands: what holds for a statement or expression because of what encloses it. */
export interface Place {
  readonly scope: number;
  /** Stands under a condition, loop or handler. */
  readonly conditional: boolean;
  /** Line of the outermost loop around it. */
  readonly loop?: number | undefined;
  /** Seen by type checkers only. */
  readonly typeOnly: boolean;
  /** Collects what the enclosing function returns; absent outside of functions. */
  readonly returns: Term[] | undefined;
}

/** A summary that is filled while its body is read. */
export type OpenFunction = { -readonly [K in keyof FunctionSummary]: FunctionSummary[K] } & {
  parameters: Parameter[];
  returns: Term[];
};

/** How a reader is asked for a program. */
export interface ProgramOptions {
  /** The line of the file for each line of the text (index 0 is line 1), where the text is taken from a larger file. */
  readonly lines?: readonly number[];
}

/** Most names and calls one program may have; generated code beyond it is a gap. */
const entryLimit = 100_000;
/** Most nodes of terms that one program may list; a call inside a call is listed with both, so that deep nesting multiplies. */
const nodeLimit = 1_000_000;
/** Most nodes of one part of a call; a larger part stays unknown there, while the calls inside it are listed all the same. */
const partLimit = 1_500;
/** Longest literal text and documentation that is kept, in UTF-16 units. */
export const textLimit = 16_384;

export class ProgramBuilder {
  readonly scopes: Scope[] = [];
  readonly bindings: Binding[] = [];
  readonly functions: OpenFunction[] = [];
  readonly classes: ClassSummary[] = [];
  readonly calls: CallSite[] = [];
  readonly imports: Import[] = [];
  readonly reexports: Program['reexports'][number][] = [];
  readonly #language: ProgramLanguage;
  readonly #lines: readonly number[] | undefined;
  /** Dotted paths of names that stand for a module or a part of one, by scope and name. */
  readonly #paths = new Map<string, string>();
  readonly #pathNames = new Set<string>();
  /** Names that a scope leaves to another: `global x`. */
  readonly #redirected = new Map<string, number>();
  readonly #exported = new Set<string>();
  readonly #namespaces = new Set<string>();
  /** Names that each scope declares, whether with a value or not. */
  readonly #declared: (Set<string> | undefined)[] = [];
  readonly #sizes = new TermSizes();
  #nodes = 0;
  #nextCall = 0;
  #overflow: number | undefined;

  constructor(language: ProgramLanguage, options: ProgramOptions) {
    this.#language = language;
    this.#lines = options.lines;
  }

  /** The file’s line of a node. */
  line(node: SyntaxNode): number {
    return this.#mapped(node.line);
  }

  endLine(node: SyntaxNode): number {
    return this.#mapped(node.endLine);
  }

  #mapped(line: number): number {
    return this.#lines ? (this.#lines[line - 1] ?? this.#lines.at(-1) ?? line) : line;
  }

  openScope(kind: Scope['kind'], parent: number, owner?: number): number {
    this.scopes.push(owner === undefined ? { kind, parent } : { kind, parent, owner });
    return this.scopes.length - 1;
  }

  addImport(entry: Import): void {
    if (this.#isFull(this.imports.length, entry.line)) return;
    this.imports.push(entry);
    const { module, name, local } = entry;
    this.setPath(
      entry.scope,
      local,
      name === undefined ? (module.startsWith(`${local}.`) ? local : module) : `${module}.${name}`,
    );
  }

  /** Binds a name; several bindings of one name are candidates in source order. */
  bind(name: string, term: Term, place: Place, node: SyntaxNode, exported = false): void {
    const line = this.line(node);
    if (this.#isFull(this.bindings.length, line)) return;
    const scope = this.#redirected.get(`${place.scope} ${name}`) ?? place.scope;
    // A name bound to itself says nothing (`except ImportError: json = json`).
    if (term.t === 'name' && term.name === name && term.scope === scope) return;
    this.declare(scope, name);
    const path = this.pathOf(term);
    if (path !== undefined) this.setPath(scope, name, path);
    else if (!place.conditional) this.shadow(scope, name);
    this.#nodes += this.#sizes.of(term);
    this.bindings.push({
      name,
      term,
      scope,
      line,
      ...(place.conditional ? { conditional: true } : {}),
      ...(place.loop === undefined ? {} : { loop: place.loop }),
      ...(exported ? { exported: true } : {}),
    });
  }

  /** Makes a call term with an id and lists it. */
  call(
    callee: Term,
    args: readonly Term[],
    named: Record<string, Term>,
    spread: boolean,
    place: Place,
    node: SyntaxNode,
  ): CallTerm {
    const at = this.line(node);
    const id = this.#nextCall++;
    const call: CallTerm = {
      t: 'call',
      id,
      callee: this.#bounded(callee),
      args: args.map((each) => this.#bounded(each)),
      named: Object.fromEntries(Object.entries(named).map(([name, term]) => [name, this.#bounded(term)])),
      ...(spread ? { spread } : {}),
      at,
    };
    if (!this.#isFull(this.calls.length, at)) {
      this.#nodes += this.#sizes.of(call);
      this.calls.push({ call, scope: place.scope, line: at });
    }
    return call;
  }

  /** Makes the call of a getter, which stands nowhere in the source and so is not listed. */
  implicitCall(callee: Term, at: number): CallTerm {
    return { t: 'call', id: this.#nextCall++, callee, args: [], named: {}, at };
  }

  /** Reserves a function’s number and the scope of its body. */
  openFunction(
    name: string,
    place: Place,
    node: SyntaxNode,
  ): { readonly index: number; readonly summary: OpenFunction } {
    const index = this.functions.length;
    const body = this.openScope('function', place.scope, index);
    const summary: OpenFunction = {
      name,
      scope: place.scope,
      body,
      parameters: [],
      decorators: [],
      returns: [],
      line: this.line(node),
      endLine: this.endLine(node),
    };
    const owner = this.scopes[place.scope];
    if (owner?.kind === 'class' && owner.owner !== undefined) summary.classIndex = owner.owner;
    this.functions.push(summary);
    return { index, summary };
  }

  /** The class scope that `self` or `this` reaches from a scope. */
  selfScope(scope: number): number | undefined {
    for (let at = scope; at >= 0; at = this.scopes[at]!.parent) {
      const { kind, owner } = this.scopes[at]!;
      if (kind === 'class') return at;
      const index = kind === 'function' && owner !== undefined ? this.functions[owner]?.classIndex : undefined;
      if (index !== undefined) return this.classes[index]?.body ?? this.scopes[at]!.parent;
    }
    return undefined;
  }

  /** The innermost function scope around a scope, else the file. */
  functionScope(scope: number): number {
    let at = scope;
    while (at > 0 && this.scopes[at]!.kind === 'block') at = this.scopes[at]!.parent;
    return at;
  }

  redirect(scope: number, name: string, to: number): void {
    this.#redirected.set(`${scope} ${name}`, to);
  }

  setPath(scope: number, name: string, path: string): void {
    this.#paths.set(`${scope} ${name}`, path);
    this.#pathNames.add(name);
  }

  /** Says that the scope declares the name, though no value for it may ever be seen. */
  declare(scope: number, name: string): void {
    this.#declared[scope] ??= new Set();
    this.#declared[scope].add(name);
  }

  /** Tells whether the scope itself declares the name. */
  isDeclared(scope: number, name: string): boolean {
    return this.#declared[scope]?.has(name) ?? false;
  }

  /** The innermost scope from `scope` outwards that declares the name, else the file. */
  declaringScope(scope: number, name: string): number {
    for (let at = scope; at > 0; at = this.scopes[at]!.parent) if (this.#declared[at]?.has(name)) return at;
    return 0;
  }

  /** Says that from this scope inwards the name no longer stands for a module. */
  shadow(scope: number, name: string): void {
    this.declare(scope, name);
    if (this.#pathNames.has(name)) this.#paths.set(`${scope} ${name}`, '');
  }

  /** The dotted path of a module’s part that a term names: `os.environ.get`; undefined for anything else. */
  pathOf(term: Term): string | undefined {
    if (term.t === 'member') {
      if (typeof term.key !== 'string') return undefined;
      const of = this.pathOf(term.of);
      return of === undefined ? undefined : `${of}.${term.key}`;
    }
    if (term.t !== 'name' || !this.#pathNames.has(term.name)) return undefined;
    for (let at = term.scope; at >= 0; at = this.scopes[at]!.parent) {
      const path = this.#paths.get(`${at} ${term.name}`);
      if (path !== undefined) return path || undefined;
    }
    return undefined;
  }

  /** Marks a name of the file as exported, whether its binding was read already or comes later. */
  markExported(name: string): void {
    this.#exported.add(name);
  }

  /** Says that the file’s names belong to a package or namespace, which other files share. */
  addNamespace(name: string): void {
    if (this.#namespaces.size < 64) this.#namespaces.add(name);
  }

  #bounded(term: Term): Term {
    return this.#sizes.of(term) > partLimit
      ? unknownTerm('too large to be kept with its call', 'at' in term ? term.at : undefined)
      : term;
  }

  #isFull(length: number, line: number): boolean {
    if (length < entryLimit && this.#nodes < nodeLimit) return false;
    this.#overflow ??= line;
    return true;
  }

  finish(tree: SyntaxTree): Program {
    const gaps: SyntaxGap[] = tree.gaps.map(({ line, endLine, why }) => ({
      line: this.#mapped(line),
      endLine: this.#mapped(endLine),
      why,
    }));
    if (this.#overflow !== undefined)
      gaps.push({
        line: this.#overflow,
        endLine: this.#mapped(tree.lineCount),
        why: 'more names and calls than one program may have',
      });
    const isExported = (name: string, scope: number) => scope === 0 && this.#exported.has(name);
    const mark = <T extends { name: string; scope: number }>(items: readonly T[]): readonly T[] =>
      this.#exported.size === 0
        ? items
        : items.map((item) => (isExported(item.name, item.scope) ? { ...item, exported: true } : item));
    return {
      language: this.#language,
      ...(this.#namespaces.size > 0 ? { namespaces: [...this.#namespaces] } : {}),
      imports: this.imports,
      scopes: this.scopes,
      bindings: mark(this.bindings),
      functions: mark(this.functions),
      classes: mark(this.classes),
      calls: this.calls,
      reexports: this.reexports,
      gaps,
    };
  }
}
