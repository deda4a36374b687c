/** JavaScript targets: names, destructuring patterns, fields of `this`, members, exports; and what a loop gives its variable. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { eitherTerm } from '../text-term.ts';
import { memberTerm } from './environment.ts';
import { stringText } from './literals.ts';
import type { JavaScriptReading } from './reading.ts';

/** Gives each name of a pattern its part of the value. */
export const bindTarget = (reading: JavaScriptReading, target: SyntaxNode, term: Term, place: Place): void => {
  const { builder } = reading;
  switch (target.kind) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      builder.bind(target.text, term, place, target);
      return;
    case 'object_pattern':
    case 'object':
      for (const part of target.parts) bindProperty(reading, part, term, place);
      return;
    case 'array_pattern':
    case 'array':
      bindElements(reading, target, term, place);
      return;
    case 'assignment_pattern':
    case 'object_assignment_pattern': {
      const left = target.field('left');
      const right = target.field('right');
      if (left) bindTarget(reading, left, right ? eitherTerm([term, reading.term(right, place)]) : term, place);
      return;
    }
    case 'rest_pattern':
    case 'spread_element': {
      const inner = target.parts[0];
      if (inner) bindTarget(reading, inner, { t: 'operation', operator: 'rest', of: [term] }, place);
      return;
    }
    case 'member_expression':
    case 'subscript_expression':
      bindMember(reading, target, term, place);
      return;
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression': {
      const inner = target.parts[0];
      if (inner) bindTarget(reading, inner, term, place);
      return;
    }
    default:
      reading.term(target, place);
  }
};

const bindProperty = (reading: JavaScriptReading, part: SyntaxNode, term: Term, place: Place): void => {
  const { builder } = reading;
  const at = builder.line(part);
  if (part.kind === 'shorthand_property_identifier_pattern' || part.kind === 'shorthand_property_identifier') {
    builder.bind(part.text, memberTerm(builder, term, part.text, at), place, part);
  } else if (part.kind === 'object_assignment_pattern') {
    const name = part.field('left');
    const fallback = part.field('right');
    if (!name) return;
    const member = memberTerm(builder, term, name.text, at);
    builder.bind(name.text, fallback ? eitherTerm([member, reading.term(fallback, place)]) : member, place, part);
  } else if (part.kind === 'pair_pattern' || part.kind === 'pair') {
    const key = part.field('key');
    const value = part.field('value');
    if (key && value) bindTarget(reading, value, memberTerm(builder, term, keyOf(reading, key, place), at), place);
  } else bindTarget(reading, part, term, place);
};

const bindElements = (reading: JavaScriptReading, target: SyntaxNode, term: Term, place: Place): void => {
  // A hole is written by its comma alone, which the tree leaves out; the position follows from the text before.
  let index = 0;
  let from = target.start + 1;
  for (const part of target.parts) {
    const between = target.tree.text.slice(from, part.start);
    index += between.split(',').length - 1;
    from = part.end;
    if (part.kind === 'rest_pattern' || part.kind === 'spread_element') bindTarget(reading, part, term, place);
    else if (term.t === 'list' && index < term.items.length && !term.items.slice(0, index + 1).some(isSpread))
      bindTarget(reading, part, term.items[index]!, place);
    else bindTarget(reading, part, { t: 'member', of: term, key: literal(index) }, place);
  }
};

const isSpread = (term: Term): boolean => term.t === 'operation' && term.operator === 'spread';

/** The key of a property: text where it is written out, else a term. */
export const keyOf = (reading: JavaScriptReading, key: SyntaxNode, place: Place): string | Term => {
  if (key.kind === 'string') return stringText(key);
  if (key.kind !== 'computed_property_name') return key.text;
  const inner = key.parts[0];
  const term = inner ? reading.term(inner, place) : unknownTerm('nothing');
  return term.t === 'literal' && typeof term.value === 'string' ? term.value : term;
};

/** `this.x = …` binds `x` of the class; `exports.x = …` exports `x`; `a.b = …` binds the dotted name `a.b` where it stands. */
const bindMember = (reading: JavaScriptReading, target: SyntaxNode, term: Term, place: Place): void => {
  const { builder } = reading;
  const path = memberPath(target);
  if (path === undefined) {
    for (const part of target.parts) if (part.kind !== 'property_identifier') reading.term(part, place);
    return;
  }
  const [root, ...rest] = path;
  const scope = root === 'this' && rest.length === 1 ? builder.selfScope(place.scope) : undefined;
  if (scope !== undefined) {
    builder.bind(rest[0]!, term, { ...place, scope }, target);
    return;
  }
  const exported = root === 'exports' ? rest : root === 'module' && rest[0] === 'exports' ? rest.slice(1) : undefined;
  if (exported === undefined) builder.bind(path.join('.'), term, place, target);
  else if (exported.length === 0) exportWhole(reading, term, { ...place, scope: 0 }, target);
  else if (exported.length === 1) exportOne(reading, exported[0]!, term, { ...place, scope: 0 }, target);
};

const exportOne = ({ builder }: JavaScriptReading, name: string, term: Term, place: Place, node: SyntaxNode): void => {
  if (term.t === 'name' && term.name === name) builder.markExported(name);
  else builder.bind(name, term, place, node, true);
};

/** `module.exports = …`: the value as default, and each entry of an object under its name. */
const exportWhole = (reading: JavaScriptReading, term: Term, place: Place, node: SyntaxNode): void => {
  reading.builder.bind('default', term, place, node, true);
  if (term.t !== 'map') return;
  for (const [key, value] of term.entries)
    if (key.t === 'literal' && typeof key.value === 'string') exportOne(reading, key.value, value, place, node);
};

/** `a.b` and `a["b"]` as its parts; undefined for anything that is not made of names and literal keys. */
const memberPath = (node: SyntaxNode): readonly string[] | undefined => {
  if (node.kind === 'identifier' || node.kind === 'this') return [node.text];
  const object = node.field('object');
  const path =
    object && (node.kind === 'member_expression' || node.kind === 'subscript_expression')
      ? memberPath(object)
      : undefined;
  if (path === undefined) return undefined;
  const property = node.field('property');
  if (property) return [...path, property.text];
  const index = node.field('index');
  return index?.kind === 'string' ? [...path, stringText(index)] : undefined;
};

/** An element of a value that is gone through. */
export const eachOf = (of: Term): Term => ({ t: 'member', of, key: unknownTerm('each element') });

/** What `for … of` gives its variable: an element, or a pair for `Object.entries` and `.entries()`. */
export const elementOf = (iterable: Term): Term => {
  if (iterable.t !== 'call' || iterable.callee.t !== 'member') return eachOf(iterable);
  const { callee, args } = iterable;
  const isObject = callee.of.t === 'name' && callee.of.name === 'Object' && args.length === 1;
  const of = isObject ? args[0]! : callee.of;
  if (!isObject && args.length > 0) return eachOf(iterable);
  if (callee.key === 'entries')
    return { t: 'list', items: [{ t: 'operation', operator: 'key', of: [of] }, eachOf(of)] };
  if (callee.key === 'values') return eachOf(of);
  if (callee.key === 'keys') return { t: 'operation', operator: 'key', of: [of] };
  return eachOf(iterable);
};
