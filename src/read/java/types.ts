/** Declared types of Java as terms. */
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { isPlainType, type TypedReading } from '../typed-reading.ts';

/** The term of a declared type that may mean something; undefined for the language’s own. */
export const javaTypeTerm = (reading: TypedReading, node: SyntaxNode | undefined, place: Place): Term | undefined =>
  !node ||
  /^(?:integral|floating_point|boolean|void|array)_type$/.test(node.kind) ||
  isPlainType(node.text.replace(/<.*$/s, ''))
    ? undefined
    : reading.term(node, place);
