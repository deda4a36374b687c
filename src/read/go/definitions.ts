/** Go functions, methods and types: parameters, receivers, struct fields and bodies. */
import type { Parameter } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { bodyPlace, isPlainType, makeFieldConstructor, partsOf } from '../typed-reading.ts';
import { type GoReading, typeName } from './reading.ts';

/** Reads a `func`: binds its name, or makes it a method of its receiver’s type. */
export const readGoFunction = (
  reading: GoReading,
  node: SyntaxNode,
  documentation: string | undefined,
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text ?? '';
  const receiver = node.field('receiver')?.child('parameter_declaration');
  const owner = typeName(receiver?.field('type'))?.text;
  const home = owner === undefined ? place : { ...place, scope: typeScope(reading, owner, node, place) };
  const { index, summary } = builder.openFunction(name, home, node);
  const own = receiver?.field('name')?.text;
  if (own !== undefined) reading.receivers.set(summary.body, own);
  if (documentation !== undefined) summary.documentation = documentation;
  if (/^\p{Lu}/u.test(name) && owner === undefined) builder.markExported(name);
  if (name !== '' && name !== '_') builder.bind(name, { t: 'function', index, at: builder.line(node) }, home, node);
  readBody(reading, node, index, place);
};

/** Reads a function without a name. */
export const readGoClosure = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  const { index } = reading.builder.openFunction('', place, node);
  readBody(reading, node, index, place);
  return { t: 'function', index, at: reading.builder.line(node) };
};

const readBody = (reading: GoReading, node: SyntaxNode, index: number, place: Place): void => {
  const { builder } = reading;
  const summary = builder.functions[index]!;
  summary.parameters = readParameters(reading, node.field('parameters'), place);
  for (const { name } of summary.parameters) builder.shadow(summary.body, name);
  // Results may have names, which the body gives their values.
  for (const part of partsOf(node.field('result') ?? node))
    if (part.kind === 'parameter_declaration')
      for (const { text } of part.fields('name')) builder.shadow(summary.body, text);
  const body = node.field('body');
  if (body) reading.statement(body, bodyPlace(summary.body, summary.returns));
};

const readParameters = (reading: GoReading, list: SyntaxNode | undefined, place: Place): Parameter[] =>
  partsOf(list ?? ({ children: [] } as unknown as SyntaxNode)).flatMap((part) => {
    const annotation = typeTerm(reading, part.field('type'), place);
    const isRest = part.kind === 'variadic_parameter_declaration';
    return part.fields('name').map(
      ({ text }): Parameter => ({
        name: text,
        ...(annotation ? { annotation } : {}),
        ...(isRest ? { kind: 'rest' as const } : {}),
      }),
    );
  });

/** The term of a type that may mean something; undefined for the language’s own. */
const typeTerm = (reading: GoReading, node: SyntaxNode | undefined, place: Place): Term | undefined => {
  const name = typeName(node);
  return name && !isPlainType(name.text) ? reading.term(name, place) : undefined;
};

/** The class scope of a type; a type of another file has a class here for the methods that stand here. */
const typeScope = (reading: GoReading, name: string, node: SyntaxNode, place: Place): number => {
  const { builder, types } = reading;
  const known = types.get(name);
  if (known !== undefined) return known;
  const body = builder.openScope('class', 0, builder.classes.length);
  builder.classes.push({
    name,
    scope: place.scope,
    body,
    bases: [],
    decorators: [],
    line: builder.line(node),
    endLine: builder.endLine(node),
  });
  types.set(name, body);
  return body;
};

/** Reads a type: a struct’s fields are what its literals give, what it embeds is what it extends. */
export const readGoType = (
  reading: GoReading,
  node: SyntaxNode,
  documentation: string | undefined,
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text;
  const type = node.field('type');
  if (name === undefined || !type) return;
  const body = typeScope(reading, name, node, place);
  const index = builder.scopes[body]!.owner!;
  const fields = partsOf(type.child('field_declaration_list') ?? type);
  const inside: Place = { ...place, scope: body };
  const bases: Term[] = [];
  const parameters: Parameter[] = [];
  for (const field of type.kind === 'struct_type' ? fields : []) {
    const annotation = typeTerm(reading, field.field('type'), place);
    const names = field.fields('name');
    if (names.length === 0 && annotation) bases.push(annotation);
    for (const { text } of names) parameters.push({ name: text, kind: 'named', ...(annotation ? { annotation } : {}) });
  }
  const known = builder.classes[index]!;
  builder.classes[index] = {
    ...known,
    bases,
    ...(documentation === undefined ? {} : { documentation }),
    line: builder.line(node),
    endLine: builder.endLine(node),
  };
  makeFieldConstructor(reading, node, inside, parameters);
  if (/^\p{Lu}/u.test(name)) builder.markExported(name);
  builder.bind(name, { t: 'class', index, at: builder.line(node) }, place, node);
};
