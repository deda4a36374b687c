/** C# expressions as terms. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, eitherTerm } from '../text-term.ts';
import { bodyPlace, operandsOf, partsOf, type TypedReading } from '../typed-reading.ts';
import { readCsharpCall } from './calls.ts';
import { configurationTerm, sectionOf } from './configuration.ts';
import { csharpNumber, csharpText } from './literals.ts';
import { readCsharpParameters } from './parameters.ts';

/** The term of an expression or type node. */
export const readCsharpTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const at = builder.line(node);
  if (node.isCut) return unknownTerm('nested too deep to be read', at);
  switch (node.kind) {
    case 'identifier':
      return { t: 'name', name: node.text, scope: place.scope };
    case 'this':
      return { t: 'name', name: 'this', scope: place.scope };
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
    case 'interpolated_string_expression':
      return csharpText(reading, node, place);
    case 'integer_literal':
    case 'real_literal':
      return csharpNumber(node.text, at);
    case 'boolean_literal':
      return literal(node.text === 'true', at);
    case 'null_literal':
      return literal(null, at);
    case 'default_expression':
      return literal(null, at);
    case 'generic_name':
      return childTerm(reading, partsOf(node)[0], place);
    case 'member_access_expression': {
      const of = childTerm(reading, node.field('expression'), place);
      return { t: 'member', of, key: plainName(node.field('name')) };
    }
    case 'conditional_access_expression':
      return conditionalTerm(reading, node, place);
    case 'qualified_name': {
      const of = childTerm(reading, node.field('qualifier'), place);
      return { t: 'member', of, key: plainName(node.field('name')) };
    }
    case 'alias_qualified_name':
      return childTerm(reading, node.field('name'), place);
    case 'element_access_expression':
      return elementTerm(reading, node, place);
    case 'invocation_expression':
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return readCsharpCall(reading, node, place);
    case 'anonymous_object_creation_expression': {
      const parts = partsOf(node);
      const entries = parts.flatMap((part, index) => {
        const value = parts[index + 1];
        if (part.kind !== 'identifier' || index % 2 === 1 || !value) return [];
        return [[literal(part.text, at), readCsharpTerm(reading, value, place)] as const];
      });
      return mapTerm(entries, at);
    }
    case 'array_creation_expression':
    case 'implicit_array_creation_expression': {
      const values = node.child('initializer_expression');
      return values ? readCsharpTerm(reading, values, place) : unknownTerm('a new array', at);
    }
    case 'initializer_expression':
    case 'collection_expression':
      return listTerm(
        partsOf(node).map((part) => readCsharpTerm(reading, part, place)),
        at,
      );
    case 'spread_element':
      return { t: 'operation', operator: 'spread', of: [childTerm(reading, partsOf(node)[0], place)] };
    case 'tuple_expression':
      return listTerm(
        partsOf(node).map((part) => readCsharpTerm(reading, partsOf(part).at(-1) ?? part, place)),
        at,
      );
    case 'lambda_expression':
    case 'anonymous_method_expression':
      return lambdaTerm(reading, node, place);
    case 'conditional_expression': {
      childTerm(reading, node.field('condition'), place);
      const choices = [node.field('consequence'), node.field('alternative')];
      return { t: 'either', of: choices.map((each) => childTerm(reading, each, place)) };
    }
    case 'switch_expression': {
      const [subject] = partsOf(node);
      if (subject) readCsharpTerm(reading, subject, place);
      const arms = partsOf(node).filter(({ kind }) => kind === 'switch_expression_arm');
      const values = arms.map((arm) => childTerm(reading, partsOf(arm).at(-1), place));
      return values.length === 0 ? unknownTerm('a choice of nothing', at) : { t: 'either', of: values };
    }
    case 'binary_expression':
      return binaryTerm(reading, node, place);
    case 'cast_expression':
      return childTerm(reading, node.field('value'), place);
    case 'as_expression':
      return childTerm(reading, node.field('left'), place);
    case 'assignment_expression': {
      reading.statement(node, place);
      return unknownTerm('an assignment', at);
    }
    case 'typeof_expression':
    case 'nullable_type':
    case 'ref_type':
    case 'scoped_type':
      return childTerm(reading, node.field('type') ?? partsOf(node)[0], place);
    case 'postfix_unary_expression':
    case 'await_expression':
    case 'parenthesized_expression':
    case 'checked_expression':
    case 'argument':
    case 'collection_element':
    case 'expression_element':
    case 'arrow_expression_clause':
    case 'ref_expression': {
      const inner = partsOf(node);
      return inner.length > 0 ? readCsharpTerm(reading, inner.at(-1)!, place) : unknownTerm('nothing', at);
    }
    case 'throw_expression':
      for (const part of partsOf(node)) readCsharpTerm(reading, part, place);
      return unknownTerm('an error', at);
    default:
      return otherTerm(reading, node, place);
  }
};

const childTerm = (reading: TypedReading, node: SyntaxNode | undefined, place: Place): Term =>
  node ? readCsharpTerm(reading, node, place) : unknownTerm('nothing');

/** A name without its type arguments. */
export const plainName = (node: SyntaxNode | undefined): string =>
  (node?.kind === 'generic_name' ? partsOf(node)[0]?.text : node?.text) ?? '';

/** Anything else: statements inside are read as such, parts of expressions for their calls. */
const otherTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  if (/_statement$|_declaration$|^block$/.test(node.kind)) reading.statement(node, place);
  else if (!/_type$|_pattern$/.test(node.kind)) for (const part of partsOf(node)) readCsharpTerm(reading, part, place);
  return unknownTerm(
    node.kind === 'ERROR' ? 'a syntax error' : `a ${node.kind.replaceAll('_', ' ')}`,
    reading.builder.line(node),
  );
};

/** `a?.b` and `a?["b"]` are what `a.b` and `a["b"]` are. */
const conditionalTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const [object, ...rest] = partsOf(node);
  const of = childTerm(reading, object, place);
  const [last] = rest;
  if (last?.kind === 'member_binding_expression') return { t: 'member', of, key: plainName(last.field('name')) };
  for (const part of rest) readCsharpTerm(reading, part, place);
  return { t: 'operation', operator: 'member', of: [of], at: reading.builder.line(node) };
};

const elementTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const of = childTerm(reading, node.field('expression'), place);
  const keys = partsOf(node.field('subscript') ?? node).filter((part) => part.kind === 'argument');
  const key = childTerm(reading, keys[0], place);
  const at = reading.builder.line(node);
  const section = sectionOf(of);
  return (section === undefined ? undefined : configurationTerm(section, key, at)) ?? { t: 'member', of, key, at };
};

const binaryTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const operator = node.field('operator')?.text ?? '';
  const at = reading.builder.line(node);
  if (operator === '??') {
    const given = [node.field('left'), node.field('right')].map((part) => childTerm(reading, part, place));
    const values = given.filter((each) => !(each.t === 'unknown' && each.why === 'an error'));
    return values.length > 0 ? eitherTerm(values) : unknownTerm('an error', at);
  }
  const operands = operandsOf(node).map((part) => readCsharpTerm(reading, part, place));
  return operator === '+' ? addTerms(operands, at) : { t: 'operation', operator, of: operands, at };
};

const lambdaTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const { index, summary } = builder.openFunction('', place, node);
  const list = node.field('parameters');
  summary.parameters =
    list?.kind === 'implicit_parameter' ? [{ name: list.text }] : readCsharpParameters(reading, list, place).parameters;
  for (const { name } of summary.parameters) builder.shadow(summary.body, name);
  const body = node.field('body') ?? node.child('block');
  const inside = bodyPlace(summary.body, summary.returns);
  if (body?.kind === 'block') reading.statement(body, inside);
  else if (body) summary.returns.push(readCsharpTerm(reading, body, inside));
  return { t: 'function', index, at: builder.line(node) };
};
