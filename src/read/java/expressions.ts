/** Java expressions as terms. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import { decodeEscapes } from '../python/strings.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, textTerm } from '../text-term.ts';
import { bodyPlace, operandsOf, partsOf, type TypedReading } from '../typed-reading.ts';
import { chainOf, consumerSteps, givenBy } from './builders.ts';
import { readJavaClassBody } from './definitions.ts';

/** The term of an expression or type node. */
export const readJavaTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const at = builder.line(node);
  if (node.isCut) return unknownTerm('nested too deep to be read', at);
  switch (node.kind) {
    case 'identifier':
    case 'type_identifier':
      return { t: 'name', name: node.text, scope: place.scope };
    case 'this':
      return { t: 'name', name: 'this', scope: place.scope };
    case 'string_literal':
      return stringTerm(node, at);
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
      return numberTerm(node.text, at);
    case 'true':
    case 'false':
      return literal(node.kind === 'true', at);
    case 'null_literal':
      return literal(null, at);
    case 'field_access': {
      const of = childTerm(reading, node.field('object'), place);
      return { t: 'member', of, key: node.field('field')?.text ?? '' };
    }
    case 'scoped_identifier': {
      const of = childTerm(reading, node.field('scope'), place);
      return { t: 'member', of, key: node.field('name')?.text ?? '' };
    }
    case 'scoped_type_identifier': {
      const [of, name] = partsOf(node);
      return { t: 'member', of: childTerm(reading, of, place), key: name?.text ?? '' };
    }
    case 'method_reference': {
      const [of, name] = partsOf(node);
      const owner = childTerm(reading, of, place);
      return name ? { t: 'member', of: owner, key: name.text } : owner;
    }
    case 'method_invocation':
      return invocationTerm(reading, node, place);
    case 'object_creation_expression': {
      const type = node.field('type');
      const callee = childTerm(reading, type, place);
      const body = node.child('class_body');
      const term = builder.call(callee, argumentsOf(reading, node, place), {}, false, place, node);
      if (body) readJavaClassBody(reading, body, '', [callee], place);
      return term;
    }
    case 'array_access': {
      const of = childTerm(reading, node.field('array'), place);
      return { t: 'member', of, key: childTerm(reading, node.field('index'), place), at };
    }
    case 'array_creation_expression':
      return node.field('value') ? childTerm(reading, node.field('value'), place) : unknownTerm('a new array', at);
    case 'array_initializer':
    case 'element_value_array_initializer':
      return listTerm(
        partsOf(node).map((part) => readJavaTerm(reading, part, place)),
        at,
      );
    case 'lambda_expression':
      return lambdaTerm(reading, node, place);
    case 'ternary_expression': {
      childTerm(reading, node.field('condition'), place);
      const choices = [node.field('consequence'), node.field('alternative')];
      return { t: 'either', of: choices.map((each) => childTerm(reading, each, place)) };
    }
    case 'binary_expression': {
      const operator = node.field('operator')?.text ?? '';
      const operands = operandsOf(node).map((part) => readJavaTerm(reading, part, place));
      return operator === '+' ? addTerms(operands, at) : { t: 'operation', operator, of: operands, at };
    }
    case 'cast_expression':
      return childTerm(reading, node.field('value'), place);
    case 'assignment_expression':
      reading.statement(node, place);
      return unknownTerm('an assignment', at);
    case 'generic_type':
    case 'class_literal':
    case 'annotated_type':
    case 'parenthesized_expression':
      return childTerm(reading, partsOf(node)[0], place);
    default:
      return otherTerm(reading, node, place);
  }
};

const childTerm = (reading: TypedReading, node: SyntaxNode | undefined, place: Place): Term =>
  node ? readJavaTerm(reading, node, place) : unknownTerm('nothing');

/** Anything else: statements inside are read as such, parts of expressions for their calls. */
const otherTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  if (/_statement$|_declaration$|^block$|^switch_/.test(node.kind)) reading.statement(node, place);
  else for (const part of partsOf(node)) readJavaTerm(reading, part, place);
  return unknownTerm(
    node.kind === 'ERROR' ? 'a syntax error' : `a ${node.kind.replaceAll('_', ' ')}`,
    reading.builder.line(node),
  );
};

/** The arguments of a call or annotation that have no names. */
export const argumentsOf = (reading: TypedReading, node: SyntaxNode, place: Place): Term[] => {
  const list = node.field('arguments');
  return list ? partsOf(list).map((part) => readJavaTerm(reading, part, place)) : [];
};

const stringTerm = (node: SyntaxNode, at: number): Term => {
  if (!node.text.startsWith('"""')) return textTerm(decodeEscapes(node.text.slice(1, -1)), at);
  const lines = node.text
    .slice(3, -3)
    .replace(/^[ \t]*\r?\n/, '')
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((a, b) => Math.min(a, b), 200);
  return textTerm(decodeEscapes(lines.map((line) => line.slice(margin)).join('\n')), at);
};

const numberTerm = (text: string, at: number): Term => {
  const value = Number(text.replaceAll('_', '').replace(/[lLfFdD]$/, ''));
  return Number.isFinite(value) ? literal(value, at) : unknownTerm('a number', at);
};

const invocationTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const name = node.field('name');
  const key = name?.text ?? '';
  const spot = name ?? node;
  const at = builder.line(spot);
  const chain = chainOf(node);
  if (chain) {
    const made = readJavaTerm(reading, chain.maker, place);
    const args = made.t === 'call' ? made.args : [];
    const named = givenBy(reading, chain.steps, place);
    return builder.call({ t: 'member', of: made, key }, args, { ...named }, false, place, spot);
  }
  const object = node.field('object');
  const of = object && readJavaTerm(reading, object, place);
  const args = argumentsOf(reading, node, place);
  const [first, second] = args;
  if (of?.t === 'name' && of.name === 'System' && key === 'getenv' && first)
    return {
      t: 'environment',
      name: first.t === 'literal' && typeof first.value === 'string' ? first.value : first,
      at,
    };
  if (of?.t === 'environment' && (key === 'orElse' || key === 'getOrDefault') && first)
    return { ...of, fallback: first };
  if (of?.t === 'name' && of.name === 'Objects' && key === 'requireNonNullElse' && first?.t === 'environment' && second)
    return { ...first, fallback: second };
  if (of?.t === 'name' && (of.name === 'Optional' || of.name === 'Objects') && first && args.length < 3)
    if (/^(?:ofNullable|of|requireNonNull)$/.test(key)) return first;
  if (of?.t === 'name' && /^(?:List|Set|Arrays|Stream)$/.test(of.name) && /^(?:of|asList)$/.test(key))
    return listTerm(args, at);
  if (of?.t === 'name' && of.name === 'Map' && key === 'of' && args.length % 2 === 0)
    return mapTerm(
      args.flatMap((each, index) => (index % 2 === 0 ? [[each, args[index + 1]!] as const] : [])),
      at,
    );
  if (of?.t === 'literal' && (key === 'formatted' || key === 'stripIndent' || key === 'trim'))
    return args.length === 0 ? of : { t: 'template', parts: [of, ...args], at };
  // A method without an object is one of the class around it, or of the one outside of that.
  const callee: Term = of ? { t: 'member', of, key } : { t: 'name', name: key, scope: place.scope };
  return builder.call(callee, args, {}, false, place, spot);
};

/** A function; where it only sets what a builder is given, a map of that. */
const lambdaTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const at = builder.line(node);
  const steps = consumerSteps(node);
  if (steps)
    return mapTerm(
      Object.entries(givenBy(reading, steps, place)).map(([name, term]) => [literal(name, at), term] as const),
      at,
    );
  const { index, summary } = builder.openFunction('', place, node);
  const list = node.field('parameters');
  const names =
    list?.kind === 'identifier'
      ? [list]
      : partsOf(list ?? node).flatMap((part) => part.field('name') ?? (part.kind === 'identifier' ? [part] : []));
  summary.parameters = list ? names.map(({ text }) => ({ name: text })) : [];
  for (const { name } of summary.parameters) builder.shadow(summary.body, name);
  const body = node.field('body');
  const inside = bodyPlace(summary.body, summary.returns);
  if (body?.kind === 'block') reading.statement(body, inside);
  else if (body) summary.returns.push(readJavaTerm(reading, body, inside));
  return { t: 'function', index, at };
};
