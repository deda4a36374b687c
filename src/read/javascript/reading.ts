/** What the parts of the JavaScript and TypeScript reader ask of each other; the program reader composes them. */
import type { Term } from '../../domain/term.ts';
import type { Place, ProgramBuilder } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

/** What is known of a function from where it stands. */
export interface FunctionHints {
  /** The name it is bound to, when it has none of its own. */
  readonly name?: string;
  readonly documentation?: string | undefined;
  readonly decorators?: readonly Term[];
  /** Values of its parameters where what calls it is known: the callback of `map`, `then`. */
  readonly given?: readonly (Term | undefined)[];
}

export interface JavaScriptReading {
  readonly builder: ProgramBuilder;
  /** The term of an expression; its calls are listed and its functions and names noted. To be asked once per node. */
  term(node: SyntaxNode, place: Place): Term;
  /** Reads a statement, or every statement of a block or error. */
  statement(node: SyntaxNode, place: Place, documentation?: string): void;
  /** Gives the names of a pattern or target their parts of the value. */
  bindTarget(target: SyntaxNode, term: Term, place: Place): void;
  /** Reads a function, method or arrow; gives its number as a term. */
  functionTerm(node: SyntaxNode, place: Place, hints: FunctionHints): Term;
  /** Reads a class; gives its number as a term. */
  classTerm(node: SyntaxNode, place: Place, hints: FunctionHints): Term;
  /** The term of an element in markup. */
  markup(node: SyntaxNode, place: Place): Term;
  /** Binds what `require(…)` or `await import(…)` gives as imports; false when the value is anything else. */
  importedTarget(target: SyntaxNode, value: SyntaxNode, place: Place): boolean;
}
