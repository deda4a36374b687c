/** JavaScript classes: bases, fields, methods, getters, decorators and parameter properties. */
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { annotationTerm } from './annotations.ts';
import { documentationText } from './literals.ts';
import { namedTerm } from './modules.ts';
import type { FunctionHints, JavaScriptReading } from './reading.ts';
import { keyOf } from './targets.ts';

/** Reads a class declaration or expression into a scope of bindings. */
export const readClass = (reading: JavaScriptReading, node: SyntaxNode, place: Place, hints: FunctionHints): Term => {
  const { builder } = reading;
  const index = builder.classes.length;
  const body = builder.openScope('class', place.scope, index);
  const bases: Term[] = [];
  const decorators: Term[] = [...(hints.decorators ?? [])];
  builder.classes.push({
    name: node.field('name')?.text ?? hints.name ?? '',
    scope: place.scope,
    body,
    bases,
    decorators,
    ...(hints.documentation ? { documentation: hints.documentation } : {}),
    line: builder.line(node),
    endLine: builder.endLine(node),
  });
  for (const each of node.fields('decorator')) decorators.push(...decoratorTerm(reading, each, place));
  const heritage = node.child('class_heritage');
  const base =
    heritage?.child('extends_clause')?.field('value') ?? heritage?.parts.find((part) => !part.kind.endsWith('_clause'));
  if (base) bases.push(reading.term(base, place));
  readMembers(reading, node.field('body'), {
    scope: body,
    conditional: false,
    typeOnly: place.typeOnly,
    returns: undefined,
  });
  return { t: 'class', index, at: builder.line(node) };
};

const decoratorTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): readonly Term[] => {
  const value = node.parts[0];
  return value ? [reading.term(value, place)] : [];
};

const readMembers = (reading: JavaScriptReading, body: SyntaxNode | undefined, inside: Place): void => {
  let documentation: string | undefined;
  let decorators: Term[] = [];
  for (const part of body?.children ?? []) {
    if (part.kind === 'comment') documentation = documentationText(part.text);
    else if (part.kind === 'decorator') decorators.push(...decoratorTerm(reading, part, inside));
    else if (part.isNamed) {
      for (const each of part.fields('decorator')) decorators.push(...decoratorTerm(reading, each, inside));
      readMember(reading, part, inside, { documentation, decorators });
      documentation = undefined;
      decorators = [];
    }
  }
};

const readMember = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  inside: Place,
  hints: { readonly documentation: string | undefined; readonly decorators: readonly Term[] },
): void => {
  const { builder } = reading;
  if (node.kind === 'class_static_block') {
    const block = node.field('body');
    if (block) reading.statement(block, inside);
    return;
  }
  const isField = node.kind === 'field_definition' || node.kind === 'public_field_definition';
  if (!isField && node.kind !== 'method_definition') {
    if (node.kind === 'ERROR') for (const part of node.parts) readMember(reading, part, inside, hints);
    return;
  }
  const key = node.field('name') ?? node.field('property');
  const name = key ? keyOf(reading, key, inside) : '';
  const at = builder.line(node);
  if (isField) {
    const value = node.field('value');
    const annotation = value ? undefined : annotationTerm(node.field('type'), inside.scope);
    const term: Term | undefined = value
      ? namedTerm(reading, value, inside, { name: typeof name === 'string' ? name : '', ...hints })
      : annotation && { t: 'operation', operator: 'annotation', of: [annotation], at };
    if (term && typeof name === 'string') builder.bind(name, term, inside, node);
    return;
  }
  const term = reading.functionTerm(node, inside, { name: typeof name === 'string' ? name : '', ...hints });
  if (typeof name !== 'string' || node.has('set')) return;
  builder.bind(name, node.has('get') ? builder.implicitCall(term, at) : term, inside, node);
};
