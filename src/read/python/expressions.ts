/** Python expressions as terms. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, eitherTerm } from '../text-term.ts';
import { nameOf, readCall } from './calls.ts';
import type { PythonReading } from './reading.ts';
import { percentTemplate, stringTerm } from './strings.ts';
import { elementOf } from './targets.ts';

/** The term of an expression node. */
export const readTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  if (node.isCut) return unknownTerm('nested too deep to be read', builder.line(node));
  switch (node.kind) {
    case 'identifier':
      return { t: 'name', name: node.text, scope: place.scope };
    case 'string':
    case 'concatenated_string':
      return stringTerm(reading, node, place);
    case 'integer':
    case 'float':
      return numberTerm(node.text, builder.line(node));
    case 'true':
    case 'false':
      return literal(node.kind === 'true', builder.line(node));
    case 'none':
      return literal(null, builder.line(node));
    case 'ellipsis':
      return unknownTerm('an ellipsis', builder.line(node));
    case 'call':
      return readCall(reading, node, place);
    case 'attribute': {
      const object = node.field('object');
      const of = object ? readTerm(reading, object, place) : unknownTerm('an attribute of nothing');
      return { t: 'member', of, key: node.field('attribute')?.text ?? '' };
    }
    case 'subscript':
      return subscriptTerm(reading, node, place);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
      return listTerm(
        node.parts.map((part) => readTerm(reading, part, place)),
        builder.line(node),
      );
    case 'dictionary':
      return dictionaryTerm(reading, node, place);
    case 'list_splat':
    case 'dictionary_splat':
    case 'splat_type': {
      const inner = node.parts[0];
      return { t: 'operation', operator: 'spread', of: inner ? [readTerm(reading, inner, place)] : [] };
    }
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return comprehensionTerm(reading, node, place);
    case 'boolean_operator': {
      const operands = chain(node, 'boolean_operator').map((part) => readTerm(reading, part, place));
      return node.field('operator')?.kind === 'or'
        ? eitherTerm(operands)
        : { t: 'operation', operator: 'and', of: operands, at: builder.line(node) };
    }
    case 'binary_operator':
      return binaryTerm(reading, node, place);
    case 'unary_operator': {
      const argument = node.field('argument');
      const inner = argument ? readTerm(reading, argument, place) : unknownTerm('nothing');
      const operator = node.field('operator')?.text ?? '';
      if (operator === '-' && inner.t === 'literal' && typeof inner.value === 'number')
        return { ...inner, value: -inner.value };
      return { t: 'operation', operator, of: [inner], at: builder.line(node) };
    }
    case 'conditional_expression': {
      const [value, condition, other] = node.parts;
      if (condition) readTerm(reading, condition, place);
      return eitherOf([value, other].flatMap((part) => (part ? [readTerm(reading, part, place)] : [])));
    }
    case 'lambda':
      return reading.lambda(node, place, '');
    case 'named_expression': {
      const name = node.field('name');
      const value = node.field('value');
      const term = value ? readTerm(reading, value, place) : unknownTerm('nothing');
      if (name) reading.bindTarget(name, term, { ...place, scope: builder.functionScope(place.scope) });
      return term;
    }
    case 'as_pattern': {
      const value = node.parts[0];
      const alias = node.field('alias');
      const term = value ? readTerm(reading, value, place) : unknownTerm('nothing');
      if (alias) reading.bindTarget(alias, term, place);
      return term;
    }
    case 'yield': {
      const value = node.parts[0];
      if (value) place.returns?.push(readTerm(reading, value, place));
      return unknownTerm('what is sent into a generator', builder.line(node));
    }
    // These change nothing about the value.
    case 'await':
    case 'parenthesized_expression':
    case 'type':
    case 'constrained_type':
    case 'interpolation':
    case 'format_expression': {
      const inner = node.parts;
      if (inner.length === 1) return readTerm(reading, inner[0]!, place);
      return operationOf(reading, node.kind, node, place);
    }
    case 'generic_type': {
      const [of, parameters] = node.parts;
      const keys = (parameters?.parts ?? []).map((part) => readTerm(reading, part, place));
      const base = of ? readTerm(reading, of, place) : unknownTerm('nothing');
      return { t: 'member', of: base, key: keys.length === 1 ? keys[0]! : { t: 'list', items: keys } };
    }
    case 'member_type': {
      const [of, name] = node.parts;
      return { t: 'member', of: of ? readTerm(reading, of, place) : unknownTerm('nothing'), key: name?.text ?? '' };
    }
    case 'slice':
    case 'comparison_operator':
    case 'not_operator':
    case 'union_type':
      return operationOf(
        reading,
        node.field('operators')?.text ?? node.kind.replace(/_(?:operator|type)$/, ''),
        node,
        place,
      );
    case 'comment':
      return unknownTerm('a comment');
    default:
      return otherTerm(reading, node, place);
  }
};

/** Anything else: statements inside broken code are read as such, parts of expressions for their calls. */
const otherTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  if (/_statement$|_definition$|^block$|^assignment$|^augmented_assignment$/.test(node.kind))
    reading.statement(node, place);
  else for (const part of node.parts) readTerm(reading, part, place);
  return unknownTerm(
    node.kind === 'ERROR' ? 'a syntax error' : `a ${node.kind.replaceAll('_', ' ')}`,
    reading.builder.line(node),
  );
};

const operationOf = (reading: PythonReading, operator: string, node: SyntaxNode, place: Place): Term => ({
  t: 'operation',
  operator,
  of: node.parts.map((part) => readTerm(reading, part, place)),
  at: reading.builder.line(node),
});

const eitherOf = (terms: readonly Term[]): Term => {
  const flat = terms.flatMap((each) => (each.t === 'either' ? each.of : [each]));
  return flat.length === 1 ? flat[0]! : { t: 'either', of: flat };
};

/** Operands of a chain of one operator, `a + b + c`, without recursion on the left side. */
const chain = (node: SyntaxNode, kind: string): readonly SyntaxNode[] => {
  const operands: SyntaxNode[] = [];
  const operator = node.field('operator')?.kind;
  let at: SyntaxNode | undefined = node;
  while (at?.kind === kind && at.field('operator')?.kind === operator && !at.isCut) {
    const right = at.field('right');
    if (right) operands.push(right);
    at = at.field('left');
  }
  if (at) operands.push(at);
  return operands.reverse();
};

const binaryTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const operator = node.field('operator')?.text ?? '';
  const at = reading.builder.line(node);
  const operands = chain(node, 'binary_operator').map((part) => readTerm(reading, part, place));
  if (operator === '+') return addTerms(operands, at);
  const [left, right] = operands;
  if (operator === '%' && operands.length === 2) {
    const template = percentTemplate(left!, right!, at);
    if (template) return template;
  }
  return { t: 'operation', operator, of: operands, at };
};

const subscriptTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const value = node.field('value');
  const of = value ? readTerm(reading, value, place) : unknownTerm('nothing');
  const keys = node.fields('subscript').map((part) => readTerm(reading, part, place));
  const key: Term = keys.length === 1 ? keys[0]! : { t: 'list', items: keys };
  const at = reading.builder.line(node);
  if (reading.builder.pathOf(of) === 'os.environ') return { t: 'environment', name: nameOf(key), at };
  if (key.t === 'operation' && key.operator === 'slice')
    return { t: 'operation', operator: 'slice', of: [of, ...key.of], at };
  return { t: 'member', of, key, at };
};

const dictionaryTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const entries: (readonly [Term, Term])[] = [];
  for (const part of node.parts) {
    if (part.kind === 'pair') {
      const key = part.field('key');
      const value = part.field('value');
      if (key && value) entries.push([readTerm(reading, key, place), readTerm(reading, value, place)]);
    } else if (part.kind === 'dictionary_splat') {
      const inner = part.parts[0];
      if (inner) entries.push([{ t: 'operation', operator: 'spread', of: [] }, readTerm(reading, inner, place)]);
    } else readTerm(reading, part, place);
  }
  return mapTerm(entries, reading.builder.line(node));
};

/** A comprehension: its element, in a scope of its own where its variables stand for elements of what is gone through. */
const comprehensionTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const inner: Place = { ...place, scope: builder.openScope('block', place.scope) };
  const body = node.field('body');
  let outermost = true;
  for (const clause of node.parts) {
    if (clause === body) continue;
    if (clause.kind === 'for_in_clause') {
      const left = clause.field('left');
      const right = clause.field('right');
      const iterable = right ? readTerm(reading, right, outermost ? place : inner) : unknownTerm('nothing');
      if (left) reading.bindTarget(left, elementOf(iterable), { ...inner, conditional: true });
      outermost = false;
    } else for (const part of clause.parts) readTerm(reading, part, inner);
  }
  const parts = body?.kind === 'pair' ? body.parts : body ? [body] : [];
  return {
    t: 'operation',
    operator: 'comprehension',
    of: parts.map((part) => readTerm(reading, part, inner)),
    at: builder.line(node),
  };
};

const numberTerm = (text: string, at: number): Term => {
  const value = Number(text.replaceAll('_', '').replace(/[lL]$/, ''));
  return Number.isFinite(value) ? literal(value, at) : unknownTerm('a number', at);
};
