/** What the parts of the Go reader ask of each other; the program reader composes them. */
import type { SyntaxNode } from '../syntax-tree.ts';
import type { TypedReading } from '../typed-reading.ts';

export interface GoReading extends TypedReading {
  /** Class scopes of the file’s types, by name: methods may stand before their type, or in another file than it. */
  readonly types: Map<string, number>;
  /** What the method of a body calls the object that it is called on. */
  readonly receivers: Map<number, string>;
}

/** The type without its pointer, package and type arguments: `*llm.Client[T]` → `Client`. */
export const typeName = (node: SyntaxNode | undefined): SyntaxNode | undefined => {
  let at = node;
  for (let guard = 0; at && guard < 8; guard++) {
    if (at.kind === 'type_identifier' || at.kind === 'qualified_type') return at;
    if (at.kind !== 'pointer_type' && at.kind !== 'generic_type' && at.kind !== 'parenthesized_type') return undefined;
    at = at.field('type') ?? at.children.find((child) => child.isNamed);
  }
  return undefined;
};
