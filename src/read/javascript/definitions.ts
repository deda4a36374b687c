/** JavaScript functions, methods and arrows: parameters, destructured or not, documentation, and their bodies. */
import type { Parameter } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { eitherTerm } from '../text-term.ts';
import { annotationTerm } from './annotations.ts';
import type { FunctionHints, JavaScriptReading } from './reading.ts';

/** Reads a function; an arrow’s expression body is what it returns. */
export const readFunction = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  place: Place,
  hints: FunctionHints,
): Term => {
  const { builder } = reading;
  const ownName = node.field('name');
  const name = hints.name || (ownName && ownName.kind !== 'computed_property_name' ? ownName.text : '');
  const { index, summary } = builder.openFunction(name, place, node);
  const own: Term = { t: 'function', index, at: builder.line(node) };
  const inside: Place = { scope: summary.body, conditional: false, typeOnly: false, returns: summary.returns };
  if (hints.decorators) summary.decorators = hints.decorators;
  if (hints.documentation) summary.documentation = hints.documentation;
  if (node.kind === 'function_expression' && ownName) builder.bind(ownName.text, own, inside, node);
  const single = node.field('parameter');
  const list = single ? [single] : (node.field('parameters')?.parts ?? []);
  for (const [position, part] of list.entries())
    readParameter(reading, part, { index, position, given: hints.given?.[position] }, summary.parameters, inside);
  const body = node.field('body');
  if (body?.kind === 'statement_block') for (const part of body.children) readBodyPart(reading, part, inside);
  else if (body) summary.returns.push(reading.term(body, inside));
  return own;
};

/** The body’s own braces open no scope beside the function’s. */
const readBodyPart = (reading: JavaScriptReading, part: SyntaxNode, inside: Place): void => {
  if (part.isNamed && part.kind !== 'comment') reading.statement(part, inside);
};

interface ParameterPosition {
  readonly index: number;
  readonly position: number;
  readonly given: Term | undefined;
}

/** A parameter that is taken apart is named by its position, `#0`, and its parts are bound in the body. */
const readParameter = (
  reading: JavaScriptReading,
  part: SyntaxNode,
  where: ParameterPosition,
  parameters: Parameter[],
  inside: Place,
): void => {
  const { builder } = reading;
  const isTyped = part.kind === 'required_parameter' || part.kind === 'optional_parameter';
  for (const decorator of part.fields('decorator')) if (decorator.parts[0]) reading.term(decorator.parts[0], inside);
  const outer = isTyped ? part.field('pattern') : part;
  if (!outer || outer.kind === 'this') return;
  const isRest = outer.kind === 'rest_pattern';
  const isDefaulted = outer.kind === 'assignment_pattern';
  const pattern = isRest ? outer.parts[0] : isDefaulted ? outer.field('left') : outer;
  const value = isDefaulted ? outer.field('right') : part.field('value');
  if (!pattern) return;
  const isPlain = pattern.kind === 'identifier';
  const name = isPlain ? pattern.text : `#${where.position}`;
  const written = value ? reading.term(value, inside) : undefined;
  const fallback = written && where.given ? eitherTerm([where.given, written]) : (written ?? where.given);
  const annotation = isTyped ? annotationTerm(part.field('type'), inside.scope) : undefined;
  parameters.push({
    name,
    ...(fallback ? { fallback } : {}),
    ...(annotation ? { annotation } : {}),
    ...(isRest ? { kind: 'rest' as const } : {}),
  });
  const own: Term = { t: 'parameter', index: where.index, name };
  if (isPlain) builder.shadow(inside.scope, name);
  else reading.bindTarget(pattern, own, inside);
  const summary = builder.functions[where.index]!;
  // `constructor(private readonly client: Client)` declares a field.
  const isField = part.has('accessibility_modifier') || part.has('readonly');
  const owner = summary.classIndex === undefined ? undefined : builder.classes[summary.classIndex];
  if (isField && isPlain && owner) builder.bind(name, own, { ...inside, scope: owner.body }, part);
};
