/** Python statements: what each binds, returns and runs under which condition. */
import type { Term } from '../../domain/term.ts';
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { declaredField } from './definitions.ts';
import { readImport } from './imports.ts';
import type { PythonReading } from './reading.ts';
import { elementOf } from './targets.ts';

/** Reads one statement, or all statements of a block. */
export const readStatement = (reading: PythonReading, node: SyntaxNode, place: Place): void => {
  switch (node.kind) {
    case 'module':
    case 'block':
    case 'ERROR':
    case 'finally_clause':
      for (const part of node.parts) readStatement(reading, part, place);
      return;
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      readImport(reading, node, place);
      return;
    case 'expression_statement':
      for (const part of node.parts) readStatement(reading, part, place);
      return;
    case 'assignment':
      readAssignment(reading, node, place);
      return;
    case 'augmented_assignment':
      readAugmented(reading, node, place);
      return;
    case 'function_definition':
      reading.functionDefinition(node, [], place);
      return;
    case 'class_definition':
      reading.classDefinition(node, [], place);
      return;
    case 'decorated_definition':
      readDecorated(reading, node, place);
      return;
    case 'return_statement': {
      const value = node.parts[0];
      if (value) {
        const term = reading.term(value, place);
        place.returns?.push(term);
      }
      return;
    }
    case 'if_statement':
    case 'elif_clause':
    case 'else_clause':
      readBranches(reading, node, place);
      return;
    case 'while_statement':
      readBranches(reading, node, inLoop(reading, node, place));
      return;
    case 'for_statement': {
      const right = node.field('right');
      const left = node.field('left');
      const inside = inLoop(reading, node, place);
      if (left && right)
        reading.bindTarget(left, elementOf(reading.term(right, place)), { ...inside, conditional: true });
      readBranches(reading, node, inside, new Set([left, right]));
      return;
    }
    case 'try_statement':
      for (const part of node.parts)
        readStatement(reading, part, part.kind === 'else_clause' ? { ...place, conditional: true } : place);
      return;
    case 'except_clause':
    case 'except_group_clause':
      readHandler(reading, node, { ...place, conditional: true });
      return;
    case 'with_statement': {
      for (const item of node.child('with_clause')?.parts ?? []) {
        const value = item.field('value') ?? item.parts[0];
        if (value) reading.term(value, place);
      }
      const body = node.field('body');
      if (body) readStatement(reading, body, place);
      return;
    }
    case 'match_statement': {
      for (const subject of node.fields('subject')) reading.term(subject, place);
      for (const clause of node.field('body')?.parts ?? []) {
        const guard = clause.field('guard')?.parts[0];
        if (guard) reading.term(guard, place);
        const body = clause.field('consequence');
        if (body) readStatement(reading, body, { ...place, conditional: true });
      }
      return;
    }
    case 'global_statement':
      for (const name of node.parts) reading.builder.redirect(place.scope, name.text, 0);
      return;
    case 'nonlocal_statement': {
      const outer = reading.builder.functionScope(Math.max(0, reading.builder.scopes[place.scope]!.parent));
      for (const name of node.parts) reading.builder.redirect(place.scope, name.text, outer);
      return;
    }
    case 'type_alias_statement':
    case 'pass_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'delete_statement':
      return;
    case 'raise_statement':
    case 'assert_statement':
    case 'print_statement':
    case 'exec_statement':
    case 'chevron':
      for (const part of node.parts) reading.term(part, place);
      return;
    default:
      reading.term(node, place);
  }
};

const readAssignment = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const left = node.field('left');
  const right = node.field('right');
  const type = node.field('type');
  const annotation = type ? reading.term(type, place) : undefined;
  if (!right) {
    const at = reading.builder.line(node);
    const isField = reading.builder.scopes[place.scope]?.kind === 'class';
    if (left?.kind === 'identifier' && annotation && isField)
      reading.bindTarget(left, declaredField(annotation, at), place);
    return unknownTerm('a declaration without a value');
  }
  // `a = b = value` gives both the same value.
  const isNamed = right.kind === 'lambda' && left?.kind === 'identifier';
  const term =
    right.kind === 'assignment'
      ? readAssignment(reading, right, place)
      : isNamed
        ? reading.lambda(right, place, left.text)
        : reading.term(right, place);
  if (left) reading.bindTarget(left, term, place);
  return term;
};

const readAugmented = (reading: PythonReading, node: SyntaxNode, place: Place): void => {
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) return;
  const operator = (node.field('operator')?.text ?? '+=').slice(0, -1);
  const before = reading.term(left, place);
  const term: Term = {
    t: 'operation',
    operator,
    of: [before, reading.term(right, place)],
    at: reading.builder.line(node),
  };
  // What the target’s own calls gave was read with `before`.
  if (left.kind === 'identifier' || left.kind === 'attribute') reading.bindTarget(left, term, place);
};

const readDecorated = (reading: PythonReading, node: SyntaxNode, place: Place): void => {
  const decorators: Term[] = [];
  for (const part of node.parts) {
    const value = part.kind === 'decorator' ? part.parts[0] : undefined;
    if (value) decorators.push(reading.term(value, place));
  }
  const definition = node.field('definition');
  if (definition?.kind === 'function_definition') reading.functionDefinition(definition, decorators, place);
  else if (definition?.kind === 'class_definition') reading.classDefinition(definition, decorators, place);
};

/** A place inside a loop that begins here, unless one is around it already. */
const inLoop = (reading: PythonReading, node: SyntaxNode, place: Place): Place => ({
  ...place,
  loop: place.loop ?? reading.builder.line(node),
});

/** Reads condition and branches. `if TYPE_CHECKING` is seen by type checkers only; `if __name__ == "__main__"` always runs when the file does. */
const readBranches = (
  reading: PythonReading,
  node: SyntaxNode,
  place: Place,
  done: ReadonlySet<SyntaxNode | undefined> = new Set(),
): void => {
  const condition = node.field('condition');
  if (condition) reading.term(condition, place);
  const text = condition && condition.end - condition.start < 64 ? condition.text : '';
  const isTypeOnly = /^(?:\w+\.)?TYPE_CHECKING$/.test(text);
  const isMain = /^__name__\s*==\s*["']__main__["']$/.test(text);
  for (const part of node.parts) {
    if (part === condition || done.has(part)) continue;
    if (part.role === 'consequence' && isTypeOnly)
      readStatement(reading, part, { ...place, typeOnly: true, conditional: true });
    else if (part.role === 'consequence' && isMain) readStatement(reading, part, place);
    // The else branch of TYPE_CHECKING is what runs.
    else
      readStatement(reading, part, isTypeOnly && part.kind === 'else_clause' ? place : { ...place, conditional: true });
  }
};

const readHandler = (reading: PythonReading, node: SyntaxNode, place: Place): void => {
  for (const part of node.parts) {
    if (part.kind === 'block') readStatement(reading, part, place);
    else if (part.kind === 'as_pattern') {
      const [type] = part.parts;
      const alias = part.field('alias');
      if (type) reading.term(type, place);
      if (alias) reading.bindTarget(alias, unknownTerm('a caught error', reading.builder.line(part)), place);
    } else reading.term(part, place);
  }
};
