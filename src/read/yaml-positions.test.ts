// Tests the YAML reader: lines, aliases and merges, and that bombs, cycles and bottomless nesting are refused in time.
import { expect, test } from 'vitest';
import { deepestNesting, entryOf, textOf, valueAt } from './positioned.ts';
import { readYaml, readYamlDocuments } from './yaml-positions.ts';

test('says the line of keys and values', () => {
  const { value, errors } = readYaml(
    'services:\n  api:\n    image: "x:1"\n    ports:\n      - 80\n      - >-\n        long\n        text\n',
  );
  expect(errors).toEqual([]);
  expect(entryOf(valueAt(value, 'services', 'api'), 'image')?.line).toBe(3);
  expect(textOf(valueAt(value, 'services', 'api', 'image'))).toBe('x:1');
  expect(valueAt(value, 'services', 'api', 'ports', 0)).toEqual({ is: 'scalar', value: 80, line: 5 });
  expect(valueAt(value, 'services', 'api', 'ports', 1)).toMatchObject({ value: 'long text', line: 6 });
});

test('follows aliases and merge keys; what the map says itself wins', () => {
  const { value } = readYaml('base: &base\n  A: one\n  B: two\nenv:\n  B: own\n  <<: *base\nsame: *base\n');
  expect(textOf(valueAt(value, 'env', 'A'))).toBe('one');
  expect(textOf(valueAt(value, 'env', 'B'))).toBe('own');
  expect(entryOf(valueAt(value, 'env'), 'A')?.line).toBe(2);
  expect(valueAt(value, 'same')).toEqual(valueAt(value, 'base'));
});

test('reads every document of a file', () => {
  const all = readYamlDocuments('a: 1\n---\nb: 2\n');
  expect(all.map(({ value }) => entryOf(value, 'b')?.line)).toEqual([undefined, 3]);
});

test('a bomb of aliases is refused in time', () => {
  const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`);
  const { value, errors } = readYaml(`l0: &l0 [x]\n${levels.join('\n')}\n`);
  expect(value).toBeUndefined();
  expect(errors[0]?.why).toContain('aliases come to more than');
});

test('an alias inside what it names is refused', () => {
  expect(readYaml('a: &a\n  b: *a\n').errors[0]?.why).toMatch(/inside what it names/);
});

test('fifty thousand aliases are followed in time', () => {
  const { value, errors } = readYaml(`a: &a x\nlist:\n${'  - *a\n'.repeat(50_000)}`);
  expect(errors).toEqual([]);
  expect(textOf(valueAt(value, 'list', 49_999))).toBe('x');
  expect(readYaml('a: *b\n').errors[0]?.why).toMatch(/names nothing|Unresolved/);
});

test.each([
  ['flow', '['.repeat(50_000)],
  ['dashes', '- '.repeat(50_000)],
  ['braces', `a: ${'{a: '.repeat(50_000)}`],
  ['indent', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
])('bottomless nesting by %s is refused', (_what, text) => {
  const { value, errors } = readYaml(text);
  expect(errors.map(({ why }) => why)).toContain(`it is nested deeper than ${deepestNesting} levels`);
  expect(value).toBeUndefined();
});

test('a broken file gives what could be read and says where it breaks', () => {
  const { value, errors } = readYaml('a: 1\nb: [1, 2\nc: 3\n');
  expect(valueAt(value, 'a')).toMatchObject({ value: 1 });
  expect(errors[0]?.line).toBeGreaterThanOrEqual(2);
  expect(readYaml('').errors).toEqual([]);
});

test('a file with a mistake on every line tells the first ones and counts the rest', () => {
  const { errors } = readYaml('[a.b]\n'.repeat(10_000));
  expect(errors).toHaveLength(21);
  expect(errors.at(-1)?.why).toMatch(/^and \d+ more mistakes/);
  expect(readYaml('a: 1\n'.repeat(1_000_000)).errors[0]?.why).toMatch(/longer than/);
});
