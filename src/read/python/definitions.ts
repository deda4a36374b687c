/** Python functions, lambdas and classes: parameters, decorators, documentation, and their bodies. */
import type { Parameter } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import { unknownTerm } from '../../domain/term.ts';
import { type Place, textLimit } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { PythonReading } from './reading.ts';
import { documentationOf } from './strings.ts';

/** Decorators that make reading the attribute call the function. */
const getters = new Set(['property', 'cached_property', 'functools.cached_property']);

/** Reads a `def`: binds its name and reads its body in a scope of its own. */
export const readFunction = (
  reading: PythonReading,
  node: SyntaxNode,
  decorators: readonly Term[],
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text ?? '';
  const { index, summary } = builder.openFunction(name, place, node);
  summary.decorators = decorators;
  summary.parameters = readParameters(reading, node.field('parameters'), place);
  for (const each of summary.parameters) builder.shadow(summary.body, each.name);
  const returned = node.field('return_type');
  if (returned) reading.term(returned, place);
  const at = builder.line(node);
  const own: Term = { t: 'function', index, at };
  const isGetter = decorators.some((each) => getters.has(plainName(each)));
  if (name !== '') builder.bind(name, isGetter ? builder.implicitCall(own, at) : own, place, node);
  const body = node.field('body');
  const documentation = documentationOf(body);
  if (documentation) summary.documentation = documentation.slice(0, textLimit);
  if (body)
    reading.statement(body, {
      scope: summary.body,
      conditional: false,
      typeOnly: place.typeOnly,
      returns: summary.returns,
    });
};

/** Reads a lambda; its body is what it returns. */
export const readLambda = (reading: PythonReading, node: SyntaxNode, place: Place, name: string): Term => {
  const { builder } = reading;
  const { index, summary } = builder.openFunction(name, place, node);
  summary.parameters = readParameters(reading, node.field('parameters'), place);
  for (const each of summary.parameters) builder.shadow(summary.body, each.name);
  const body = node.field('body');
  if (body)
    summary.returns.push(
      reading.term(body, { scope: summary.body, conditional: false, typeOnly: false, returns: summary.returns }),
    );
  return { t: 'function', index, at: builder.line(node) };
};

/** Reads a class: bases, keyword arguments of its head, and its body as a scope of bindings. */
export const readClass = (
  reading: PythonReading,
  node: SyntaxNode,
  decorators: readonly Term[],
  place: Place,
): void => {
  const { builder } = reading;
  const name = node.field('name')?.text ?? '';
  const index = builder.classes.length;
  const bases: Term[] = [];
  const body = builder.openScope('class', place.scope, index);
  const at = builder.line(node);
  const documentation = documentationOf(node.field('body'));
  builder.classes.push({
    name,
    scope: place.scope,
    body,
    bases,
    decorators,
    ...(documentation ? { documentation: documentation.slice(0, textLimit) } : {}),
    line: at,
    endLine: builder.endLine(node),
  });
  for (const part of node.field('superclasses')?.parts ?? []) {
    // `metaclass=…` and the like are no bases.
    if (part.kind === 'keyword_argument') {
      const value = part.field('value');
      if (value) reading.term(value, place);
    } else bases.push(reading.term(part, place));
  }
  if (name !== '') builder.bind(name, { t: 'class', index, at }, place, node);
  const block = node.field('body');
  if (block)
    reading.statement(block, { scope: body, conditional: false, typeOnly: place.typeOnly, returns: undefined });
};

const readParameters = (reading: PythonReading, list: SyntaxNode | undefined, place: Place): Parameter[] => {
  const parameters: Parameter[] = [];
  let isNamedOnly = false;
  for (const part of list?.parts ?? []) {
    if (part.kind === 'keyword_separator') isNamedOnly = true;
    const pattern = part.field('name') ?? (part.kind === 'typed_parameter' ? part.parts[0] : part);
    if (!pattern) continue;
    const isSplat = pattern.kind === 'list_splat_pattern';
    const isNamedSplat = pattern.kind === 'dictionary_splat_pattern';
    const name = isSplat || isNamedSplat ? pattern.child('identifier') : pattern;
    if (name?.kind !== 'identifier') continue;
    const kind = isSplat ? 'rest' : isNamedSplat ? 'named-rest' : isNamedOnly ? 'named' : undefined;
    const value = part.field('value');
    const type = part.field('type');
    // A default is evaluated where the function is defined.
    parameters.push({
      name: name.text,
      ...(value ? { fallback: reading.term(value, place) } : {}),
      ...(type ? { annotation: reading.term(type, place) } : {}),
      ...(kind ? { kind } : {}),
    });
    if (isSplat) isNamedOnly = true;
  }
  return parameters;
};

const plainName = (term: Term): string => {
  if (term.t === 'name') return term.name;
  return term.t === 'member' && typeof term.key === 'string' ? `${plainName(term.of)}.${term.key}` : '';
};

/** A field that a class declares without a value: its type is all that is known of it. */
export const declaredField = (annotation: Term, at: number): Term =>
  annotation.t === 'unknown'
    ? unknownTerm('a declared field', at)
    : { t: 'operation', operator: 'annotation', of: [annotation], at };
