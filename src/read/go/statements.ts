/** Go statements and declarations: what each imports, binds, returns and runs under which condition. */
import type { Term } from '../../domain/term.ts';
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { addTerms } from '../text-term.ts';
import { commentBefore, elementTerm, loopPlace, partsOf, plainPath } from '../typed-reading.ts';
import { readGoFunction, readGoType } from './definitions.ts';
import type { GoReading } from './reading.ts';

/** Reads one statement, or all statements of a block. */
export const readGoStatement = (reading: GoReading, node: SyntaxNode, place: Place): void => {
  const { builder } = reading;
  if (node.isCut) return;
  switch (node.kind) {
    case 'source_file':
    case 'ERROR':
      for (const part of partsOf(node)) {
        const documentation = /^(?:function|method|type)_declaration$/.test(part.kind)
          ? commentBefore(part, node.children)
          : undefined;
        if (part.kind === 'function_declaration' || part.kind === 'method_declaration')
          readGoFunction(reading, part, documentation, place);
        else if (part.kind === 'type_declaration')
          for (const each of partsOf(part)) readGoType(reading, each, documentation, place);
        else readGoStatement(reading, part, place);
      }
      return;
    case 'import_declaration':
      for (const part of partsOf(node))
        for (const each of part.kind === 'import_spec' ? [part] : partsOf(part)) readImport(reading, each, place);
      return;
    case 'type_declaration':
      for (const each of partsOf(node)) readGoType(reading, each, undefined, place);
      return;
    case 'function_declaration':
    case 'method_declaration':
      readGoFunction(reading, node, undefined, place);
      return;
    case 'const_spec':
    case 'var_spec':
      bindAll(reading, node.fields('name'), node.field('value'), place);
      return;
    case 'short_var_declaration':
    case 'assignment_statement': {
      const operator = node.children.find((child) => child.role === 'operator')?.text;
      if (operator && operator !== '=') readAugmented(reading, node, operator.slice(0, -1), place);
      else bindAll(reading, partsOf(node.field('left') ?? node), node.field('right'), place, node.kind[0] === 's');
      return;
    }
    case 'return_statement': {
      const values = partsOf(partsOf(node)[0] ?? node).map((part) => reading.term(part, place));
      // Of several results the last is an error; the first is what callers take.
      const isFailure = values.length > 1 && values[0]!.t === 'literal' && values.at(-1)!.t !== 'literal';
      if (values[0] && !isFailure) place.returns?.push(values[0]);
      return;
    }
    case 'if_statement': {
      const inner: Place = { ...place, scope: builder.openScope('block', place.scope) };
      for (const part of partsOf(node)) {
        const isBranch = part.role === 'consequence' || part.role === 'alternative';
        readGoStatement(reading, part, isBranch ? { ...inner, conditional: true } : inner);
      }
      return;
    }
    case 'for_statement': {
      const inner = { ...loopPlace(reading, node, place), scope: builder.openScope('block', place.scope) };
      for (const part of partsOf(node)) readGoStatement(reading, part, inner);
      return;
    }
    case 'range_clause': {
      const right = node.field('right');
      const value = right ? reading.term(right, place) : unknownTerm('nothing');
      const [key, element] = partsOf(node.field('left') ?? node);
      if (node.field('left') && key) bindTarget(reading, key, { t: 'operation', operator: 'key', of: [value] }, place);
      if (node.field('left') && element) bindTarget(reading, element, elementTerm(value), place);
      return;
    }
    case 'expression_case':
    case 'default_case':
    case 'type_case':
    case 'communication_case':
      for (const part of partsOf(node))
        if (part.role !== 'type') readGoStatement(reading, part, { ...place, conditional: true });
      return;
    case 'block': {
      // A block that is a function’s body has the function’s scope.
      for (const part of partsOf(node)) readGoStatement(reading, part, place);
      return;
    }
    case 'const_declaration':
    case 'var_declaration':
    case 'var_spec_list':
    case 'statement_list':
    case 'expression_statement':
    case 'labeled_statement':
    case 'go_statement':
    case 'defer_statement':
    case 'for_clause':
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'select_statement':
    case 'receive_statement':
      for (const part of partsOf(node)) readGoStatement(reading, part, place);
      return;
    case 'package_clause':
    case 'label_name':
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'fallthrough_statement':
    case 'empty_statement':
      return;
    default:
      if (/_statement$|_declaration$/.test(node.kind)) for (const part of partsOf(node)) reading.term(part, place);
      else reading.term(node, place);
  }
};

/** `import x "path/of/package"`; the version at a path’s end is no part of the name that it has here. */
const readImport = ({ builder }: GoReading, node: SyntaxNode, place: Place): void => {
  const path = node.field('path')?.text.slice(1, -1);
  if (path === undefined || path === '') return;
  const written = node.field('name');
  const line = builder.line(node);
  // Without its version a path is the same for every release of a library.
  const module = path.replace(/\/v\d+(?=\/|$)/g, '').replace(/^(gopkg\.in\/.*)\.v\d+$/, '$1');
  if (written?.kind === 'dot') {
    builder.addImport({ module, name: '*', local: '*', scope: place.scope, line });
    return;
  }
  const last = module.slice(module.lastIndexOf('/') + 1);
  const local = written?.kind === 'blank_identifier' ? '' : (written?.text ?? packageName(last));
  builder.addImport({ module, local, scope: place.scope, line });
};

/** What a package is called whose folder is `go-openai`, `openai-go` or `anthropic-sdk-go`: without the language’s name. */
const packageName = (folder: string): string =>
  folder
    .replace(/^go-|[-.]go$/g, '')
    .replace(/-sdk$/, '')
    .replace(/^.*-(?=[^-]*$)/, '');

const bindAll = (
  reading: GoReading,
  targets: readonly SyntaxNode[],
  right: SyntaxNode | undefined,
  place: Place,
  isNew = true,
): void => {
  const values = right
    ? (right.kind === 'expression_list' ? partsOf(right) : [right]).map((part) => reading.term(part, place))
    : [];
  targets.forEach((target, index) => {
    const own =
      values.length === 1 && index > 0 ? unknownTerm('a further result', reading.builder.line(target)) : values[index];
    if (own) bindTarget(reading, target, own, place, isNew);
    else if (target.kind === 'identifier') reading.builder.declare(place.scope, target.text);
  });
};

/** `x = …` binds where x was declared, `s.x = …` in a method binds the field. */
const bindTarget = (reading: GoReading, target: SyntaxNode, term: Term, place: Place, isNew = true): void => {
  const { builder } = reading;
  if (target.kind === 'identifier') {
    if (target.text === '_') return;
    const scope = isNew ? place.scope : builder.declaringScope(place.scope, target.text);
    if (scope === 0 && /^\p{Lu}/u.test(target.text)) builder.markExported(target.text);
    // A field of the function’s own scope that is set in a branch holds only there.
    builder.bind(
      target.text,
      term,
      { ...place, scope, conditional: place.conditional || scope !== place.scope },
      target,
    );
    return;
  }
  const left = reading.term(target, place);
  if (left.t !== 'member' || typeof left.key !== 'string') return;
  if (left.of.t === 'name' && left.of.name === 'self') {
    const scope = builder.selfScope(place.scope);
    if (scope !== undefined) builder.bind(left.key, term, { ...place, scope }, target);
    return;
  }
  const path = plainPath(left);
  if (path !== undefined) builder.bind(path, term, place, target);
};

const readAugmented = (reading: GoReading, node: SyntaxNode, operator: string, place: Place): void => {
  const [target] = partsOf(node.field('left') ?? node);
  const [value] = partsOf(node.field('right') ?? node);
  if (!target || !value) return;
  const before = reading.term(target, place);
  const operands = [before, reading.term(value, place)];
  const at = reading.builder.line(node);
  const term = operator === '+' ? addTerms(operands, at) : unknownTerm('an operation', at);
  if (target.kind === 'identifier') bindTarget(reading, target, term, place, false);
};
