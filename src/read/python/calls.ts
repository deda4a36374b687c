/** Python calls: arguments, and the calls that mean a text, an environment variable or a module. */
import type { Term } from '../../domain/term.ts';
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { PythonReading } from './reading.ts';
import { formatTemplate } from './strings.ts';

/** The term of a call. Reading the environment gives an `environment` term; importing by name gives the module. */
export const readCall = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const target = node.field('function');
  // In a chain over several lines the method’s own line says where the call is.
  const spot = target?.field('attribute') ?? node;
  const at = builder.line(spot);
  const callee = target ? reading.term(target, place) : unknownTerm('nothing');
  const given = readArguments(reading, node.field('arguments'), place);
  const path = builder.pathOf(callee);
  if (path === 'os.getenv' || path === 'os.environ.get') {
    const name = given.args[0] ?? given.named.key;
    const fallback = given.args[1] ?? given.named.default;
    // `None` is what comes without a default, too.
    const hasFallback = fallback && !(fallback.t === 'literal' && fallback.value === null);
    if (name) return { t: 'environment', name: nameOf(name), ...(hasFallback ? { fallback } : {}), at };
  }
  const isImport = path === 'importlib.import_module' || (callee.t === 'name' && callee.name === '__import__');
  const [first] = given.args;
  if (isImport && given.args.length === 1 && first?.t === 'literal' && typeof first.value === 'string') {
    // A module as a value: an import under a name that no program can write itself.
    const local = `import(${JSON.stringify(first.value)})`;
    builder.addImport({ module: first.value, local, scope: place.scope, line: at });
    return { t: 'name', name: local, scope: place.scope };
  }
  if (callee.t === 'member' && callee.key === 'format' && callee.of.t === 'literal' && !given.spread) {
    const text = formatTemplate(String(callee.of.value), given.args, given.named, at);
    if (text) return text;
  }
  return builder.call(callee, given.args, given.named, given.spread, place, spot);
};

/** The name of an environment variable: plain text where it is literal. */
export const nameOf = (term: Term): Term | string =>
  term.t === 'literal' && typeof term.value === 'string' ? term.value : term;

interface Arguments {
  readonly args: Term[];
  readonly named: Record<string, Term>;
  readonly spread: boolean;
}

/** Arguments of a call. What `**` spreads stands under the name `**`, what `*` spreads as an operation `spread` in its position. */
const readArguments = (reading: PythonReading, list: SyntaxNode | undefined, place: Place): Arguments => {
  const args: Term[] = [];
  const named: Record<string, Term> = Object.create(null) as Record<string, Term>;
  let spread = false;
  if (list?.kind === 'generator_expression') return { args: [reading.term(list, place)], named: { ...named }, spread };
  for (const part of list?.parts ?? []) {
    if (part.kind === 'keyword_argument') {
      const name = part.field('name')?.text;
      const value = part.field('value');
      if (name !== undefined && value) named[name] = reading.term(value, place);
    } else if (part.kind === 'dictionary_splat') {
      const inner = part.parts[0];
      if (!inner) continue;
      const term = reading.term(inner, place);
      if (term.t === 'map' && term.entries.every(([key]) => key.t === 'literal' && typeof key.value === 'string')) {
        for (const [key, value] of term.entries) if (key.t === 'literal') named[String(key.value)] = value;
        continue;
      }
      spread = true;
      named['**'] = named['**'] ? { t: 'operation', operator: 'spread', of: [named['**'], term] } : term;
    } else {
      if (part.kind === 'list_splat') spread = true;
      args.push(reading.term(part, place));
    }
  }
  return { args, named: { ...named }, spread };
};
