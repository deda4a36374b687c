/** Python imports: relative, aliased, star, conditional and by function. */
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { PythonReading } from './reading.ts';

/** Notes every name that an import statement brings in. */
export const readImport = ({ builder }: PythonReading, node: SyntaxNode, place: Place): void => {
  const line = builder.line(node);
  const base = { scope: place.scope, line, ...(place.typeOnly ? { typeOnly: true } : {}) };
  // `import x` of a name that the function declared global is rare enough to be left where it stands.
  if (node.kind === 'import_statement') {
    for (const each of node.fields('name')) {
      const module = dottedName(each.field('name') ?? each);
      const alias = each.kind === 'aliased_import' ? each.field('alias')?.text : undefined;
      if (module !== '') builder.addImport({ module, local: alias ?? module.split('.')[0]!, ...base });
    }
    return;
  }
  const source = node.field('module_name');
  if (!source || node.kind === 'future_import_statement') return;
  const module = dottedName(source);
  if (node.has('wildcard_import')) builder.addImport({ module, name: '*', local: '*', ...base });
  for (const each of node.fields('name')) {
    const name = dottedName(each.field('name') ?? each);
    const alias = each.kind === 'aliased_import' ? each.field('alias')?.text : undefined;
    if (name !== '') builder.addImport({ module, name, local: alias ?? name, ...base });
  }
};

/** The name as Python reads it: white space and line continuations inside count for nothing. */
const dottedName = (node: SyntaxNode): string => node.text.replaceAll(/[\s\\]+/g, '');
