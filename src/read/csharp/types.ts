/** Declared types of C# as terms. */
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { isPlainType, partsOf, type TypedReading } from '../typed-reading.ts';

/** The term of a declared type that may mean something; undefined for the language’s own. */
export const csharpTypeTerm = (reading: TypedReading, node: SyntaxNode | undefined, place: Place): Term | undefined => {
  const bare = node?.kind === 'nullable_type' ? (node.field('type') ?? partsOf(node)[0]) : node;
  if (!bare || /^(?:predefined|implicit|array|tuple|pointer|function_pointer)_type$/.test(bare.kind)) return undefined;
  return isPlainType(bare.text.replace(/<.*$/s, '')) ? undefined : reading.term(bare, place);
};
