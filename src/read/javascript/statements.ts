/** JavaScript statements: what each binds, returns and runs under which condition. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { documentationText } from './literals.ts';
import { namedTerm, readExport, readImport } from './modules.ts';
import type { JavaScriptReading } from './reading.ts';
import { elementOf } from './targets.ts';

/** Reads one statement, or all statements of a block. */
export const readStatement = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  place: Place,
  documentation?: string,
): void => {
  const { builder } = reading;
  switch (node.kind) {
    case 'program':
    case 'ERROR':
    case 'statement_block':
    case 'class_static_block':
    case 'finally_clause':
      readAll(reading, node, node.kind === 'statement_block' ? blockPlace(reading, node, place) : place);
      return;
    case 'import_statement':
      readImport(reading, node, place);
      return;
    case 'export_statement':
      readExport(reading, node, place, documentation);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
    case 'using_declaration':
      readDeclarators(reading, node, place, documentation);
      return;
    case 'function_declaration':
    case 'generator_function_declaration': {
      const term = reading.functionTerm(node, place, { documentation });
      const name = node.field('name')?.text;
      if (name) builder.bind(name, term, place, node);
      return;
    }
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const term = reading.classTerm(node, place, { documentation });
      const name = node.field('name')?.text;
      if (name) builder.bind(name, term, place, node);
      return;
    }
    case 'return_statement': {
      const value = node.parts[0];
      if (value) {
        const term = reading.term(value, place);
        place.returns?.push(term);
      }
      return;
    }
    case 'while_statement':
    case 'do_statement':
      readBranches(reading, node, inLoop(reading, node, place));
      return;
    case 'if_statement':
    case 'else_clause':
    case 'with_statement':
    case 'labeled_statement':
      readBranches(reading, node, place);
      return;
    case 'for_in_statement':
      readForIn(reading, node, inLoop(reading, node, place));
      return;
    case 'for_statement': {
      const inside = { ...inLoop(reading, node, place), scope: builder.openScope('block', place.scope) };
      const body = node.field('body');
      for (const part of node.parts)
        readStatement(reading, part, part === body ? { ...inside, conditional: true } : inside);
      return;
    }
    case 'switch_statement':
      readSwitch(reading, node, place);
      return;
    case 'try_statement': {
      for (const part of node.parts) {
        if (part.kind === 'catch_clause') readCatch(reading, part, place);
        else readStatement(reading, part, place);
      }
      return;
    }
    case 'enum_declaration':
      readEnumeration(reading, node, place);
      return;
    case 'internal_module':
    case 'module': {
      const body = node.field('body');
      if (body) readStatement(reading, body, { ...place, scope: builder.openScope('block', place.scope) });
      return;
    }
    case 'import_alias': {
      const [name, value] = node.parts;
      if (name && value) builder.bind(name.text, reading.term(value, place), place, node);
      return;
    }
    case 'expression_statement':
    case 'throw_statement':
      for (const part of node.parts) readStatement(reading, part, place);
      return;
    // Types only, or nothing that runs.
    case 'ambient_declaration':
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'function_signature':
    case 'empty_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'debugger_statement':
    case 'hash_bang_line':
    case 'statement_identifier':
      return;
    default:
      reading.term(node, place);
  }
};

/** Reads the statements of a block; a documentation comment belongs to the statement below it. */
const readAll = (reading: JavaScriptReading, block: SyntaxNode, place: Place): void => {
  let comment: SyntaxNode | undefined;
  for (const part of block.children) {
    if (!part.isNamed) continue;
    if (part.kind === 'comment') {
      comment = part;
      continue;
    }
    const isDirectlyAbove = comment !== undefined && part.line - comment.endLine <= 1;
    readStatement(reading, part, place, isDirectlyAbove ? documentationText(comment!.text) : undefined);
    comment = undefined;
  }
};

/** A block has a scope of its own only when it declares something. */
const blockPlace = (reading: JavaScriptReading, block: SyntaxNode, place: Place): Place => {
  const declares = block.children.some((part) =>
    /^(?:lexical_declaration|using_declaration|(?:generator_)?function_declaration|(?:abstract_)?class_declaration|enum_declaration)$/.test(
      part.kind,
    ),
  );
  return declares ? { ...place, scope: reading.builder.openScope('block', place.scope) } : place;
};

const readDeclarators = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  place: Place,
  documentation: string | undefined,
): void => {
  const { builder } = reading;
  // `var` belongs to the function, whatever block it stands in.
  const where = node.kind === 'variable_declaration' ? { ...place, scope: builder.functionScope(place.scope) } : place;
  for (const each of node.parts) {
    const name = each.field('name');
    const value = each.field('value');
    if (each.kind !== 'variable_declarator' || !name) continue;
    if (!value) {
      if (name.kind === 'identifier') builder.declare(where.scope, name.text);
      continue;
    }
    if (reading.importedTarget(name, value, where)) continue;
    const isPlain = name.kind === 'identifier';
    reading.bindTarget(
      name,
      namedTerm(reading, value, place, { name: isPlain ? name.text : '', documentation }),
      where,
    );
    // `const require = createRequire(import.meta.url)` is the same `require`.
    if (isPlain && name.text === 'require') builder.setPath(where.scope, 'require', 'require');
  }
};

/** A place inside a loop that begins here, unless one is around it already. */
const inLoop = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Place => ({
  ...place,
  loop: place.loop ?? reading.builder.line(node),
});

const readBranches = (reading: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const condition = node.field('condition');
  if (condition) reading.term(condition, place);
  const inside = node.kind === 'labeled_statement' ? place : { ...place, conditional: true };
  for (const part of node.parts) if (part !== condition) readStatement(reading, part, inside);
};

const readForIn = (reading: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const left = node.field('left');
  const right = node.field('right');
  const body = node.field('body');
  const inside = { ...place, scope: reading.builder.openScope('block', place.scope), conditional: true };
  if (left && right) {
    const over = reading.term(right, place);
    const isOf = node.field('operator')?.text === 'of';
    const target =
      node.field('kind')?.text === 'var' || !node.field('kind')
        ? { ...inside, scope: reading.builder.functionScope(place.scope) }
        : inside;
    reading.bindTarget(left, isOf ? elementOf(over) : { t: 'operation', operator: 'key', of: [over] }, target);
  }
  if (body) readStatement(reading, body, inside);
};

const readSwitch = (reading: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const value = node.field('value');
  if (value) reading.term(value, place);
  const body = node.field('body');
  const inside = { ...place, scope: reading.builder.openScope('block', place.scope), conditional: true };
  for (const clause of body?.parts ?? []) {
    const tested = clause.field('value');
    if (tested) reading.term(tested, place);
    for (const part of clause.parts) if (part !== tested) readStatement(reading, part, inside);
  }
};

const readCatch = (reading: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const inside = { ...place, scope: reading.builder.openScope('block', place.scope), conditional: true };
  const parameter = node.field('parameter');
  const body = node.field('body');
  if (parameter) reading.bindTarget(parameter, unknownTerm('a caught error', reading.builder.line(node)), inside);
  if (body) readStatement(reading, body, inside);
};

/** An enumeration is a map; members without a value count on from the one before. */
const readEnumeration = (reading: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  const entries: (readonly [Term, Term])[] = [];
  let next: number | undefined = 0;
  for (const part of node.field('body')?.parts ?? []) {
    const name = part.kind === 'enum_assignment' ? part.field('name') : part;
    const value = part.kind === 'enum_assignment' ? part.field('value') : undefined;
    const at = builder.line(part);
    const term: Term = value
      ? reading.term(value, place)
      : next === undefined
        ? unknownTerm('a counted member', at)
        : literal(next, at);
    next = term.t === 'literal' && typeof term.value === 'number' ? term.value + 1 : undefined;
    if (name) entries.push([literal(name.text.replaceAll(/^["']|["']$/g, '')), term]);
  }
  const name = node.field('name');
  if (name) builder.bind(name.text, { t: 'map', entries, at: builder.line(node) }, place, node);
};
