/** What the parts of the Python reader ask of each other; the program reader composes them. */
import type { Term } from '../../domain/term.ts';
import type { Place, ProgramBuilder } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

export interface PythonReading {
  readonly builder: ProgramBuilder;
  /** The term of an expression; its calls are listed and its functions and names noted. To be asked once per node. */
  term(node: SyntaxNode, place: Place): Term;
  /** Reads a statement, or every statement of a block or error. */
  statement(node: SyntaxNode, place: Place): void;
  /** Gives the parts of `target` their values. */
  bindTarget(target: SyntaxNode, term: Term, place: Place): void;
  /** Reads a `def` with its decorators. */
  functionDefinition(node: SyntaxNode, decorators: readonly Term[], place: Place): void;
  classDefinition(node: SyntaxNode, decorators: readonly Term[], place: Place): void;
  /** Reads a lambda that is bound to `name`, or to none. */
  lambda(node: SyntaxNode, place: Place, name: string): Term;
}
