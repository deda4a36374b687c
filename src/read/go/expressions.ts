/** Go expressions as terms. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import { decodeEscapes } from '../python/strings.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, eitherTerm, textTerm } from '../text-term.ts';
import { isPlainType, operandsOf, partsOf } from '../typed-reading.ts';
import { readGoClosure } from './definitions.ts';
import { type GoReading, typeName } from './reading.ts';

/** The term of an expression node. */
export const readGoTerm = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const at = builder.line(node);
  if (node.isCut) return unknownTerm('nested too deep to be read', at);
  switch (node.kind) {
    case 'identifier':
    case 'package_identifier':
    case 'type_identifier':
      return { t: 'name', name: isReceiver(reading, node.text, place) ? 'self' : node.text, scope: place.scope };
    case 'interpreted_string_literal':
      return textTerm(decodeEscapes(node.text.slice(1, -1)), at);
    case 'raw_string_literal':
      return textTerm(node.text.slice(1, -1), at);
    case 'int_literal':
    case 'float_literal':
      return numberTerm(node.text, at);
    case 'true':
    case 'false':
      return literal(node.kind === 'true', at);
    case 'nil':
      return literal(null, at);
    case 'selector_expression': {
      const of = childTerm(reading, node.field('operand'), place);
      return { t: 'member', of, key: node.field('field')?.text ?? '' };
    }
    case 'qualified_type': {
      const of = childTerm(reading, node.field('package'), place);
      return { t: 'member', of, key: node.field('name')?.text ?? '' };
    }
    case 'index_expression': {
      const of = childTerm(reading, node.field('operand'), place);
      return { t: 'member', of, key: childTerm(reading, node.field('index'), place), at };
    }
    case 'call_expression':
      return callTerm(reading, node, place);
    case 'type_conversion_expression': {
      const type = node.field('type');
      const value = childTerm(reading, node.field('operand'), place);
      const name = typeName(type);
      return !name || isPlainType(name.text)
        ? value
        : builder.call(reading.term(name, place), [value], {}, false, place, node);
    }
    case 'composite_literal':
      return compositeTerm(reading, node, place);
    case 'func_literal':
      return readGoClosure(reading, node, place);
    case 'unary_expression': {
      const inner = childTerm(reading, node.field('operand'), place);
      const operator = node.field('operator')?.text ?? '';
      if (operator === '&' || operator === '*') return inner;
      if (operator === '-' && inner.t === 'literal' && typeof inner.value === 'number')
        return { ...inner, value: -inner.value };
      return { t: 'operation', operator, of: [inner], at };
    }
    case 'binary_expression': {
      const operator = node.field('operator')?.text ?? '';
      const operands = operandsOf(node).map((part) => readGoTerm(reading, part, place));
      return operator === '+' ? addTerms(operands, at) : { t: 'operation', operator, of: operands, at };
    }
    case 'parenthesized_expression':
    case 'type_assertion_expression':
    case 'pointer_type':
    case 'generic_type':
    case 'literal_element':
    case 'expression_list': {
      const inner = node.field('operand') ?? partsOf(node)[0];
      return inner ? readGoTerm(reading, inner, place) : unknownTerm('nothing', at);
    }
    case 'literal_value':
      return literalValue(reading, node, place);
    case 'slice_expression':
      return {
        t: 'operation',
        operator: 'slice',
        of: partsOf(node).map((part) => readGoTerm(reading, part, place)),
        at,
      };
    default:
      return otherTerm(reading, node, place);
  }
};

const childTerm = (reading: GoReading, node: SyntaxNode | undefined, place: Place): Term =>
  node ? readGoTerm(reading, node, place) : unknownTerm('nothing');

/** Anything else: statements inside broken code are read as such, parts of expressions for their calls. */
const otherTerm = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  if (/_statement$|_declaration$|^block$|^statement_list$/.test(node.kind)) reading.statement(node, place);
  else if (!/_type$/.test(node.kind)) for (const part of partsOf(node)) readGoTerm(reading, part, place);
  return unknownTerm(
    node.kind === 'ERROR' ? 'a syntax error' : `a ${node.kind.replaceAll('_', ' ')}`,
    reading.builder.line(node),
  );
};

/** Tells whether a name is what the method around it calls its own object. */
const isReceiver = ({ builder, receivers }: GoReading, name: string, place: Place): boolean => {
  for (let at = place.scope; at > 0; at = builder.scopes[at]!.parent) {
    if (receivers.get(at) === name) return true;
    if (builder.isDeclared(at, name)) return false;
  }
  return false;
};

const numberTerm = (text: string, at: number): Term => {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? literal(value, at) : unknownTerm('a number', at);
};

/** A call. What an option function is given (`option.WithBaseURL(url)`) stands under its name, too. */
const callTerm = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const target = node.field('function');
  const spot = target?.field('field') ?? node;
  const callee = childTerm(reading, target, place);
  const args: Term[] = [];
  const named: Record<string, Term> = Object.create(null) as Record<string, Term>;
  let spread = false;
  for (const part of partsOf(node.field('arguments') ?? node)) {
    if (part.role === 'function' || part.role === 'type_arguments') continue;
    const inner = part.kind === 'variadic_argument' ? partsOf(part)[0] : part;
    if (!inner) continue;
    const term = readGoTerm(reading, inner, place);
    if (part.kind === 'variadic_argument') {
      spread = true;
      args.push({ t: 'operation', operator: 'spread', of: [term] });
      continue;
    }
    args.push(term);
    if (term.t === 'call' && term.callee.t === 'member' && typeof term.callee.key === 'string') {
      const { key } = term.callee;
      if (/^With[A-Z]/.test(key) && !(key in named)) named[key] = term.args[0] ?? literal(true, term.at);
    }
  }
  const at = builder.line(spot);
  const path = builder.pathOf(callee);
  const [first] = args;
  if ((path === 'os.Getenv' || path === 'os.LookupEnv') && first)
    return {
      t: 'environment',
      name: first.t === 'literal' && typeof first.value === 'string' ? first.value : first,
      at,
    };
  if (path === 'cmp.Or' && args.length > 0 && !spread) return eitherTerm(args);
  if (path === 'fmt.Sprintf' && first?.t === 'literal' && typeof first.value === 'string' && !spread)
    return formatTerm(first.value, args.slice(1), at);
  if (callee.t === 'name' && callee.name === 'string' && args.length === 1) return first!;
  if (callee.t === 'name' && callee.name === 'append' && args.length > 0)
    return { t: 'operation', operator: 'append', of: args, at };
  return builder.call(callee, args, { ...named }, spread, place, spot);
};

/** `Sprintf("…%s…", value)` as a template, with what the verbs stand for in their places. */
const formatTerm = (format: string, values: readonly Term[], at: number): Term => {
  const parts: Term[] = [];
  let next = 0;
  for (const piece of format.split(/(%[-+# 0]*[\d*]*(?:\.\d+)?[a-zA-Z%])/)) {
    if (piece === '%%') parts.push(literal('%', at));
    else if (piece.startsWith('%') && piece.length > 1) parts.push(values[next++] ?? unknownTerm('nothing', at));
    else if (piece !== '') parts.push(literal(piece, at));
  }
  return addTerms([literal('', at), ...parts], at);
};

/** A literal of a type: slices are lists, maps and structs of other packages maps, structs of this package objects. */
const compositeTerm = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const type = node.field('type');
  const body = node.field('body');
  if (!body) return unknownTerm('a literal without a body', builder.line(node));
  const name = typeName(type);
  if (type?.kind === 'slice_type' || type?.kind === 'array_type' || type?.kind === 'implicit_length_array_type')
    return listTerm(
      partsOf(body).map((part) => readGoTerm(reading, part.field('value') ?? part, place)),
      builder.line(node),
    );
  if (name?.kind !== 'type_identifier') return literalValue(reading, body, place);
  const named: Record<string, Term> = Object.create(null) as Record<string, Term>;
  const args: Term[] = [];
  for (const part of partsOf(body)) {
    const key = part.field('key');
    const value = part.field('value');
    if (key && value) named[key.text] = readGoTerm(reading, value, place);
    else args.push(readGoTerm(reading, part, place));
  }
  return builder.call(reading.term(name, place), args, { ...named }, false, place, node);
};

/** `{a, b}` is a list, `{Key: value}` a map. */
const literalValue = (reading: GoReading, node: SyntaxNode, place: Place): Term => {
  const entries: (readonly [Term, Term])[] = [];
  const items: Term[] = [];
  for (const part of partsOf(node)) {
    const key = part.field('key');
    const value = part.field('value');
    if (!key || !value) items.push(readGoTerm(reading, part, place));
    else {
      const [inner] = partsOf(key);
      // A struct’s key is the name of a field.
      const isField = inner?.kind === 'identifier' && !reading.builder.isDeclared(0, inner.text);
      entries.push([
        isField ? literal(inner.text, reading.builder.line(key)) : readGoTerm(reading, key, place),
        readGoTerm(reading, value, place),
      ]);
    }
  }
  const at = reading.builder.line(node);
  return items.length > 0 ? listTerm(items, at) : mapTerm(entries, at);
};
