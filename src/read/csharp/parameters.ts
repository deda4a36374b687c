/** Parameters of C# methods, lambdas and classes. */
import type { Parameter } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { partsOf, type TypedReading } from '../typed-reading.ts';
import { csharpTypeTerm } from './types.ts';

/** The parameters of a method, lambda or class. */
export const readCsharpParameters = (
  reading: TypedReading,
  list: SyntaxNode | undefined,
  place: Place,
): { readonly parameters: Parameter[] } => {
  const parameters: Parameter[] = [];
  const add = (name: string, type: SyntaxNode | undefined, fallback: Term | undefined, isRest: boolean): void => {
    const annotation = csharpTypeTerm(reading, type, place);
    parameters.push({
      name,
      ...(fallback ? { fallback } : {}),
      ...(annotation ? { annotation } : {}),
      ...(isRest ? { kind: 'rest' as const } : {}),
    });
  };
  let previous: SyntaxNode | undefined;
  for (const part of list ? partsOf(list) : []) {
    const name = part.field('name')?.text;
    if (part.kind === 'parameter' && name !== undefined) {
      const value = partsOf(part).find(
        ({ role, kind }) =>
          role === '' && kind !== 'attribute_list' && kind !== 'modifier' && kind !== 'parameter_modifier',
      );
      const fallback = value && reading.term(value, place);
      const isNothing = fallback?.t === 'literal' && fallback.value === null;
      add(name, part.field('type'), isNothing ? undefined : fallback, false);
    } else if (part.role === 'name') add(part.text, previous, undefined, true);
    previous = part;
  }
  return { parameters };
};
