// Tests the JSON reader against JSON.parse on any value, and on what JSONC, JSON5, truncation and malice add to it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './json-positions.ts';
import { deepestNesting, entryOf, type Positioned, valueAt } from './positioned.ts';

const plain = (of: Positioned | undefined): unknown => {
  if (of === undefined) return undefined;
  if (of.is === 'scalar') return of.value;
  if (of.is === 'list') return of.items.map(plain);
  return Object.fromEntries([...of.entries].map(([key, { value }]) => [key, plain(value)]));
};

test('reads any JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      const { value, errors } = readJson(text);
      expect(errors).toEqual([]);
      expect(plain(value)).toEqual(Object.fromEntries([['it', JSON.parse(text)]]).it);
    }),
  );
});

test('no prefix of a JSON text crashes it, and each that is cut inside a value says so', () => {
  const text = '{"a": [1, {"b": "c\\u00e9"}], /* x */ "d": null}';
  for (let length = 0; length < text.length; length++)
    expect(readJson(text.slice(0, length)).errors, text.slice(0, length)).toHaveLength(1);
  expect(plain(readJson(text.slice(0, 22)).value)).toEqual({ a: [1, {}] });
});

test('says the line of keys and values', () => {
  const { value } = readJson('{\n  "a": 1,\n  "list": [\n    "x",\n    {"b":\n      true}\n  ]\n}\n');
  expect(entryOf(value, 'list')?.line).toBe(3);
  expect(valueAt(value, 'list', 0)?.line).toBe(4);
  expect(entryOf(valueAt(value, 'list', 1), 'b')?.line).toBe(5);
  expect(valueAt(value, 'list', 1, 'b')?.line).toBe(6);
});

test('reads comments, trailing commas, single quotes, bare keys, numbers of JSON5 and a byte order mark', () => {
  const { value, errors } = readJson(
    '\uFEFF// head\n{ /* a\n b */ bare: \'it\\\'s\', "n": .5, h: 0x1F, p: +1, "url": "http://x//y", l: [1, 2,], }\n',
  );
  expect(errors).toEqual([]);
  expect(plain(value)).toEqual({ bare: "it's", n: 0.5, h: 31, p: 1, url: 'http://x//y', l: [1, 2] });
});

test('a key named like a member of every object is a key', () => {
  const { value } = readJson('{"__proto__": {"x": 1}, "constructor": 2}');
  expect(valueAt(value, '__proto__', 'x')).toMatchObject({ value: 1 });
  expect(valueAt(value, 'constructor')).toMatchObject({ value: 2 });
  expect(valueAt(value, 'toString')).toBeUndefined();
});

test.each([
  ['{"a" 1}', 'colon'],
  ['{"a": 1}}', 'more after'],
  ['{"a": [1}', 'closes nothing'],
  ['{"a": }', 'no value'],
  ['["\\u12"]', 'four digits'],
  ['', 'empty'],
  ['   ', 'empty'],
  ['{"a": wrong}', 'no value'],
])('%s is told as wrong', (text, why) => {
  expect(readJson(text).errors).toEqual([{ line: 1, why: expect.stringContaining(why) as string }]);
});

test('bottomless nesting is refused, and a million values are read in time', () => {
  expect(readJson('['.repeat(100_000)).errors[0]?.why).toContain(`${deepestNesting} levels`);
  const many = `[${'{"a":"b"},\n'.repeat(500_000)}]`;
  const { value, errors } = readJson(many);
  expect(errors).toEqual([]);
  expect(value?.is === 'list' && value.items.at(-1)?.line).toBe(500_000);
});

test('quotes a word that was mistaken for a value, and neither binary nor what may be a credential', () => {
  const why = (text: string) => readJson(text).errors.map((one) => one.why);
  expect(why('{"a": True}')).toEqual(['True is no value']);
  expect(why('{"a": ghp_q7Lk2}')).toEqual(['what stands there is no value']);
  expect(why('\u0007\u001b[31m')).not.toEqual([expect.stringContaining('\u001b')]);
});
