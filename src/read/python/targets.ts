/** Python assignment targets: names, tuples, attributes of `self`, members; and what a loop gives its variable. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { PythonReading } from './reading.ts';

/** Gives each name of a target its part of the value. */
export const bindTarget = (reading: PythonReading, target: SyntaxNode, term: Term, place: Place): void => {
  switch (target.kind) {
    case 'identifier':
      reading.builder.bind(target.text, term, place, target);
      return;
    case 'attribute':
      bindAttribute(reading, target, term, place);
      return;
    case 'subscript': {
      const path = memberPath(target);
      if (path !== undefined) reading.builder.bind(path, term, place, target);
      else for (const part of target.parts) reading.term(part, place);
      return;
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list': {
      const parts = target.parts;
      let hasSplat = false;
      parts.forEach((part, index) => {
        const isSplat = part.kind === 'list_splat_pattern' || part.kind === 'list_splat';
        if (isSplat) hasSplat = true;
        const value: Term =
          isSplat || hasSplat ? { t: 'operation', operator: 'rest', of: [term] } : elementAt(term, index, parts.length);
        bindTarget(reading, part, value, place);
      });
      return;
    }
    case 'list_splat_pattern':
    case 'list_splat':
    case 'as_pattern_target':
    case 'parenthesized_expression': {
      const inner = target.parts[0];
      if (inner) bindTarget(reading, inner, term, place);
      return;
    }
    default:
      reading.term(target, place);
  }
};

/** `self.x = …` binds `x` of the class; `a.b = …` binds the dotted name `a.b` where it stands. */
const bindAttribute = (reading: PythonReading, target: SyntaxNode, term: Term, place: Place): void => {
  const { builder } = reading;
  const object = target.field('object');
  const attribute = target.field('attribute')?.text;
  if (!object || attribute === undefined) return;
  if (object.kind === 'identifier' && (object.text === 'self' || object.text === 'cls')) {
    const scope = builder.selfScope(place.scope);
    if (scope !== undefined) {
      builder.bind(attribute, term, { ...place, scope }, target);
      return;
    }
  }
  const path = memberPath(target);
  if (path !== undefined) builder.bind(path, term, place, target);
  else reading.term(object, place);
};

/** `a.b` and `a["b"]` as `a.b`; undefined for anything that is not made of names and literal keys. */
const memberPath = (node: SyntaxNode): string | undefined => {
  if (node.kind === 'identifier') return node.text;
  if (node.kind === 'attribute') {
    const object = node.field('object');
    const path = object && memberPath(object);
    return path === undefined ? undefined : `${path}.${node.field('attribute')?.text ?? ''}`;
  }
  if (node.kind !== 'subscript') return undefined;
  const value = node.field('value');
  const key = node.field('subscript');
  if (!value || key?.kind !== 'string' || key.has('interpolation') || node.fields('subscript').length > 1)
    return undefined;
  const path = memberPath(value);
  return path === undefined ? undefined : `${path}.${key.child('string_content')?.text ?? ''}`;
};

const isSpread = (term: Term): boolean => term.t === 'operation' && term.operator === 'spread';

/** The value at an index of a value that is taken apart into `count` parts. */
export const elementAt = (term: Term, index: number, count: number): Term => {
  if (term.t === 'list' && term.items.length === count && !term.items.some(isSpread)) return term.items[index]!;
  return { t: 'member', of: term, key: literal(index) };
};

const each = (of: Term): Term => ({ t: 'member', of, key: unknownTerm('each element') });

/** What a loop over a value gives: an element, or a pair for `.items()`, `enumerate` and `zip`. */
export const elementOf = (iterable: Term): Term => {
  if (iterable.t !== 'call') return each(iterable);
  const { callee, args } = iterable;
  if (callee.t === 'member' && args.length === 0) {
    if (callee.key === 'items')
      return { t: 'list', items: [{ t: 'operation', operator: 'key', of: [callee.of] }, each(callee.of)] };
    if (callee.key === 'values') return each(callee.of);
    if (callee.key === 'keys') return { t: 'operation', operator: 'key', of: [callee.of] };
  }
  if (callee.t === 'name' && args.length > 0) {
    if (callee.name === 'enumerate')
      return { t: 'list', items: [{ t: 'operation', operator: 'index', of: [] }, each(args[0]!)] };
    if (callee.name === 'zip') return { t: 'list', items: args.map(each) };
  }
  return each(iterable);
};
