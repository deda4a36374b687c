/** Reads CODEOWNERS as code hosts do: patterns with their owners, of which the last that matches a path counts. */
import type { OwnerRule } from '../domain/declaration.ts';
import { matchPaths } from './path-patterns.ts';

const mostLines = 5000;
/** A user, a team or a mail address; anything else on the line names nobody. */
const isOwner = (word: string): boolean => /^@[\w./-]+$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);

/**
 * The rules in the order of the file. A section of GitLab’s gives its default owners to those of its patterns that name none.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * https://docs.gitlab.com/user/project/codeowners/reference/
 */
export const readCodeOwners = (text: string): OwnerRule[] => {
  const rules: OwnerRule[] = [];
  let defaults: readonly string[] = [];
  for (const [at, written] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, mostLines)
    .entries()) {
    const line = written.replace(/(?<=^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?\s*(.*)$/.exec(line);
    if (section) {
      defaults = section[1]!.split(/\s+/).filter(isOwner);
      continue;
    }
    const [pattern = '', ...words] = line.replaceAll('\\ ', '\u0000').split(/\s+/);
    const owners = words.filter(isOwner);
    rules.push({
      pattern: pattern.replaceAll('\u0000', ' '),
      owners: owners.length > 0 ? owners : defaults,
      line: at + 1,
    });
  }
  return rules;
};

/** Gives the rule that counts for a path; undefined where none matches. */
export const ownersOf = (rules: readonly OwnerRule[]): ((path: string) => OwnerRule | undefined) => {
  const matchers = rules.map((rule) => ({ rule, matches: matchPaths([rule.pattern]) }));
  return (path) => matchers.findLast(({ matches }) => matches(path))?.rule;
};
