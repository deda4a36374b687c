/** A program file as terms: what its imports, names, functions and calls are, in one shape for every language. */
import type { Term } from './term.ts';

export type ProgramLanguage = 'python' | 'typescript' | 'javascript' | 'go' | 'java' | 'csharp';

/** One imported name. `from openai import OpenAI as O` is { module: 'openai', name: 'OpenAI', local: 'O' }. */
export interface Import {
  /** Module as written: `openai`, `.config`, `@ai-sdk/openai`, `../lib/model.js`. */
  readonly module: string;
  /** The name taken from the module; absent for the module itself (`import x`, `import * as x`), `default` for a default import, `*` for a star import. */
  readonly name?: string;
  /**
   * The name it has here; for `import a.b` without alias it is `a`. Empty when only the module is run (`import './x'`); a module as a
   * value, `require('x').y` or `import_module('x')`, has the name `import("x")`, which no program can write itself.
   */
  readonly local: string;
  readonly scope: number;
  readonly line: number;
  /** Only types are imported: nothing runs. */
  readonly typeOnly?: boolean;
  /** It holds for every file of the project, not only for this one: C#’s `global using`. */
  readonly everywhere?: boolean;
}

/** `name = term` in a scope. Several bindings of one name are candidates in source order. */
export interface Binding {
  /** For a member of anything but `self` or `this` the dotted name: `openai.api_key`, `os.environ.X`. */
  readonly name: string;
  readonly term: Term;
  readonly scope: number;
  readonly line: number;
  /** Stands under a condition, loop or handler. */
  readonly conditional?: boolean;
  /** Line on which the outermost loop around it begins: what it binds may be seen by what stands before it there. */
  readonly loop?: number;
  /** The target is a member: `self.client = …` binds `self.client` in the class scope (name `client`, scope of the class). */
  readonly exported?: boolean;
}

/** Scope 0 is the file. `parent` is the index of the enclosing scope; a class scope is not searched from its methods except through `self`/`this`. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'block';
  readonly parent: number;
  /** Index into `functions` or `classes` for those kinds. */
  readonly owner?: number;
}

export interface Parameter {
  /** `#0`, by its position, when it is taken apart; its parts are then bindings of the body. */
  readonly name: string;
  /** Its default; for a function that is handed to `map`, `then` and the like what that gives it. */
  readonly fallback?: Term;
  /** Type annotation as a term (a name, member or call), for `Annotated[...]`, pydantic models and FastAPI. */
  readonly annotation?: Term;
  /** `rest` takes all further positional arguments, `named` can only be given by name, `named-rest` takes all further named ones. */
  readonly kind?: 'rest' | 'named' | 'named-rest';
}

export interface FunctionSummary {
  /** Empty for an anonymous function. */
  readonly name: string;
  /** Scope in which it is defined. */
  readonly scope: number;
  /** Scope of its body. */
  readonly body: number;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Term[];
  /** What it returns or yields, in source order. */
  readonly returns: readonly Term[];
  /** Documentation string or comment directly on it. */
  readonly documentation?: string;
  /** Index of the class it is a method of. */
  readonly classIndex?: number;
  readonly exported?: boolean;
  readonly line: number;
  readonly endLine: number;
}

export interface ClassSummary {
  readonly name: string;
  readonly scope: number;
  readonly body: number;
  readonly bases: readonly Term[];
  readonly decorators: readonly Term[];
  readonly documentation?: string;
  readonly exported?: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** One call, wherever it stands; the same call may also be part of a binding’s term (same `id`). */
export interface CallSite {
  readonly call: Extract<Term, { t: 'call' }>;
  readonly scope: number;
  readonly line: number;
}

export interface Program {
  readonly language: ProgramLanguage;
  /** Only its imports were read, without their local names: it imports nothing that can make an asset. */
  readonly outline?: true;
  /** Packages or namespaces whose names the file shares with others without an import. */
  readonly namespaces?: readonly string[];
  readonly imports: readonly Import[];
  readonly scopes: readonly Scope[];
  readonly bindings: readonly Binding[];
  readonly functions: readonly FunctionSummary[];
  readonly classes: readonly ClassSummary[];
  readonly calls: readonly CallSite[];
  /** Names re-exported from another module (`export { x } from './y'`). */
  readonly reexports: readonly { readonly module: string; readonly name: string; readonly as: string }[];
  /** Parts that could not be read (a syntax error, a bound reached), with a reason; what stands there is unknown. */
  readonly gaps: readonly { readonly line: number; readonly endLine: number; readonly why: string }[];
}

/** A program of which only the imports are told. */
export const outlineOf = (
  language: ProgramLanguage,
  imports: readonly Import[],
  namespaces?: readonly string[],
): Program => ({
  language,
  outline: true,
  ...(namespaces ? { namespaces } : {}),
  imports,
  scopes: [{ kind: 'module', parent: -1 }],
  bindings: [],
  functions: [],
  classes: [],
  calls: [],
  reexports: [],
  gaps: [],
});
