/** Terraform’s functions as terms: those that only put values together are followed, the others become operations on their arguments. */
import { literal, type Term, unknownTerm } from '../domain/term.ts';

const textOf = (term: Term | undefined): string | undefined =>
  term?.t === 'literal' && (typeof term.value === 'string' || typeof term.value === 'number')
    ? String(term.value)
    : undefined;

/** Functions whose result is their first argument, for all that is asked of it here. */
const transparent = new Set([
  'tostring',
  'tolist',
  'toset',
  'tomap',
  'tonumber',
  'tobool',
  'sensitive',
  'nonsensitive',
  'trimspace',
  'chomp',
  'distinct',
  'compact',
  'sort',
  'one',
  'abspath',
  'pathexpand',
  'ephemeralasnull',
]);

/** Functions of texts that are computed when every argument is literal. */
const ofTexts: Readonly<Record<string, (...texts: string[]) => string | undefined>> = {
  lower: (text) => text?.toLowerCase(),
  upper: (text) => text?.toUpperCase(),
  trimprefix: (text = '', prefix = '') => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
  trimsuffix: (text = '', suffix = '') =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  basename: (text = '') => text.slice(text.lastIndexOf('/') + 1),
  dirname: (text = '') => text.slice(0, Math.max(0, text.lastIndexOf('/'))) || '.',
  // A pattern between slashes is a regular expression, which is not ours to run.
  replace: (text = '', from = '', to = '') => (/^\/.*\/$/s.test(from) ? undefined : text.replaceAll(from, () => to)),
};

/** `format("%s-models", x)` is a template of its parts; other verbs than %s, %d and %v leave an operation. */
const format = (args: readonly Term[], at: number): Term | undefined => {
  const pattern = textOf(args[0]);
  if (pattern === undefined) return undefined;
  const parts: Term[] = [];
  let used = 0;
  for (const piece of pattern.split(/(%[^%a-zA-Z]*[%a-zA-Z])/)) {
    if (piece === '') continue;
    if (piece === '%%') parts.push(literal('%', at));
    else if (/^%[sdv]$/.test(piece)) {
      used += 1;
      parts.push(args[used] ?? unknownTerm('an argument of format is missing', at));
    } else if (piece.startsWith('%')) return undefined;
    else parts.push(literal(piece, at));
  }
  return { t: 'template', parts, at };
};

const join = ([separator, list]: readonly Term[], at: number): Term | undefined => {
  const between = textOf(separator);
  if (between === undefined || list?.t !== 'list') return undefined;
  const parts = list.items.flatMap((item, index) => (index === 0 ? [item] : [literal(between, at), item]));
  return { t: 'template', parts, at };
};

/** Maps laid over each other, the later ones winning; one that is not written out keeps a key that is not known. */
const merge = (args: readonly Term[], at: number): Term => ({
  t: 'map',
  entries: args.flatMap((each) =>
    each.t === 'map' ? each.entries : [[unknownTerm('keys of a merged map', at), each] as const],
  ),
  at,
});

const flatten = (items: readonly Term[]): readonly Term[] =>
  items.flatMap((item) => (item.t === 'list' ? flatten(item.items) : [item]));

/** The term for a call of a Terraform function. https://developer.hashicorp.com/terraform/language/functions */
export const applyFunction = (name: string, args: readonly Term[], at: number): Term => {
  const [first, second, third] = args;
  const operation: Term = { t: 'operation', operator: name, of: args, at };
  if (first === undefined) return operation;
  if (transparent.has(name)) return first;
  switch (name) {
    case 'format':
      return format(args, at) ?? operation;
    case 'join':
      return join(args, at) ?? operation;
    case 'merge':
      return merge(args, at);
    case 'concat':
    case 'setunion':
    case 'flatten':
      return args.every((each) => each.t === 'list')
        ? { t: 'list', items: name === 'flatten' ? flatten(args) : args.flatMap((each) => each.items), at }
        : operation;
    case 'coalesce':
    case 'coalescelist':
    case 'try': {
      const of = args.filter((each) => !(each.t === 'literal' && (each.value === null || each.value === '')));
      return of.length === 1 ? of[0]! : { t: 'either', of, at };
    }
    case 'lookup': {
      if (second === undefined) return operation;
      const member: Term = { t: 'member', of: first, key: textOf(second) ?? second, at };
      return third === undefined ? member : { t: 'either', of: [member, third], at };
    }
    case 'element':
      return second === undefined ? operation : { t: 'member', of: first, key: second, at };
    case 'values':
      return first.t === 'map' ? { t: 'list', items: first.entries.map(([, value]) => value), at } : operation;
    case 'keys':
      return first.t === 'map' ? { t: 'list', items: first.entries.map(([key]) => key), at } : operation;
    default: {
      const texts = args.map(textOf);
      const known = texts.filter((text) => text !== undefined);
      const result = known.length === texts.length ? ofTexts[name]?.(...known) : undefined;
      return result === undefined ? operation : literal(result, at);
    }
  }
};
