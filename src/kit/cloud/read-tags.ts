/** What the tags and labels of a resource say of its data and of where it lives. */
import { type FactName, facts } from '../../domain/facts.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import type { FactSaid } from '../../domain/observation.ts';
import type { Term } from '../../domain/term.ts';
import type { DeclaredResource } from '../read-facts.ts';

/** Words that people write for how sensitive data is. */
const sensitivities: Readonly<Record<string, string>> = {
  public: 'public',
  open: 'public',
  internal: 'internal',
  private: 'internal',
  confidential: 'confidential',
  sensitive: 'confidential',
  proprietary: 'confidential',
  restricted: 'restricted',
  secret: 'restricted',
  'highly-confidential': 'restricted',
  pii: 'restricted',
  phi: 'restricted',
  pci: 'restricted',
};
const environments: Readonly<Record<string, string>> = {
  prod: 'production',
  production: 'production',
  live: 'production',
  stage: 'staging',
  staging: 'staging',
  dev: 'development',
  development: 'development',
  test: 'test',
  testing: 'test',
  qa: 'test',
  sandbox: 'development',
};
const names: readonly (readonly [FactName, RegExp, Readonly<Record<string, string>>])[] = [
  ['sensitivity', /^(?:data)?(?:classification|sensitivity)$/, sensitivities],
  ['environment', /^(?:environment|env|stage)$/, environments],
];

const textOf = (term: Term | undefined): string | undefined =>
  term?.t === 'literal' && typeof term.value === 'string' ? term.value : undefined;

/** Names and values: a map, a list of maps with `Key` and `Value`, or several put together. */
const entriesIn = (term: Term, depth = 0): readonly (readonly [string, string, number])[] => {
  if (depth > 4) return [];
  if (term.t === 'operation') return term.of.flatMap((each) => entriesIn(each, depth + 1));
  if (term.t === 'list') return term.items.flatMap((each) => entriesIn(each, depth + 1));
  if (term.t !== 'map') return [];
  const part = (key: string): Term | undefined =>
    term.entries.findLast(([name]) => textOf(name)?.toLowerCase() === key)?.[1];
  const [key, value] = [textOf(part('key')), textOf(part('value'))];
  if (key !== undefined && value !== undefined) return [[key, value, part('value')?.at ?? term.at ?? 0]];
  return term.entries.flatMap(([name, given]) => {
    const [one, other] = [textOf(name), textOf(given)];
    return one === undefined || other === undefined ? [] : [[one, other, given.at ?? name.at ?? 0] as const];
  });
};

/** The facts that tags give a resource of this kind. */
export const readTags = (
  kind: AssetKind,
  resource: DeclaredResource,
): Readonly<Partial<Record<FactName, FactSaid>>> => {
  const said: Partial<Record<FactName, FactSaid>> = {};
  const given = ['tags', 'labels'].flatMap((name) => resource.at(name) ?? []);
  const written = given.flatMap(({ term }) => entriesIn(resource.follow(term)));
  const all = resource.all('tags').flatMap((term) => entriesIn(term));
  for (const [key, value, line] of [...written, ...all]) {
    const plain = key
      .slice(key.lastIndexOf(':') + 1)
      .replaceAll(/[-_. ]/g, '')
      .toLowerCase();
    for (const [fact, pattern, words] of names) {
      const word = words[value.trim().toLowerCase()];
      const kinds: readonly AssetKind[] = facts[fact].on;
      if (word !== undefined && pattern.test(plain) && kinds.includes(kind))
        said[fact] ??= { value: word, line: line || resource.line };
    }
  }
  return said;
};
