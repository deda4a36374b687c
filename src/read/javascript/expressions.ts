/** JavaScript expressions as terms. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, eitherTerm, textTerm } from '../text-term.ts';
import { readCall } from './calls.ts';
import { memberTerm } from './environment.ts';
import { documentationText, numberTerm, stringText, templateTerm } from './literals.ts';
import { isFunctionNode, namedTerm } from './modules.ts';
import type { JavaScriptReading } from './reading.ts';
import { keyOf } from './targets.ts';

/** The term of an expression node. */
export const readTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  if (node.isCut) return unknownTerm('nested too deep to be read', builder.line(node));
  switch (node.kind) {
    case 'identifier':
    case 'type_identifier':
    case 'shorthand_property_identifier':
    case 'this':
    case 'super':
      return { t: 'name', name: node.text, scope: place.scope };
    case 'meta_property':
      return { t: 'name', name: node.text, scope: place.scope };
    case 'string':
      return textTerm(stringText(node), builder.line(node));
    case 'template_string':
      return templateTerm(reading, node, place);
    case 'number':
      return numberTerm(node.text, builder.line(node));
    case 'true':
    case 'false':
      return literal(node.kind === 'true', builder.line(node));
    case 'null':
    case 'undefined':
      return literal(null, builder.line(node));
    case 'regex':
      return { t: 'operation', operator: 'regular expression', of: [], at: builder.line(node) };
    case 'call_expression':
    case 'new_expression':
      return readCall(reading, node, place);
    case 'member_expression':
    case 'nested_identifier': {
      const object = node.field('object');
      const of = object ? readTerm(reading, object, place) : unknownTerm('a member of nothing');
      return memberTerm(builder, of, node.field('property')?.text ?? '', builder.line(node));
    }
    case 'subscript_expression': {
      const object = node.field('object');
      const index = node.field('index');
      const of = object ? readTerm(reading, object, place) : unknownTerm('a member of nothing');
      const key = index ? readTerm(reading, index, place) : unknownTerm('nothing');
      const isText = key.t === 'literal' && typeof key.value === 'string';
      return memberTerm(builder, of, isText ? (key.value as string) : key, builder.line(node));
    }
    case 'array':
      return listTerm(
        node.parts.map((part) => readTerm(reading, part, place)),
        builder.line(node),
      );
    case 'object':
      return objectTerm(reading, node, place);
    case 'spread_element': {
      const inner = node.parts[0];
      return { t: 'operation', operator: 'spread', of: inner ? [readTerm(reading, inner, place)] : [] };
    }
    case 'arrow_function':
    case 'function_expression':
    case 'generator_function':
      return reading.functionTerm(node, place, {});
    case 'class':
      return reading.classTerm(node, place, {});
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return assignmentTerm(reading, node, place);
    case 'binary_expression':
      return binaryTerm(reading, node, place);
    case 'unary_expression': {
      const argument = node.field('argument');
      const operator = node.field('operator')?.text ?? '';
      const inner = argument ? readTerm(reading, argument, place) : unknownTerm('nothing');
      if (operator === 'void') return literal(null, builder.line(node));
      if (operator === '-' && inner.t === 'literal' && typeof inner.value === 'number')
        return { ...inner, value: -inner.value };
      // Minified code writes true and false so.
      if (operator === '!' && inner.t === 'literal' && typeof inner.value === 'number')
        return { ...inner, value: inner.value === 0 };
      return { t: 'operation', operator, of: [inner], at: builder.line(node) };
    }
    case 'ternary_expression': {
      const [condition, yes, no] = [node.field('condition'), node.field('consequence'), node.field('alternative')];
      if (condition) readTerm(reading, condition, place);
      const branches = [yes, no].flatMap((part) => (part ? [readTerm(reading, part, place)] : []));
      return { t: 'either', of: branches.flatMap((each) => (each.t === 'either' ? each.of : [each])) };
    }
    case 'yield_expression': {
      const value = node.parts[0];
      if (value) place.returns?.push(readTerm(reading, value, place));
      return unknownTerm('what is sent into a generator', builder.line(node));
    }
    // These change nothing about the value.
    case 'await_expression':
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'instantiation_expression':
    case 'jsx_expression': {
      const inner = node.parts[0];
      return inner ? readTerm(reading, inner, place) : literal(null, builder.line(node));
    }
    case 'type_assertion': {
      const inner = node.parts.at(-1);
      return inner ? readTerm(reading, inner, place) : unknownTerm('nothing');
    }
    case 'sequence_expression': {
      let last: Term = unknownTerm('nothing');
      for (const part of node.parts) last = readTerm(reading, part, place);
      return last;
    }
    case 'jsx_element':
    case 'jsx_self_closing_element':
    case 'jsx_fragment':
      return reading.markup(node, place);
    case 'type_arguments':
    case 'type_annotation':
    case 'type_parameters':
      return unknownTerm('a type');
    default:
      return otherTerm(reading, node, place);
  }
};

/** Anything else: statements inside broken code are read as such, parts of expressions for their calls. */
const otherTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  if (/_statement$|_declaration$|^statement_block$|^ERROR$/.test(node.kind)) reading.statement(node, place);
  else for (const part of node.parts) readTerm(reading, part, place);
  return unknownTerm(
    node.kind === 'ERROR' ? 'a syntax error' : `a ${node.kind.replaceAll('_', ' ')}`,
    reading.builder.line(node),
  );
};

const assignmentTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) return unknownTerm('a syntax error', builder.line(node));
  const name = left.kind === 'identifier' ? left.text : (left.field('property')?.text ?? '');
  if (node.kind === 'assignment_expression') {
    const term = namedTerm(reading, right, place, { name, documentation: undefined });
    // An assignment changes the name where it was declared, which may be further out.
    const scope = left.kind === 'identifier' ? builder.declaringScope(place.scope, name) : place.scope;
    reading.bindTarget(left, term, { ...place, scope });
    return term;
  }
  const operator = (node.field('operator')?.text ?? '+=').slice(0, -1);
  const before = readTerm(reading, left, place);
  const after = readTerm(reading, right, place);
  const isChoice = operator === '??' || operator === '||';
  const term: Term = isChoice
    ? eitherTerm([before, after])
    : { t: 'operation', operator, of: [before, after], at: builder.line(node) };
  const scope = left.kind === 'identifier' ? builder.declaringScope(place.scope, name) : place.scope;
  if (left.kind === 'identifier' || left.kind === 'member_expression')
    reading.bindTarget(left, isChoice ? after : term, { ...place, scope, conditional: true });
  return term;
};

/** Operands of a chain of one operator, `a + b + c`, without recursion on the left side. */
const chain = (node: SyntaxNode): readonly SyntaxNode[] => {
  const operands: SyntaxNode[] = [];
  const operator = node.field('operator')?.kind;
  let at: SyntaxNode | undefined = node;
  while (at?.kind === 'binary_expression' && at.field('operator')?.kind === operator && !at.isCut) {
    const right = at.field('right');
    if (right) operands.push(right);
    at = at.field('left');
  }
  if (at) operands.push(at);
  return operands.reverse();
};

const binaryTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const operator = node.field('operator')?.text ?? '';
  const at = reading.builder.line(node);
  const operands = chain(node).map((part) => readTerm(reading, part, place));
  if (operator === '??' || operator === '||') return eitherTerm(operands);
  if (operator === '+') return addTerms(operands, at);
  return { t: 'operation', operator, of: operands, at };
};

const objectTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const entries: (readonly [Term, Term])[] = [];
  let documentation: string | undefined;
  for (const part of node.children) {
    if (part.kind === 'comment') {
      documentation = documentationText(part.text);
      continue;
    }
    if (!part.isNamed) continue;
    const key =
      part.kind === 'pair' ? part.field('key') : part.kind === 'method_definition' ? part.field('name') : undefined;
    const name = key ? keyOf(reading, key, place) : '';
    const keyTerm: Term = typeof name === 'string' ? literal(name) : name;
    const plain = typeof name === 'string' ? name : '';
    if (part.kind === 'shorthand_property_identifier')
      entries.push([literal(part.text), readTerm(reading, part, place)]);
    else if (part.kind === 'spread_element') {
      const inner = part.parts[0];
      if (inner) entries.push([{ t: 'operation', operator: 'spread', of: [] }, readTerm(reading, inner, place)]);
    } else if (part.kind === 'method_definition') {
      const term = reading.functionTerm(part, place, { name: plain, documentation });
      if (!part.has('set'))
        entries.push([keyTerm, part.has('get') ? builder.implicitCall(term, builder.line(part)) : term]);
    } else if (part.kind === 'pair') {
      const value = part.field('value');
      if (value)
        entries.push([
          keyTerm,
          isFunctionNode(value)
            ? reading.functionTerm(value, place, { name: plain, documentation })
            : readTerm(reading, value, place),
        ]);
    } else readTerm(reading, part, place);
    documentation = undefined;
  }
  return mapTerm(entries, builder.line(node));
};
