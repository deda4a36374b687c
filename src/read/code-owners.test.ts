/** CODEOWNERS: the last rule that matches counts, and a rule may take the owner away. */
import { expect, test } from 'vitest';
import { ownersOf, readCodeOwners } from './code-owners.ts';

const owners = (text: string, path: string): readonly string[] | undefined =>
  ownersOf(readCodeOwners(text))(path)?.owners;

test.each([
  ['* @a\n/bot/ @b\n', 'bot/main.py', ['@b']],
  ['/bot/ @b\n* @a\n', 'bot/main.py', ['@a']],
  ['* @a\n/bot/vendor/\n', 'bot/vendor/x.py', []],
  ['/bot/ @b\n', 'src/bot/main.py', undefined],
  ['bot/ @b\n', 'src/bot/main.py', ['@b']],
  ['docs/my\\ notes/ @b\n', 'docs/my notes/x.md', ['@b']],
  ['*.py @b # not the notebooks\n', 'x/y.py', ['@b']],
  ['/bot/ somebody\n', 'bot/x', []],
  ['[Models] @ml @lead\n*.py\n*.md @docs\n', 'x.py', ['@ml', '@lead']],
  ['[Models] @ml\n*.md @docs\n', 'x.md', ['@docs']],
])('%j says of %s: %j', (text, path, expected) => {
  expect(owners(text, path)).toEqual(expected);
});

test('a file of hostile patterns is read in time', () => {
  const text = `${'*'.repeat(900)}a @x\n`.repeat(2000) + `${'a*'.repeat(400)}b @y\n`.repeat(2000);
  const started = performance.now();
  expect(owners(text, 'a'.repeat(200))).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(2000);
});
