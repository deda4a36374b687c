/** Modules: static and dynamic imports, `require`, exports and re-exports. */
import type { Import } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { stringText } from './literals.ts';
import type { JavaScriptReading } from './reading.ts';

/** Notes every name that an import statement brings in; one that brings none in has an empty local name. */
export const readImport = ({ builder }: JavaScriptReading, node: SyntaxNode, place: Place): void => {
  const line = builder.line(node);
  const required = node.child('import_require_clause');
  const source = node.field('source') ?? required?.field('source');
  if (!source) return;
  const module = stringText(source);
  const isType = node.has('type');
  const add = (local: string, name: string | undefined, typeOnly: boolean): void => {
    const entry: Import = { module, local, scope: place.scope, line };
    builder.addImport({ ...entry, ...(name === undefined ? {} : { name }), ...(typeOnly ? { typeOnly } : {}) });
  };
  if (required) {
    const name = required.child('identifier');
    if (name) add(name.text, undefined, isType);
    return;
  }
  const clause = node.child('import_clause');
  if (!clause) add('', undefined, isType);
  for (const part of clause?.parts ?? []) {
    if (part.kind === 'identifier') add(part.text, 'default', isType);
    else if (part.kind === 'namespace_import') add(part.parts[0]?.text ?? '', undefined, isType);
    else if (part.kind === 'named_imports') {
      for (const each of part.parts) {
        const name = nameText(each.field('name'));
        add(each.field('alias')?.text ?? name, name, isType || each.has('type'));
      }
    }
  }
};

const nameText = (node: SyntaxNode | undefined): string =>
  node === undefined ? '' : node.kind === 'string' ? stringText(node) : node.text;

/** Reads an export statement: what it declares, names or passes on. */
export const readExport = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  place: Place,
  documentation: string | undefined,
): void => {
  const { builder } = reading;
  const source = node.field('source');
  const clause = node.child('export_clause');
  if (node.has('type') && !node.field('declaration')) return;
  if (source) {
    readReexport(reading, node, stringText(source), place);
    return;
  }
  for (const each of clause?.parts ?? []) {
    const name = nameText(each.field('name'));
    const alias = nameText(each.field('alias')) || name;
    if (each.has('type')) continue;
    if (alias === name) builder.markExported(name);
    else builder.bind(alias, { t: 'name', name, scope: place.scope }, place, each, true);
  }
  const decorators = node
    .fields('decorator')
    .flatMap((each) => (each.parts[0] ? [reading.term(each.parts[0], place)] : []));
  const declaration = node.field('declaration');
  const isDefault = node.has('default');
  if (declaration) {
    readDeclaration(reading, declaration, place, documentation, decorators, isDefault);
    return;
  }
  // `export = value` is what CommonJS gives as the module.
  const value = node.field('value') ?? (clause ? undefined : node.parts.find((part) => part.role === ''));
  if (!value || value.kind === 'namespace_export') return;
  builder.bind(
    'default',
    namedTerm(reading, value, place, { name: '', documentation, decorators }),
    place,
    value,
    true,
  );
};

const readDeclaration = (
  reading: JavaScriptReading,
  node: SyntaxNode,
  place: Place,
  documentation: string | undefined,
  decorators: readonly Term[],
  isDefault: boolean,
): void => {
  const { builder } = reading;
  const before = builder.bindings.length;
  const name = node.field('name')?.text;
  if (/class_declaration$/.test(node.kind)) {
    const term = reading.classTerm(node, place, { documentation, decorators });
    if (name) builder.bind(name, term, place, node);
  } else reading.statement(node, place, documentation);
  for (let at = before; at < builder.bindings.length; at++) {
    const binding = builder.bindings[at]!;
    if (binding.scope === 0 && place.scope === 0 && !binding.name.includes('.')) builder.markExported(binding.name);
  }
  if (isDefault && name) builder.bind('default', { t: 'name', name, scope: place.scope }, place, node, true);
};

const readReexport = ({ builder }: JavaScriptReading, node: SyntaxNode, module: string, place: Place): void => {
  const namespace = node.child('namespace_export');
  if (namespace) {
    const local = namespace.parts[0]?.text ?? '';
    builder.addImport({ module, local, scope: place.scope, line: builder.line(node) });
    builder.markExported(local);
    return;
  }
  if (node.has('*')) builder.reexports.push({ module, name: '*', as: '*' });
  for (const each of node.child('export_clause')?.parts ?? []) {
    if (each.has('type')) continue;
    const name = nameText(each.field('name'));
    builder.reexports.push({ module, name, as: nameText(each.field('alias')) || name });
  }
};

/** The term of a value that gets a name where it stands. */
export const namedTerm = (
  reading: JavaScriptReading,
  value: SyntaxNode,
  place: Place,
  hints: { readonly name: string; readonly documentation: string | undefined; readonly decorators?: readonly Term[] },
): Term => {
  const inner = value.kind === 'parenthesized_expression' && value.parts.length === 1 ? value.parts[0]! : value;
  if (isFunctionNode(inner)) return reading.functionTerm(inner, place, hints);
  if (inner.kind === 'class') return reading.classTerm(inner, place, hints);
  return reading.term(value, place);
};

export const isFunctionNode = (node: SyntaxNode): boolean =>
  node.kind === 'arrow_function' || node.kind === 'function_expression' || node.kind === 'generator_function';

/** The module that `require("x")` or `import("x")` names, through `await` and parentheses. */
export const requiredModule = ({ builder }: JavaScriptReading, node: SyntaxNode, place: Place): string | undefined => {
  let at: SyntaxNode | undefined = node;
  while (at?.kind === 'await_expression' || at?.kind === 'parenthesized_expression') at = at.parts[0];
  if (at?.kind !== 'call_expression') return undefined;
  const callee = at.field('function');
  const argument = at.field('arguments')?.parts[0];
  if (
    argument?.kind !== 'string' &&
    !(argument?.kind === 'template_string' && argument.parts.every((part) => part.kind === 'string_fragment'))
  )
    return undefined;
  const isRequire =
    callee?.kind === 'identifier' &&
    callee.text === 'require' &&
    builder.pathOf({ t: 'name', name: 'require', scope: place.scope }) === 'require';
  return callee?.kind === 'import' || isRequire ? stringText(argument) : undefined;
};

/** `const { a, b: c } = require("x")` and the like as imports. */
export const bindRequired = (
  reading: JavaScriptReading,
  target: SyntaxNode,
  value: SyntaxNode,
  place: Place,
): boolean => {
  const { builder } = reading;
  const isMember = value.kind === 'member_expression' && target.kind === 'identifier';
  const object = isMember ? value.field('object') : value;
  const module = object && requiredModule(reading, object, place);
  if (module === undefined) return false;
  const base = { module, scope: place.scope, line: builder.line(target) };
  if (target.kind === 'identifier') {
    const name = isMember ? value.field('property')?.text : undefined;
    builder.addImport({ ...base, local: target.text, ...(name === undefined ? {} : { name }) });
    return true;
  }
  const names: [string, string][] = [];
  if (target.kind !== 'object_pattern') return false;
  for (const part of target.parts) {
    if (part.kind === 'shorthand_property_identifier_pattern') names.push([part.text, part.text]);
    else if (part.kind === 'pair_pattern' && part.field('value')?.kind === 'identifier')
      names.push([nameText(part.field('key')), part.field('value')!.text]);
    else return false;
  }
  for (const [name, local] of names) builder.addImport({ ...base, name, local });
  if (names.length === 0) builder.addImport({ ...base, local: '' });
  return true;
};

/** A module as a value: an import under a name that no program can write itself. */
export const moduleTerm = ({ builder }: JavaScriptReading, module: string, place: Place, node: SyntaxNode): Term => {
  const local = `import(${JSON.stringify(module)})`;
  builder.addImport({ module, local, scope: place.scope, line: builder.line(node) });
  return { t: 'name', name: local, scope: place.scope };
};
