/** Java statements: what each imports, binds, returns and runs under which condition. */
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms } from '../text-term.ts';
import { bindAssigned, elementTerm, loopPlace, partsOf, type TypedReading } from '../typed-reading.ts';
import { readJavaClass } from './definitions.ts';

/** Reads one statement, or all statements of a block. */
export const readJavaStatement = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  if (node.isCut) return;
  switch (node.kind) {
    case 'package_declaration':
      builder.addNamespace(partsOf(node).at(-1)?.text.replace(/\s/g, '') ?? '');
      return;
    case 'import_declaration':
      readImport(reading, node, place);
      return;
    case 'class_declaration':
    case 'interface_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'annotation_type_declaration':
      readJavaClass(reading, node, [], place);
      return;
    case 'program':
    case 'ERROR':
      for (const part of partsOf(node))
        if (/^(?:class|interface|record|enum)_declaration$/.test(part.kind))
          readJavaClass(reading, part, node.children, place);
        else readJavaStatement(reading, part, place);
      return;
    case 'local_variable_declaration':
      for (const each of node.fields('declarator')) {
        const name = each.field('name')?.text;
        const value = each.field('value');
        if (name === undefined) continue;
        if (value) builder.bind(name, reading.term(value, place), place, each);
        else builder.declare(place.scope, name);
      }
      return;
    case 'resource': {
      const name = node.field('name')?.text;
      const value = node.field('value');
      if (name !== undefined && value) builder.bind(name, reading.term(value, place), place, node);
      else for (const part of partsOf(node)) reading.term(part, place);
      return;
    }
    case 'assignment_expression':
      readAssignment(reading, node, place);
      return;
    case 'return_statement':
    case 'yield_statement': {
      const [value] = partsOf(node);
      if (value) {
        const term = reading.term(value, place);
        if (node.kind === 'return_statement') place.returns?.push(term);
      }
      return;
    }
    case 'if_statement':
      for (const part of partsOf(node))
        readJavaStatement(reading, part, part.role === 'condition' ? place : { ...place, conditional: true });
      return;
    case 'enhanced_for_statement': {
      const inside = loopPlace(reading, node, place);
      const value = node.field('value');
      const name = node.field('name');
      if (name && value) builder.bind(name.text, elementTerm(reading.term(value, place)), inside, name);
      const body = node.field('body');
      if (body) readJavaStatement(reading, body, inside);
      return;
    }
    case 'for_statement':
    case 'while_statement':
    case 'do_statement': {
      const inside = loopPlace(reading, node, place);
      for (const part of partsOf(node)) readJavaStatement(reading, part, inside);
      return;
    }
    case 'catch_clause':
    case 'switch_rule':
    case 'switch_block_statement_group':
      for (const part of partsOf(node)) readJavaStatement(reading, part, { ...place, conditional: true });
      return;
    case 'block':
    case 'constructor_body':
    case 'expression_statement':
    case 'try_statement':
    case 'try_with_resources_statement':
    case 'resource_specification':
    case 'finally_clause':
    case 'labeled_statement':
    case 'synchronized_statement':
    case 'switch_expression':
    case 'switch_block':
      for (const part of partsOf(node)) readJavaStatement(reading, part, place);
      return;
    case 'module_declaration':
    case 'switch_label':
    case 'catch_formal_parameter':
    case 'break_statement':
    case 'continue_statement':
      return;
    case 'throw_statement':
    case 'assert_statement':
    case 'explicit_constructor_invocation':
      for (const part of partsOf(node))
        if (part.kind === 'argument_list') for (const each of partsOf(part)) reading.term(each, place);
        else if (part.kind !== 'super') reading.term(part, place);
      return;
    default:
      // A member of a class that was torn out of it by a mistake.
      if (/_statement$|_declaration$|^switch_/.test(node.kind))
        for (const part of partsOf(node)) readJavaStatement(reading, part, place);
      else reading.term(node, place);
  }
};

/** `import a.b.C` gives C, `import a.b.*` whatever stands in a.b, `import static a.b.C.x` gives x. */
const readImport = ({ builder }: TypedReading, node: SyntaxNode, place: Place): void => {
  const path = partsOf(node)[0]?.text.replace(/\s/g, '') ?? '';
  const line = builder.line(node);
  if (node.has('asterisk')) builder.addImport({ module: path, name: '*', local: '*', scope: place.scope, line });
  else {
    const dot = path.lastIndexOf('.');
    const name = path.slice(dot + 1);
    if (dot > 0) builder.addImport({ module: path.slice(0, dot), name, local: name, scope: place.scope, line });
  }
};

const readAssignment = (reading: TypedReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) return;
  const operator = node.field('operator')?.text ?? '=';
  const value = reading.term(right, place);
  const target = reading.term(left, place);
  const at = builder.line(node);
  const term =
    operator === '=' ? value : operator === '+=' ? addTerms([target, value], at) : unknownTerm('an operation', at);
  bindAssigned(reading, target, term, place, left);
};
