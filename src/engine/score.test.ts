/** Tests of the score’s own arithmetic. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Factor } from '../domain/forecast.ts';
import { exploitability, noisyOr, scoreOf } from './score.ts';

test('known exploitation outweighs EPSS, and EPSS outweighs severity alone', () => {
  const base = { advisory: 'CVE-2026-1', aliases: [], version: '1', reachable: 'unknown' };
  const exploited = exploitability({ ...base, exploited: true, exploitProbability: 0.02 })!;
  const likely = exploitability({ ...base, exploited: false, exploitProbability: 0.7, score: 5 })!;
  const severe = exploitability({ ...base, exploited: false, score: 9.8 })!;
  const bare = exploitability({ ...base, exploited: false })!;
  expect(exploited.value).toBe(1);
  expect(exploited.why).toContain('known to be exploited');
  expect(likely.value).toBe(0.7);
  expect([likely.value, severe.value, bare.value]).toEqual([0.7, 0.49, 0.1]);
  expect(exploitability({ model: 'x' })).toBeUndefined();
  expect(exploitability(undefined)).toBeUndefined();
});

test('one more way never makes a forecast less likely, and no number of ways makes it certain beyond one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (ways, more) => {
        const before = noisyOr(ways);
        const after = noisyOr([...ways, more]);
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(more - 1e-12);
      },
    ),
  );
});

test('a score lies between 0 and 100 whatever the factors', () => {
  const factor = fc.record({
    name: fc.string(),
    side: fc.constantFrom<Factor['side']>('likelihood', 'impact'),
    value: fc.double({ min: 0, max: 3, noNaN: true }),
    why: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(factor), (factors) => {
      const score = scoreOf(factors);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
    }),
  );
});
