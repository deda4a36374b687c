/** Addresses of places at code hosts: right where they are known, and none rather than a wrong one. */
import { expect, it } from 'vitest';
import { createAddressOf } from './source-address.ts';

const commit = 'a'.repeat(40);
const address = (target: object, path = 'src/a b(1).py', line = 3): string | undefined =>
  createAddressOf({
    target: { path: '.', source: 'github.com/acme/bot', remote: 'github.com/acme/bot', commit, ...target },
  })({ path, line });

it.each([
  [{}, `https://github.com/acme/bot/blob/${commit}/src/a%20b%281%29.py#L3`],
  [
    { source: 'github.com/acme/bot//sub/dir' },
    `https://github.com/acme/bot/blob/${commit}/sub/dir/src/a%20b%281%29.py#L3`,
  ],
  [
    { source: 'gitlab.com/acme/group/bot', remote: 'gitlab.com/acme/group/bot' },
    `https://gitlab.com/acme/group/bot/-/blob/${commit}/src/a%20b%281%29.py#L3`,
  ],
  [{ remote: 'git.example.org/acme/bot', source: 'git.example.org/acme/bot' }, undefined],
  [{ remote: 'github.com/acme/bot"onclick="x', source: 'github.com/acme/bot"onclick="x' }, undefined],
  [{ remote: 'github.com/../bot', source: 'github.com/../bot' }, undefined],
  [{ commit: undefined }, undefined],
  [{ commit: 'main' }, undefined],
  [{ source: 'somewhere else' }, undefined],
  [{ remote: undefined, source: 'local:bot' }, undefined],
])('%j', (target, expected) => expect(address(target)).toBe(expected));

it('names a whole file without a line, and no place outside the repository', () => {
  expect(address({}, 'a.tf', 0)).toBe(`https://github.com/acme/bot/blob/${commit}/a.tf`);
  expect(address({}, '../x', 1)).toBeUndefined();
});
