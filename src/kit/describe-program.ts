/** Programs in words: one short line per import, name, function and call, so that a person can read what a reader understood. */
import type { Program } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';

/** A term in one line: `OpenAI(api_key=$OPENAI_API_KEY ?? "none")`. */
export const describeTerm = (term: Term): string => {
  switch (term.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'name':
      return term.name;
    case 'reference':
      return `${term.namespace}:${term.name}`;
    case 'environment': {
      const name = typeof term.name === 'string' ? term.name : `(${describeTerm(term.name)})`;
      return term.fallback ? `$${name} ?? ${describeTerm(term.fallback)}` : `$${name}`;
    }
    case 'template':
      return `\`${term.parts.map((part) => (part.t === 'literal' ? JSON.stringify(part.value).slice(1, -1) : `{${describeTerm(part)}}`)).join('')}\``;
    case 'member':
      return describeTerm(term.of) + (typeof term.key === 'string' ? `.${term.key}` : `[${describeTerm(term.key)}]`);
    case 'call': {
      const named = Object.entries(term.named).map(([name, value]) => `${name}=${describeTerm(value)}`);
      const spread = term.spread ? ['…'] : [];
      return `${describeTerm(term.callee)}(${[...term.args.map(describeTerm), ...named, ...spread].join(', ')})`;
    }
    case 'list':
      return `[${term.items.map(describeTerm).join(', ')}]`;
    case 'map':
      return `{${term.entries.map(([key, value]) => `${describeTerm(key)}: ${describeTerm(value)}`).join(', ')}}`;
    case 'either':
      return `either(${term.of.map(describeTerm).join(' | ')})`;
    case 'function':
      return `function#${term.index}`;
    case 'class':
      return `class#${term.index}`;
    case 'parameter':
      return `function#${term.index}.${term.name}`;
    case 'operation':
      return `<${[term.operator, ...term.of.map(describeTerm)].join(' ')}>`;
    case 'unknown':
      return `?(${term.why})`;
  }
};

/** A program as lists of lines. Empty lists are left out. */
export const describeProgram = (program: Program): Readonly<Record<string, unknown>> => {
  const described = {
    language: program.language,
    imports: program.imports.map(
      ({ module, name, local, scope, line, typeOnly }) =>
        `${line}: ${local === '' ? '(nothing)' : local}${scopeLabel(program, scope)} = ${name ?? 'all'} of ${module}${typeOnly ? ' (types)' : ''}`,
    ),
    bindings: program.bindings.map(
      ({ name, term, scope, line, conditional, exported }) =>
        `${line}: ${exported ? 'export ' : ''}${name}${scopeLabel(program, scope)} ${conditional ? '?=' : '='} ${describeTerm(term)}`,
    ),
    functions: program.functions.map((each, index) => ({
      is: `${each.line}-${each.endLine}: #${index} ${className(program, each.classIndex)}${each.name}(${each.parameters.map(describeParameter).join(', ')})${each.exported ? ' exported' : ''}`,
      ...(each.decorators.length > 0 ? { decorators: each.decorators.map(describeTerm) } : {}),
      ...(each.returns.length > 0 ? { returns: each.returns.map(describeTerm) } : {}),
      ...(each.documentation ? { documentation: each.documentation } : {}),
    })),
    classes: program.classes.map((each, index) => ({
      is: `${each.line}-${each.endLine}: #${index} ${each.name}(${each.bases.map(describeTerm).join(', ')})${each.exported ? ' exported' : ''}`,
      ...(each.decorators.length > 0 ? { decorators: each.decorators.map(describeTerm) } : {}),
      ...(each.documentation ? { documentation: each.documentation } : {}),
    })),
    calls: program.calls.map(({ call, scope, line }) => `${line}${scopeLabel(program, scope)}: ${describeTerm(call)}`),
    reexports: program.reexports.map(({ module, name, as }) => `${as} = ${name} of ${module}`),
    gaps: program.gaps.map(({ line, endLine, why }) => `${line}-${endLine}: ${why}`),
  };
  return Object.fromEntries(Object.entries(described).filter(([, value]) => value.length > 0));
};

const className = (program: Program, index: number | undefined): string =>
  index === undefined ? '' : `${program.classes[index]?.name ?? ''}.`;

/** Where a name stands when it is not the file: ` in triage`, ` in class Agent`. */
const scopeLabel = (program: Program, scope: number): string => {
  const found = program.scopes[scope];
  if (!found || found.kind === 'module') return '';
  if (found.kind === 'block') return ` in block#${scope}`;
  if (found.kind === 'class') return ` in class ${program.classes[found.owner ?? -1]?.name || `#${found.owner}`}`;
  return ` in ${program.functions[found.owner ?? -1]?.name || `function#${found.owner}`}`;
};

const describeParameter = ({
  name,
  fallback,
  annotation,
  kind,
}: Program['functions'][number]['parameters'][number]): string => {
  const prefix = kind === 'rest' ? '*' : kind === 'named-rest' ? '**' : kind === 'named' ? '+' : '';
  return `${prefix}${name}${annotation ? `: ${describeTerm(annotation)}` : ''}${fallback ? ` = ${describeTerm(fallback)}` : ''}`;
};
