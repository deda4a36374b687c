/** C# calls and constructions: arguments by position and name, initialisers, and the calls that read the environment or the configuration. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { listTerm, mapTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { partsOf, type TypedReading } from '../typed-reading.ts';
import { configurationTerm, sectionOf } from './configuration.ts';

interface Arguments {
  readonly args: Term[];
  readonly named: Record<string, Term>;
}

/** The arguments of a call, constructor or attribute. */
export const readArguments = (reading: TypedReading, list: SyntaxNode | undefined, place: Place): Arguments => {
  const args: Term[] = [];
  const named: Record<string, Term> = Object.create(null) as Record<string, Term>;
  for (const part of list ? partsOf(list) : []) {
    const parts = partsOf(part);
    const value = part.kind === 'argument' || part.kind === 'attribute_argument' ? parts.at(-1) : part;
    const name = part.field('name')?.text;
    if (!value) continue;
    if (name !== undefined && parts.length > 1) named[name] = reading.term(value, place);
    else args.push(reading.term(value, place));
  }
  return { args, named: { ...named } };
};

/** The term of a call or construction. */
export const readCsharpCall = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  if (node.kind !== 'invocation_expression') return creationTerm(reading, node, place);
  const target = node.field('function');
  const spot = target?.field('name') ?? node;
  const at = builder.line(spot);
  const callee: Term = target ? reading.term(target, place) : unknownTerm('nothing');
  const { args, named } = readArguments(reading, node.field('arguments'), place);
  const types = typeArguments(target);
  const [first] = args;
  if (callee.t === 'name' && callee.name === 'nameof' && first) return nameOfTerm(first, at);
  if (callee.t === 'member') {
    if (callee.key === 'GetEnvironmentVariable' && callee.of.t === 'name' && callee.of.name === 'Environment' && first)
      return {
        t: 'environment',
        name: first.t === 'literal' && typeof first.value === 'string' ? first.value : first,
        at,
      };
    if (callee.key === 'GetValue' || callee.key === 'GetConnectionString') {
      const section = sectionOf(callee.of);
      const inside = callee.key === 'GetConnectionString' ? 'ConnectionStrings' : section;
      const value = section === undefined ? undefined : configurationTerm(inside ?? '', first, at);
      if (value) return args[1] ? { t: 'either', of: [value, args[1]], at } : value;
    }
    // What only waits or copies changes nothing about the value.
    if (callee.key === 'ConfigureAwait' || (callee.key === 'ToString' && args.length === 0)) return callee.of;
  }
  // What a generic method is asked for comes before what it is given: `AddFromType<Lights>("lights")`.
  for (const [index, type] of types.entries()) named[`<${index}>`] = reading.term(type, place);
  return builder.call(callee, args, named, false, place, spot);
};

const typeArguments = (target: SyntaxNode | undefined): readonly SyntaxNode[] => {
  const name = target?.kind === 'generic_name' ? target : target?.field('name');
  const list = name?.kind === 'generic_name' ? name.child('type_argument_list') : undefined;
  return list ? partsOf(list).filter(({ kind }) => kind === 'identifier' || kind === 'qualified_name') : [];
};

const nameOfTerm = (term: Term, at: number): Term =>
  term.t === 'name'
    ? literal(term.name, at)
    : term.t === 'member' && typeof term.key === 'string'
      ? literal(term.key, at)
      : unknownTerm('a name', at);

/** `new X(…) { A = 1 }`: what the initialiser sets stands among the named arguments. */
const creationTerm = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const type = node.field('type') ?? declaredType(node);
  const { args, named } = readArguments(reading, node.field('arguments') ?? node.child('argument_list'), place);
  const initializer = node.field('initializer') ?? node.child('initializer_expression');
  const items: Term[] = [];
  const entries: (readonly [Term, Term])[] = [];
  for (const part of initializer ? partsOf(initializer) : []) {
    const left = part.field('left');
    const right = part.field('right');
    if (part.kind === 'assignment_expression' && left && right) {
      // `Messages = { a, b }` adds to a list that is there.
      const value = reading.term(right, place);
      if (left.kind === 'identifier') named[left.text] = value;
      else entries.push([reading.term(partsOf(left)[0] ?? left, place), value]);
    } else if (part.kind === 'initializer_expression') {
      const [key, value] = partsOf(part).map((each) => reading.term(each, place));
      if (key && value) entries.push([key, value]);
    } else items.push(reading.term(part, place));
  }
  const at = builder.line(node);
  if (entries.length > 0) return mapTerm(entries, at);
  if (items.length > 0) return listTerm(items, at);
  const callee = type ? reading.term(type, place) : unknownTerm('an object of a type that is not written here', at);
  return builder.call(callee, args, named, false, place, node);
};

/** The type that `new(…)` takes from the declaration around it. */
const declaredType = (node: SyntaxNode): SyntaxNode | undefined => declaredTypes.get(node);

const declaredTypes = new WeakMap<SyntaxNode, SyntaxNode>();

/** Notes the type that a declaration gives the `new(…)` that is its value. */
export const noteDeclaredType = (value: SyntaxNode, type: SyntaxNode | undefined): void => {
  if (value.kind === 'implicit_object_creation_expression' && type)
    declaredTypes.set(value, type.kind === 'nullable_type' ? (type.field('type') ?? type) : type);
};
