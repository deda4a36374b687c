/** Reads a configuration file: what it says, where each thing stands in it, and every mistake with its line. */
import type { z } from 'zod';
import { type Configuration, configurationSchema, type Inventory } from '../domain/configuration.ts';
import type { Declaration } from '../domain/declaration.ts';
import type { Mistake, Positioned } from './positioned.ts';
import { readYaml } from './yaml-positions.ts';

/** What one file says. */
export interface ConfigurationFile {
  /** Absent where there is a mistake: half a configuration is none. */
  readonly configuration?: Configuration;
  readonly mistakes: readonly Mistake[];
  /** Line of the key or item at this path; 0 where there is none. */
  lineOf(...path: readonly (string | number)[]): number;
}

const plain = (of: Positioned): unknown => {
  if (of.is === 'scalar') return of.value;
  if (of.is === 'list') return of.items.map(plain);
  return Object.fromEntries([...of.entries].map(([key, { value }]) => [key, plain(value)]));
};

/** Line of the deepest part of the path that stands in the file. */
const findLine = (root: Positioned | undefined, path: readonly PropertyKey[]): number => {
  let at = root;
  let line = root?.line ?? 0;
  for (const step of path) {
    const entry = at?.is === 'map' && typeof step === 'string' ? at.entries.get(step) : undefined;
    const item = at?.is === 'list' && typeof step === 'number' ? at.items[step] : undefined;
    if (entry === undefined && item === undefined) return line;
    at = entry?.value ?? item;
    line = entry?.line ?? item!.line;
  }
  return line;
};

const nameOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

type Issue = z.core.$ZodIssue;

const articles: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

/** A mistake in words: what stands there, and what may. */
const explain = (issue: Issue, valueAt: (path: readonly PropertyKey[]) => unknown): string[] => {
  const where = nameOf(issue.path);
  const subject = where === '' ? 'the file' : `\`${where}\``;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `\`${key}\` is no key that ${where === '' ? 'the file' : subject} may have`);
    case 'invalid_type':
      return [
        valueAt(issue.path) === undefined
          ? `${subject} is missing`
          : `${subject} is not ${articles[issue.expected] ?? issue.expected}`,
      ];
    case 'invalid_value':
      return [`${subject} is none of ${issue.values.map(String).join(', ')}`];
    case 'too_small':
      return [`${subject} is empty`];
    default:
      return [`${subject}: ${issue.message}`];
  }
};

/** Reads the text of a configuration file. An empty file says nothing, which is no mistake. */
export const readConfiguration = (text: string): ConfigurationFile => {
  const { value: root, errors } = readYaml(text);
  const lineOf = (...path: readonly (string | number)[]): number => findLine(root, path);
  if (errors.length > 0)
    return { mistakes: errors.map(({ line, why }) => ({ line, why: `it is no YAML: ${why}` })), lineOf };
  const value = root === undefined || (root.is === 'scalar' && root.value === null) ? {} : plain(root);
  const parsed = configurationSchema.safeParse(value);
  if (parsed.success) return { configuration: parsed.data, mistakes: [], lineOf };
  const valueAt = (path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>((at, step) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step], value);
  const mistakes = parsed.error.issues.flatMap((issue) => {
    const own = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return explain(issue, valueAt).map((why, at) => {
      const key = own[at];
      return { line: findLine(root, key === undefined ? issue.path : [...issue.path, key]), why };
    });
  });
  return { mistakes: mistakes.sort((a, b) => a.line - b.line), lineOf };
};

/** What a configuration declares of the estate, each with its line. */
export const declarationsOf = ({ configuration, lineOf }: ConfigurationFile): Declaration[] => [
  ...(configuration?.systems ?? []).map(
    (system, at): Declaration => ({ sort: 'system', system, line: lineOf('systems', at) }),
  ),
  ...Object.entries(configuration?.approved ?? {}).map(
    ([of, names]): Declaration => ({
      sort: 'inventory',
      of: of as keyof Inventory,
      names: names ?? [],
      line: lineOf('approved', of),
    }),
  ),
];
