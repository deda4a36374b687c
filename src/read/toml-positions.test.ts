// Tests the TOML reader against another implementation on any value, and on lines, mistakes, truncation and malice.
import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { expect, test } from 'vitest';
import { deepestNesting, entryOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';

const plain = (of: Positioned | undefined): unknown => {
  if (of === undefined) return undefined;
  if (of.is === 'scalar') return of.value;
  if (of.is === 'list') return of.items.map(plain);
  return Object.fromEntries([...of.entries].map(([key, { value }]) => [key, plain(value)]));
};

const sample = `# a lock
version = 1
requires-python = ">=3.10"
'quoted key' = 'C:\\no\\escape'
dotted.inner."last key" = true
big = 1_000
hex = 0xFF
float = -1.5e3
when = 2024-05-06T07:08:09Z
day = 2024-05-06 07:08:09

[[package]]
name = "a"
source = { registry = "https://example.org/simple", nested = { deep = [1, 2] } }
wheels = [
    { url = "https://example.org/a.whl", hash = "sha256:00" }, # first
    { url = "https://example.org/b.whl" },
]

[package.metadata]
text = """
one \\
   two \\"three\\" \\u00e9
four"""
raw = '''
keeps \\n
'''

[[package]]
name = "b"
quotes = """"quoted""""

[tool.x]
[tool]
y = 1
`;

test('reads what the other implementation reads', () => {
  const { value, errors } = readToml(sample);
  expect(errors).toEqual([]);
  const expected = parse(sample.replace(/^when.*\nday.*\n/m, ''));
  expect(plain(value)).toEqual({ ...expected, when: '2024-05-06T07:08:09Z', day: '2024-05-06 07:08:09' });
});

test('reads any table that the other implementation writes', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.string({ unit: 'binary' }));
  const tree = fc.letrec((tie) => ({
    table: fc.dictionary(fc.string(), fc.oneof({ depthSize: 'small' }, scalar, fc.array(scalar), tie('table')), {
      maxKeys: 5,
    }),
  })).table;
  fc.assert(
    fc.property(tree, (table) => {
      let text: string;
      try {
        text = stringify(table as Record<string, unknown>);
      } catch {
        return fc.pre(false);
      }
      const { value, errors } = readToml(text);
      expect(errors).toEqual([]);
      expect(plain(value)).toEqual(parse(text));
      return undefined;
    }),
  );
});

test('says the line of keys and values', () => {
  const { value } = readToml(sample);
  expect(entryOf(value, 'requires-python')?.line).toBe(3);
  expect(valueAt(value, 'package', 1, 'name')?.line).toBe(30);
  expect(valueAt(value, 'package', 0, 'wheels', 1)?.line).toBe(17);
  expect(entryOf(valueAt(value, 'package', 0, 'metadata'), 'raw')?.line).toBe(25);
  expect(textOf(valueAt(value, 'package', 0, 'metadata', 'text'))).toBe('one two "three" é\nfour');
});

test.each([
  ['a = 1\na = 2', 2, 'twice'],
  ['[a]\n[a]', 2, 'twice'],
  ['a = {b = 1}\n[a.c]', 2, 'something else'],
  ['a = 1 b = 2', 1, 'more on the line'],
  ['a = "x', 1, 'does not end'],
  ['a =', 1, 'value is missing'],
  ['a = nope', 1, 'no value'],
  ['a = [1, 2', 1, 'is missing'],
  ['[a', 1, '] is missing'],
  ['= 1', 1, 'key is missing'],
  ['a = "\\q"', 1, 'no escape'],
  [`a = ${'['.repeat(100_000)}`, 1, `${deepestNesting} levels`],
  [`a = ${'{b='.repeat(100_000)}`, 1, `${deepestNesting} levels`],
  [`${'a.'.repeat(100_000)}b = 1`, 1, `${deepestNesting} levels`],
])('a mistake is told with its line: %#', (text, line, why) => {
  expect(readToml(text).errors).toEqual([{ line, why: expect.stringContaining(why) as string }]);
});

test('what stands before a mistake is kept, and no prefix crashes it', () => {
  expect(plain(readToml('a = 1\nb = [2,\n').value)).toMatchObject({ a: 1 });
  for (let length = 0; length < sample.length; length++) readToml(sample.slice(0, length));
});
