// Tests the reader of `.env` files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDotenv } from './dotenv.ts';

test('reads names, values and lines', () => {
  const { lines, errors } = readDotenv(
    `\uFEFF# head\nA=1\nexport B = two words # comment\nC="with \\"quotes\\" and # mark"\nD='single $A'\nE="first\nsecond"\nF=\nG=a#b\nH=\${A}/x\nPASSED\nnot a line\nI="open\n`,
  );
  expect(lines.map(({ name, value, line }) => [name, value, line])).toEqual([
    ['A', '1', 2],
    ['B', 'two words', 3],
    ['C', 'with "quotes" and # mark', 4],
    ['D', 'single $A', 5],
    ['E', 'first\nsecond', 6],
    ['F', '', 8],
    ['G', 'a#b', 9],
    ['H', `\${A}/x`, 10],
    ['I', 'open', 13],
  ]);
  expect(errors).toEqual([
    { line: 12, why: 'it is no NAME=value' },
    { line: 13, why: 'the value of I has no closing quote' },
  ]);
});

test('no text crashes it, and long ones are read in time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void readDotenv(any)));
  for (const part of ['A="', "A='\n", 'A="\\', 'export ', '\\'.repeat(9)])
    readDotenv(part.repeat(200_000 / part.length));
});
