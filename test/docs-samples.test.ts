// Runs every shell sample of README and CONTRIBUTING that is marked `test`, page by page, in a throw-away copy of the checkout.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSamples } from '../script/docs-samples.ts';
import { plantTree } from './planted-tree.ts';

const checkout = resolve(import.meta.dirname, '..');
const left = new Set(['.git', '.node', '.cache', 'dist', 'node_modules', 'coverage']);

function copyCheckout(): string {
  const root = join(plantTree({ keep: '' }), 'isobar');
  mkdirSync(root);
  for (const name of readdirSync(checkout)) {
    if (!left.has(name)) cpSync(join(checkout, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const pages = readdirSync(checkout)
  .filter((name) => /^[A-Z]+\.md$/.test(name))
  .map((page) => ({
    page,
    samples: readSamples(readFileSync(join(checkout, page), 'utf8')).filter(({ mark }) => mark === 'test'),
  }))
  .filter(({ samples }) => samples.length > 0);

test.each(pages)(
  'every sample of $page ends as it promises',
  ({ page, samples }) => {
    // One copy for the page: its reader, too, runs one sample after the other.
    const root = copyCheckout();
    for (const { line, text, exit } of samples) {
      const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', text], {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
          // What the program keeps for its user is kept for this test.
          XDG_CONFIG_HOME: join(root, '../configuration'),
          XDG_CACHE_HOME: join(root, '../cache'),
          XDG_STATE_HOME: join(root, '../state'),
        },
      });
      expect(status, `${page}:${line}\n${text}\n${stdout}\n${stderr}`).toBe(exit);
    }
  },
  300_000,
);

test('a fence says whether it runs, and how it ends', () => {
  const page =
    '# A\n```sh test\none\n```\n\n```sh test exit=2\ntwo\nthree\n```\n```bash manual: needs an account\nfour\n```\n```sh\nfive\n```\n```ts\nsix\n```\n';
  expect(readSamples(page)).toEqual([
    { line: 2, mark: 'test', exit: 0, text: 'one\n' },
    { line: 6, mark: 'test', exit: 2, text: 'two\nthree\n' },
    { line: 10, mark: 'manual', exit: 0, text: 'four\n' },
    { line: 13, mark: undefined, exit: 0, text: 'five\n' },
  ]);
});
