/** Tests of influence: parts that touch, joints that do not join, and batches whose members cannot meet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCase } from '../kit/build-case.ts';
import { readGraphCases } from '../kit/graph-case.ts';
import { areApart, batchApart, Influence } from './influence.ts';

const [estate] = readGraphCases(
  `- name: two applications in one repository, with one model
  assets:
    repo: { kind: repository }
    a: { kind: ai-application }
    b: { kind: ai-application }
    store: { kind: bucket }
    key: { kind: secret }
    model: { kind: model }
  relations: [[repo, contains, a], [repo, contains, b], [a, reads, store], [b, contains, key], [a, invokes, model], [b, invokes, model]]
`,
  'influence.test.ts',
  {},
);
const { snapshot, numberOf } = buildCase(estate!);
const influence = new Influence(snapshot);
const partsOf = (...keys: string[]) => influence.of(keys.map(numberOf));

test('what touches is one part, and what only shares a joint is not', () => {
  expect(areApart(partsOf('a'), partsOf('store'))).toBe(false);
  expect(areApart(partsOf('a'), partsOf('b'))).toBe(true);
  expect(areApart(partsOf('store'), partsOf('key'))).toBe(true);
});

test('a joint influences everything that stands beside it', () => {
  expect(areApart(partsOf('model'), partsOf('store'))).toBe(false);
  expect(areApart(partsOf('model'), partsOf('key'))).toBe(false);
});

test('no two of a batch share a part, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 })), (items) => {
      const batches = batchApart(items, (item) => new Set(item));
      expect(batches.flat()).toHaveLength(items.length);
      for (const batch of batches) expect(new Set(batch.flat()).size).toBe(batch.flat().length);
    }),
  );
});
