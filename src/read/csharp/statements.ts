/** C# statements: what each imports, binds, returns and runs under which condition. */
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms, eitherTerm } from '../text-term.ts';
import { bindAssigned, elementTerm, loopPlace, partsOf, type TypedReading } from '../typed-reading.ts';
import { noteDeclaredType } from './calls.ts';
import { bindTuple, readCsharpClass, readCsharpMethod, readDeclarator } from './definitions.ts';

/** Reads one statement, or all statements of a block. */
export const readCsharpStatement = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  if (node.isCut) return;
  switch (node.kind) {
    case 'using_directive':
      readUsing(reading, node, place);
      return;
    case 'file_scoped_namespace_declaration':
    case 'namespace_declaration': {
      builder.addNamespace(node.field('name')?.text.replace(/\s/g, '') ?? '');
      const body = node.field('body');
      for (const part of body ? partsOf(body) : partsOf(node))
        if (part.role !== 'name') readAmong(reading, part, (body ?? node).children, place);
      return;
    }
    case 'compilation_unit':
    case 'ERROR':
    case 'declaration_list':
      for (const part of partsOf(node)) readAmong(reading, part, node.children, place);
      return;
    case 'variable_declaration': {
      const type = node.field('type');
      for (const part of partsOf(node))
        if (part.kind === 'variable_declarator') readDeclarator(reading, part, type, place);
      return;
    }
    case 'local_function_statement':
      readCsharpMethod(reading, node, [], place);
      return;
    case 'assignment_expression':
      readAssignment(reading, node, place);
      return;
    case 'return_statement':
    case 'yield_statement': {
      const [value] = partsOf(node);
      if (value) {
        const term = reading.term(value, place);
        place.returns?.push(term);
      }
      return;
    }
    case 'if_statement':
      for (const part of partsOf(node))
        readCsharpStatement(reading, part, part.role === 'condition' ? place : { ...place, conditional: true });
      return;
    case 'foreach_statement': {
      const inside = loopPlace(reading, node, place);
      const left = node.field('left');
      const right = node.field('right');
      if (left && right) {
        const value = elementTerm(reading.term(right, place));
        if (left.kind === 'identifier') builder.bind(left.text, value, inside, left);
      }
      const body = node.field('body');
      if (body) readCsharpStatement(reading, body, inside);
      return;
    }
    case 'for_statement':
    case 'while_statement':
    case 'do_statement': {
      const inside = loopPlace(reading, node, place);
      for (const part of partsOf(node)) readCsharpStatement(reading, part, inside);
      return;
    }
    case 'catch_clause':
    case 'switch_section':
      for (const part of partsOf(node)) readCsharpStatement(reading, part, { ...place, conditional: true });
      return;
    case 'global_statement':
    case 'block':
    case 'expression_statement':
    case 'local_declaration_statement':
    case 'using_statement':
    case 'try_statement':
    case 'finally_clause':
    case 'switch_statement':
    case 'switch_body':
    case 'lock_statement':
    case 'checked_statement':
    case 'fixed_statement':
    case 'unsafe_statement':
    case 'labeled_statement':
      for (const part of partsOf(node)) readCsharpStatement(reading, part, place);
      return;
    case 'modifier':
    case 'catch_declaration':
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'empty_statement':
    case 'extern_alias_directive':
    case 'preproc_region':
    case 'preproc_endregion':
      return;
    case 'preproc_if':
    case 'preproc_else':
    case 'preproc_elif':
      for (const part of partsOf(node))
        if (part.role !== 'condition') readCsharpStatement(reading, part, { ...place, conditional: true });
      return;
    case 'throw_statement':
    case 'catch_filter_clause':
    case 'case_switch_label':
    case 'case_pattern_switch_label':
      for (const part of partsOf(node)) reading.term(part, place);
      return;
    default:
      if (isClass(node.kind)) readCsharpClass(reading, node, [], place);
      // A member of a class that was torn out of it by a mistake.
      else if (/_statement$|_declaration$/.test(node.kind))
        for (const part of partsOf(node)) readCsharpStatement(reading, part, place);
      else reading.term(node, place);
  }
};

const isClass = (kind: string): boolean =>
  /^(?:class|struct|record|record_struct|interface|enum)_declaration$/.test(kind);

const readAmong = (reading: TypedReading, node: SyntaxNode, siblings: readonly SyntaxNode[], place: Place): void => {
  if (isClass(node.kind)) readCsharpClass(reading, node, siblings, place);
  else if (/^(?:method|constructor)_declaration$/.test(node.kind)) readCsharpMethod(reading, node, siblings, place);
  else readCsharpStatement(reading, node, place);
};

/** `using A.B` gives whatever stands in A.B, `using X = A.B.C` gives C as X. */
const readUsing = ({ builder }: TypedReading, node: SyntaxNode, place: Place): void => {
  const line = builder.line(node);
  const alias = node.field('name')?.text;
  const path = partsOf(node)
    .findLast((part) => part.role !== 'name')
    ?.text.replace(/\s|<.*$/gs, '')
    .replace(/^global::/, '');
  if (path === undefined || path === '') return;
  const base = { scope: place.scope, line, ...(node.has('global') ? { everywhere: true } : {}) };
  const dot = path.lastIndexOf('.');
  if (alias === undefined) builder.addImport({ module: path, name: '*', local: '*', ...base });
  else if (dot > 0) builder.addImport({ module: path.slice(0, dot), name: path.slice(dot + 1), local: alias, ...base });
};

const readAssignment = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) return;
  if (left.kind === 'tuple_expression') {
    bindTuple(reading, partsOf(left), reading.term(right, place), place);
    return;
  }
  const operator = node.field('operator')?.text ?? '=';
  noteDeclaredType(right, undefined);
  const value = reading.term(right, place);
  const target = reading.term(left, place);
  const at = builder.line(node);
  const term =
    operator === '='
      ? value
      : operator === '??='
        ? eitherTerm([target, value])
        : operator === '+='
          ? addTerms([target, value], at)
          : unknownTerm('an operation', at);
  bindAssigned(reading, target, term, place, left);
};
