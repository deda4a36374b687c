// Shows that the check command counts truly and fails when a step failed, did not load, or read nothing.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { plantTree } from './planted-tree.ts';

const checkout = resolve(import.meta.dirname, '..');

function check(
  files: Readonly<Record<string, string>>,
  ...steps: string[]
): SpawnSyncReturns<string> & { last: string | undefined } {
  const root = plantTree({ 'package.json': '{ "type": "module" }', ...files });
  for (const path of ['script/check.ts', 'script/boundaries.ts', 'script/rooms.ts', 'vitest.config.ts']) {
    cpSync(join(checkout, path), join(root, path));
  }
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  // The inner runner must not take itself for a part of this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const result = spawnSync(process.execPath, [join(root, 'script/check.ts'), ...steps], { env, encoding: 'utf8' });
  return { ...result, last: result.stdout.trimEnd().split('\n').at(-1) };
}

const suite = (...tests: string[]): string => `import { expect, test } from 'vitest';\n${tests.join('\n')}\n`;
const pass = "test('a', () => expect(1).toBe(1));";

test('tests are counted one by one', () => {
  const files = {
    'test/one.test.ts': suite(
      pass,
      "test('b', () => expect(1).toBe(2));",
      "test.skip('c', () => {});",
      "test.todo('d');",
    ),
  };
  expect(check(files, 'tests')).toMatchObject({ status: 1, last: '1 passed, 1 failed, 2 skipped' });
});

test('a test file that does not load is a failure', () => {
  const files = { 'test/one.test.ts': suite(pass), 'test/two.test.ts': "import './nowhere.ts';\n" };
  expect(check(files, 'tests')).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
});

test('an error outside of every test is a failure', () => {
  const files = {
    'test/one.test.ts': suite(
      pass,
      "setTimeout(() => { throw new Error('late'); }, 0);",
      "test('b', () => new Promise((done) => setTimeout(done, 50)));",
    ),
  };
  expect(check(files, 'tests')).toMatchObject({ status: 1, last: '2 passed, 1 failed' });
});

test('no tests at all is a failure', () => {
  expect(check({}, 'tests')).toMatchObject({ status: 1, last: '0 passed, 1 failed' });
});

test('steps and tests are summed', () => {
  const files = {
    'src/domain/one.ts': "import { two } from './two.ts';\nexport const one = two;\n",
    'src/domain/two.ts': 'export const two = 2;\n',
    'test/one.test.ts': suite(pass),
  };
  const { status, last, stdout } = check(files, 'boundaries', 'tests');
  expect({ status, last }).toEqual({ status: 0, last: '2 passed, 0 failed' });
  expect(stdout).toMatch(/ok +boundaries +\d+ modules/);
});

test('a step that reads nothing is a failure', () => {
  const { status, last, stdout } = check({}, 'boundaries');
  expect({ status, last }).toEqual({ status: 1, last: '0 passed, 1 failed' });
  expect(stdout).toContain('nothing of src/ was read');
});

test('a step that does not exist is said to', () => {
  expect(check({}, 'spelling')).toMatchObject({ status: 2, stderr: expect.stringContaining('name one of: ') });
});
