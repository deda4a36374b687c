/** That the test of a detector says what its sum says, for every set of signs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Test } from '../graph/pattern.ts';
import { tellSigns, weighSigns, weighsLess } from './weigh-signs.ts';

/** The truth of a test that asks only which signs are there. */
const holds = (test: Test, signs: readonly string[]): boolean => {
  if (test.op === 'not') return !holds(test.test, signs);
  if (test.op === 'all') return test.tests.every((each) => holds(each, signs));
  if (test.op === 'any') return test.tests.some((each) => holds(each, signs));
  if (test.op === 'fact' && 'includes' in test.check) return signs.includes(test.check.includes);
  throw new Error(`not such a test: ${test.op}`);
};

describe('weighsLess', () => {
  it('agrees with the sum', () => {
    const weights = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 1, max: 8 }),
        fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
        (by, bound, signs) => {
          expect(holds(weighsLess('it', by, bound), signs)).toBe(weighSigns(by, signs) < bound);
        },
      ),
    );
  });

  it('tells signs in words', () => {
    expect(tellSigns(['hides-from-user', 'unknown', 'destroys'])).toBe(
      'tells the model to keep something from its user and deletes whole file systems or accounts',
    );
  });
});
