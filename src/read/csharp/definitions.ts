/** C# classes, records, interfaces, methods and properties: members, attributes as decorators, parameters and bodies. */
import type { Term } from '../../domain/term.ts';
import { type Place, textLimit } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { bodyPlace, commentBefore, makeFieldConstructor, partsOf, type TypedReading } from '../typed-reading.ts';
import { noteDeclaredType, readArguments } from './calls.ts';
import { readCsharpParameters } from './parameters.ts';
import { csharpTypeTerm } from './types.ts';

/** `[KernelFunction("name")]` decorates as a call does, `[KernelFunction]` by its name; `[Description("…")]` documents. */
const readAttributes = (
  reading: TypedReading,
  node: SyntaxNode,
  place: Place,
): { readonly decorators: readonly Term[]; readonly description: string | undefined } => {
  let description: string | undefined;
  const decorators: Term[] = [];
  for (const list of node.children)
    for (const each of list.kind === 'attribute_list' ? partsOf(list) : []) {
      const name = each.field('name');
      if (each.kind !== 'attribute' || !name) continue;
      const callee = reading.term(name, place);
      const given = each.child('attribute_argument_list');
      if (!given) {
        decorators.push(callee);
        continue;
      }
      const { args, named } = readArguments(reading, given, place);
      const [first] = args;
      if (/(?:^|\.)Description(?:Attribute)?$/.test(name.text) && first?.t === 'literal')
        description = String(first.value).slice(0, textLimit);
      decorators.push(reading.builder.call(callee, args, named, false, place, each));
    }
  return { decorators, description };
};

const isType = (kind: string): boolean =>
  /^(?:class|struct|record|record_struct|interface|enum)_declaration$/.test(kind);

/** Reads a class, struct, record, interface or enum with its members. */
export const readCsharpClass = (
  reading: TypedReading,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[],
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text ?? '';
  const { decorators, description } = readAttributes(reading, node, place);
  const documentation = description ?? commentBefore(node, siblings);
  const bases = partsOf(node.child('base_list') ?? node)
    .filter(({ kind }) => /^(?:identifier|generic_name|qualified_name|primary_constructor_base_type)$/.test(kind))
    .filter((part) => part.role !== 'name')
    .map((part) => reading.term(part, place));
  const index = builder.classes.length;
  const scope = builder.openScope('class', place.scope, index);
  builder.classes.push({
    name,
    scope: place.scope,
    body: scope,
    bases: node.has('base_list') ? bases : [],
    decorators,
    ...(documentation ? { documentation } : {}),
    line: builder.line(node),
    endLine: builder.endLine(node),
  });
  builder.bind(name, { t: 'class', index, at: builder.line(node) }, place, node);
  if (place.scope === 0) builder.markExported(name);
  const inside: Place = { ...place, scope, conditional: false, returns: undefined };
  const own = node.field('parameters') ?? node.child('parameter_list');
  makeFieldConstructor(reading, node, inside, readCsharpParameters(reading, own, place).parameters);
  const body = node.field('body');
  if (node.kind === 'enum_declaration') return;
  for (const part of body ? partsOf(body) : []) readMember(reading, part, body!, inside);
};

const readMember = (reading: TypedReading, node: SyntaxNode, body: SyntaxNode, place: Place): void => {
  if (isType(node.kind)) {
    readCsharpClass(reading, node, body.children, place);
    return;
  }
  switch (node.kind) {
    case 'field_declaration':
    case 'event_field_declaration':
      readField(reading, node, place);
      return;
    case 'property_declaration':
    case 'indexer_declaration':
      readProperty(reading, node, place);
      return;
    case 'method_declaration':
    case 'constructor_declaration':
    case 'destructor_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      readCsharpMethod(reading, node, body.children, place);
      return;
    default:
      if (!/^(?:delegate|event)_declaration$/.test(node.kind)) reading.statement(node, place);
  }
};

const readField = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const declaration = node.child('variable_declaration');
  const type = declaration?.field('type');
  for (const each of declaration ? partsOf(declaration) : []) {
    if (each.kind !== 'variable_declarator') continue;
    readDeclarator(reading, each, type, place);
  }
};

/** `x = value` of a declaration: binds the name, or notes its type where there is no value. */
export const readDeclarator = (
  reading: TypedReading,
  node: SyntaxNode,
  type: SyntaxNode | undefined,
  place: Place,
): void => {
  const { builder, fields } = reading;
  const name = node.field('name')?.text ?? '';
  const value = partsOf(node).find((part) => part.role !== 'name' && part.kind !== 'tuple_pattern');
  const parts = node.child('tuple_pattern');
  if (parts && value) bindTuple(reading, partsOf(parts), reading.term(value, place), place);
  if (name === '') return;
  if (value) {
    noteDeclaredType(value, type);
    builder.bind(name, reading.term(value, place), place, node);
    return;
  }
  if (builder.scopes[place.scope]?.kind !== 'class') {
    builder.declare(place.scope, name);
    return;
  }
  const term = csharpTypeTerm(reading, type, place);
  if (term) fields.push({ name, type: term, place, node });
};

/** `var (a, b) = …` and `(string a, string b) = …`: each name has its part of the value. */
export const bindTuple = (reading: TypedReading, targets: readonly SyntaxNode[], value: Term, place: Place): void => {
  for (const [index, target] of targets.entries()) {
    const inner = target.kind === 'argument' ? partsOf(target)[0] : target;
    const name = inner?.kind === 'identifier' ? inner : inner?.field('name');
    const own: Term =
      value.t === 'list' && value.items.length === targets.length
        ? value.items[index]!
        : { t: 'member', of: value, key: { t: 'literal', value: index } };
    if (name) reading.builder.bind(name.text, own, place, name);
  }
};

/** A property: its first value, what its getter gives, or its type. */
const readProperty = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder, fields } = reading;
  const name = node.field('name')?.text ?? '';
  const value = node.field('value');
  const type = node.field('type');
  readAttributes(reading, node, place);
  if (value && value.kind !== 'arrow_expression_clause') {
    noteDeclaredType(value, type);
    builder.bind(name, reading.term(value, place), place, node);
    return;
  }
  const accessor = partsOf(node.field('accessors') ?? node).find(
    (part) => part.kind === 'accessor_declaration' && part.field('body'),
  );
  const body = value ?? accessor?.field('body');
  if (body) {
    const { index, summary } = builder.openFunction(name, place, node);
    readBody(reading, body, index);
    const own: Term = { t: 'function', index, at: builder.line(node) };
    if (summary.returns.length > 0) builder.bind(name, builder.implicitCall(own, builder.line(node)), place, node);
    return;
  }
  const term = csharpTypeTerm(reading, type, place);
  if (term) fields.push({ name, type: term, place, node });
};

/** Reads a method, constructor or local function. */
export const readCsharpMethod = (
  reading: TypedReading,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[],
  place: Place,
): void => {
  const { builder } = reading;
  const isMaker = node.kind === 'constructor_declaration';
  const name = isMaker ? 'constructor' : (node.field('name')?.text ?? '');
  const { decorators, description } = readAttributes(reading, node, place);
  const { index, summary } = builder.openFunction(name, place, node);
  summary.decorators = decorators;
  const documentation = description ?? commentBefore(node, siblings);
  if (documentation !== undefined) summary.documentation = documentation;
  summary.parameters = readCsharpParameters(reading, node.field('parameters'), place).parameters;
  for (const each of summary.parameters) builder.shadow(summary.body, each.name);
  if (!isMaker && name !== '') builder.bind(name, { t: 'function', index, at: builder.line(node) }, place, node);
  const body = node.field('body') ?? node.child('arrow_expression_clause');
  if (body) readBody(reading, body, index);
};

const readBody = (reading: TypedReading, body: SyntaxNode, index: number): void => {
  const summary = reading.builder.functions[index]!;
  const inside = bodyPlace(summary.body, summary.returns);
  if (body.kind === 'block') reading.statement(body, inside);
  else summary.returns.push(reading.term(body, inside));
};
