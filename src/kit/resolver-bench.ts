/** The bench for resolvers: a small world written as YAML, questions to it, and the answers as short texts to hold against it. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Term } from '../domain/term.ts';
import type { PlacedDefinition, Resolution, Resolver, ResolverWorld } from './define-resolver.ts';

/** A text or number is a literal; a list a list; one key says another kind of term. */
type WrittenTerm =
  | string
  | number
  | boolean
  | { readonly reference: string }
  | { readonly unknown: string }
  | { readonly template: readonly WrittenTerm[] }
  | readonly WrittenTerm[];

const writtenTerm: z.ZodType<WrittenTerm> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({ reference: z.string() }),
    z.strictObject({ unknown: z.string() }),
    z.strictObject({ template: z.array(writtenTerm) }),
    z.array(writtenTerm),
  ]),
);

const question = z.union([
  z.strictObject({ module: z.string(), from: z.string(), file: z.string().nullable() }),
  z.strictObject({ name: z.string(), from: z.string(), candidates: z.array(z.string()) }),
  z.strictObject({ name: z.string(), from: z.string(), unknown: z.string() }),
]);

/**
 * One case: files that exist, definitions, units, and questions with their answers; a module that is no file of the source is `null`.
 * A candidate is written `term @ path:line`, with ` = address#attribute` for a handle and ` (inferred)` when it is.
 */
const resolverCase = z.strictObject({
  title: z.string(),
  files: z.array(z.string()).default([]),
  definitions: z
    .array(
      z.strictObject({
        namespace: z.string(),
        name: z.string(),
        value: writtenTerm,
        path: z.string(),
        line: z.number().default(1),
        holder: z.string().optional(),
      }),
    )
    .default([]),
  units: z
    .array(
      z.strictObject({
        holder: z.string(),
        folder: z.string().optional(),
        path: z.string(),
        line: z.number().default(1),
      }),
    )
    .default([]),
  ask: z.array(question).min(1),
});

const read = (written: WrittenTerm): Term => {
  if (Array.isArray(written)) return { t: 'list', items: written.map(read) };
  if (typeof written !== 'object') return { t: 'literal', value: written };
  if ('reference' in written) {
    const [namespace = '', name = ''] = written.reference.split(/ (.*)/s);
    return { t: 'reference', namespace, name };
  }
  if ('template' in written) return { t: 'template', parts: written.template.map(read) };
  return { t: 'unknown', why: 'unknown' in written ? written.unknown : '' };
};

/** A term as short text, for tests and for reading by eye. */
export const describeTerm = (term: Term): string => {
  switch (term.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'reference':
      return `<${term.namespace} ${term.name}>`;
    case 'name':
      return `<name ${term.name}>`;
    case 'environment':
      return `<environment ${typeof term.name === 'string' ? term.name : describeTerm(term.name)}>`;
    case 'template':
      return `(${term.parts.map(describeTerm).join(' + ')})`;
    case 'list':
      return `[${term.items.map(describeTerm).join(', ')}]`;
    case 'map':
      return `{${term.entries.map(([key, value]) => `${describeTerm(key)}: ${describeTerm(value)}`).join(', ')}}`;
    case 'either':
      return term.of.map(describeTerm).join(' | ');
    case 'member':
      return `${describeTerm(term.of)}.${typeof term.key === 'string' ? term.key : `[${describeTerm(term.key)}]`}`;
    case 'call':
      return `${describeTerm(term.callee)}(${term.args.map(describeTerm).join(', ')})`;
    case 'operation':
      return `${term.operator}(${term.of.map(describeTerm).join(', ')})`;
    case 'unknown':
      return `unknown: ${term.why}`;
    default:
      return term.t;
  }
};

/** A fake world over the case’s files, definitions and units. */
const createWorld = (written: z.output<typeof resolverCase>): ResolverWorld => {
  const definitions = written.definitions.map(({ value, holder, ...rest }): PlacedDefinition => {
    const term = read(value);
    return holder === undefined ? { ...rest, value: term } : { ...rest, holder, value: term };
  });
  const files = new Set([...written.files, ...definitions.map(({ path }) => path)]);
  const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return {
    hasFile: (path) => files.has(path),
    filesIn: (folder) => [...files].filter((path) => folderOf(path) === folder),
    definitions: (namespace, name) =>
      definitions.filter((each) => each.namespace === namespace && (name === undefined || each.name === name)),
    heldBy: (namespace, holder) =>
      definitions.filter((each) => each.namespace === namespace && (each.holder ?? '') === holder),
    units: written.units.map(({ folder, ...rest }) => (folder === undefined ? rest : { ...rest, folder })),
  };
};

const describeResolution = (resolution: Resolution): readonly string[] | string => {
  if ('unknown' in resolution) return resolution.unknown;
  return resolution.candidates.map(({ term, path, line, handle, how }) => {
    const identity = handle === undefined ? '' : ` = ${handle.value}#${handle.attribute}`;
    const grade = how === undefined || how === 'declared' ? '' : ` (${how})`;
    return `${describeTerm(term)} @ ${path}:${line}${identity}${grade}`;
  });
};

/** One question of a case: what was asked, what the resolver answered and what was expected. */
export interface Answered {
  readonly asked: string;
  readonly given: unknown;
  readonly expected: unknown;
}

/** Runs every question of a case, given as YAML text, through a resolver. Throws where the case is not written as one. */
export const runResolverCase = (resolver: Resolver, text: string): readonly Answered[] => {
  const written = resolverCase.parse(parse(text));
  const world = createWorld(written);
  return written.ask.map((one) => {
    if ('module' in one) {
      const given = resolver.modules?.resolve(one.module, one.from, world) ?? null;
      return { asked: `${written.title}: ${one.module} from ${one.from}`, given, expected: one.file };
    }
    const resolution = resolver.names?.resolve(one.name, one.from, world);
    const given = resolution === undefined ? 'the resolver resolves no names' : describeResolution(resolution);
    const expected = 'unknown' in one ? one.unknown : one.candidates;
    return { asked: `${written.title}: ${one.name} from ${one.from}`, given, expected };
  });
};
