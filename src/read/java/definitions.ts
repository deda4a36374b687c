/** Java classes, interfaces, records, enums and methods: members, annotations as decorators, parameters and bodies. */
import type { Parameter } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import { literal } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { bodyPlace, commentBefore, makeFieldConstructor, partsOf, type TypedReading } from '../typed-reading.ts';
import { javaTypeTerm } from './types.ts';

/** What is said before a member. */
interface Modifiers {
  readonly decorators: readonly Term[];
  readonly isPublic: boolean;
}

const readModifiers = (reading: TypedReading, node: SyntaxNode, place: Place): Modifiers => {
  const list = node.child('modifiers');
  const decorators = (list?.children ?? [])
    .filter(({ kind }) => kind === 'annotation' || kind === 'marker_annotation')
    .map((each) => annotationTerm(reading, each, place));
  return { decorators, isPublic: list?.has('public') ?? false };
};

/** `@Tool("text")` decorates as a call with arguments does, `@Tool` by its name. */
const annotationTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const name = node.field('name');
  const callee: Term = name ? reading.term(name, place) : { t: 'unknown', why: 'an annotation without a name' };
  const list = node.field('arguments');
  if (!list) return callee;
  const args: Term[] = [];
  const named: Record<string, Term> = {};
  for (const part of partsOf(list)) {
    const key = part.kind === 'element_value_pair' ? part.field('key')?.text : undefined;
    const value = part.field('value');
    if (key !== undefined && value)
      Object.defineProperty(named, key, { value: reading.term(value, place), enumerable: true });
    else args.push(reading.term(part, place));
  }
  return reading.builder.call(callee, args, { ...named }, false, place, node);
};

/** `@Value("${a.b:x}")` and `@ConfigProperty(name = "a.b")` give a field or parameter what the configuration says. */
const configuredTerm = (decorators: readonly Term[]): Term | undefined => {
  for (const each of decorators) {
    if (each.t !== 'call' || each.callee.t !== 'name') continue;
    const given = each.args[0] ?? each.named.value ?? each.named.name;
    if (given?.t !== 'literal' || typeof given.value !== 'string') continue;
    const at = each.at ?? 0;
    if (each.callee.name === 'ConfigProperty')
      return { t: 'reference', namespace: 'java-properties', name: given.value, at };
    if (each.callee.name !== 'Value') continue;
    const [, name, fallback] = /^\$\{([^:}]+)(?::([^}]*))?\}$/.exec(given.value) ?? [];
    if (name === undefined) continue;
    if (/^[A-Z][A-Z0-9_]*$/.test(name))
      return { t: 'environment', name, ...(fallback ? { fallback: literal(fallback, at) } : {}), at };
    const reference: Term = { t: 'reference', namespace: 'java-properties', name, at };
    return fallback ? { t: 'either', of: [reference, literal(fallback, at)], at } : reference;
  }
  return undefined;
};

/** Reads a class, interface, record or enum with its members. */
export const readJavaClass = (
  reading: TypedReading,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[],
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text ?? '';
  const { decorators } = readModifiers(reading, node, place);
  const bases = ['superclass', 'super_interfaces', 'extends_interfaces']
    .flatMap((kind) => node.children.filter((child) => child.kind === kind))
    .flatMap((list) => partsOf(list).flatMap((part) => (part.kind === 'type_list' ? partsOf(part) : [part])))
    .map((part) => reading.term(part, place));
  const documentation = commentBefore(node, siblings);
  const body = node.field('body');
  const index = readJavaClassBody(reading, body, name, bases, place, { decorators, documentation, node });
  const fields = readParameters(reading, node.field('parameters'), place);
  makeFieldConstructor(reading, node, { ...place, scope: builder.classes[index]!.body }, fields);
};

/** Reads the members of a class, which may have no name; gives its number. */
export const readJavaClassBody = (
  reading: TypedReading,
  body: SyntaxNode | undefined,
  name: string,
  bases: readonly Term[],
  place: Place,
  head?: {
    readonly decorators: readonly Term[];
    readonly documentation: string | undefined;
    readonly node: SyntaxNode;
  },
): number => {
  const { builder } = reading;
  const index = builder.classes.length;
  const scope = builder.openScope('class', place.scope, index);
  const node = head?.node ?? body!;
  builder.classes.push({
    name,
    scope: place.scope,
    body: scope,
    bases,
    decorators: head?.decorators ?? [],
    ...(head?.documentation ? { documentation: head.documentation } : {}),
    line: builder.line(node),
    endLine: builder.endLine(node),
  });
  if (name !== '') {
    builder.bind(name, { t: 'class', index, at: builder.line(node) }, place, node);
    if (place.scope === 0) builder.markExported(name);
  }
  const inside: Place = { ...place, scope, conditional: false, returns: undefined };
  for (const part of body ? partsOf(body) : []) readMember(reading, part, body!, inside);
  return index;
};

const readMember = (reading: TypedReading, node: SyntaxNode, body: SyntaxNode, place: Place): void => {
  switch (node.kind) {
    case 'field_declaration':
    case 'constant_declaration':
      readField(reading, node, place);
      return;
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      readMethod(reading, node, body.children, place);
      return;
    case 'class_declaration':
    case 'interface_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'annotation_type_declaration':
      readJavaClass(reading, node, body.children, place);
      return;
    case 'enum_constant':
      for (const part of partsOf(node.field('arguments') ?? node)) if (part.role !== 'name') reading.term(part, place);
      return;
    case 'enum_body_declarations':
      for (const part of partsOf(node)) readMember(reading, part, node, place);
      return;
    case 'static_initializer':
    case 'block':
      for (const part of partsOf(node)) reading.statement(part, place);
      return;
    default:
      reading.statement(node, place);
  }
};

const readField = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder, fields } = reading;
  const { decorators } = readModifiers(reading, node, place);
  const configured = configuredTerm(decorators);
  const type = javaTypeTerm(reading, node.field('type'), place);
  for (const each of node.fields('declarator')) {
    const name = each.field('name')?.text;
    const value = each.field('value');
    if (name === undefined) continue;
    if (configured) builder.bind(name, configured, place, each);
    else if (value) builder.bind(name, reading.term(value, place), place, each);
    else if (type) fields.push({ name, type, place, node: each });
  }
};

const readMethod = (reading: TypedReading, node: SyntaxNode, siblings: readonly SyntaxNode[], place: Place): void => {
  const { builder } = reading;
  const isMaker = node.kind !== 'method_declaration';
  const name = isMaker ? 'constructor' : (node.field('name')?.text ?? '');
  const { decorators } = readModifiers(reading, node, place);
  const { index, summary } = builder.openFunction(name, place, node);
  summary.decorators = decorators;
  const documentation = commentBefore(node, siblings);
  if (documentation !== undefined) summary.documentation = documentation;
  summary.parameters = readParameters(reading, node.field('parameters'), place);
  for (const each of summary.parameters) builder.shadow(summary.body, each.name);
  if (!isMaker) builder.bind(name, { t: 'function', index, at: builder.line(node) }, place, node);
  const body = node.field('body');
  if (body) reading.statement(body, bodyPlace(summary.body, summary.returns));
};

const readParameters = (reading: TypedReading, list: SyntaxNode | undefined, place: Place): Parameter[] =>
  (list ? partsOf(list) : []).flatMap((part) => {
    const name = part.field('name')?.text ?? part.child('variable_declarator')?.field('name')?.text;
    if (name === undefined) return [];
    const { decorators } = readModifiers(reading, part, place);
    const configured = configuredTerm(decorators);
    const annotation = javaTypeTerm(reading, part.field('type'), place);
    return [
      {
        name,
        ...(configured ? { fallback: configured } : {}),
        ...(annotation ? { annotation } : {}),
        ...(part.kind === 'spread_parameter' ? { kind: 'rest' as const } : {}),
      },
    ];
  });
