/** Type annotations of TypeScript, as far as they name a class or interface. */
import type { Term } from '../../domain/term.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

/** The named type of an annotation as a term; undefined for built-in, literal and structural types. */
export const annotationTerm = (node: SyntaxNode | undefined, scope: number): Term | undefined => {
  switch (node?.kind) {
    case 'type_annotation':
      return annotationTerm(node.parts[0], scope);
    case 'type_identifier':
    case 'identifier':
      return { t: 'name', name: node.text, scope };
    case 'nested_type_identifier':
    case 'nested_identifier': {
      const of = annotationTerm(node.field('module') ?? node.field('object'), scope);
      const key = (node.field('name') ?? node.field('property'))?.text;
      return of && key !== undefined ? { t: 'member', of, key } : undefined;
    }
    case 'generic_type':
      return annotationTerm(node.field('name'), scope);
    default:
      return undefined;
  }
};
