/** Which forecasts of a team only repeat those of its members. */
import { expect, test } from 'vitest';
import type { Forecast } from '../domain/forecast.ts';
import { withoutEchoes } from './drop-echoes.ts';

const snapshotOf = (edges: readonly (readonly [number, number])[]) => ({
  out: (asset: number, _: string, each: (to: number, relation: number) => boolean | undefined) => {
    for (const [index, [from, to]] of edges.entries()) if (from === asset) each(to, index);
  },
});
const told = (asset: number, level: Forecast['level'], score: number) => ({
  about: [asset],
  forecast: { id: `f${asset}`, level, score } as Forecast,
});
const left = (all: readonly ReturnType<typeof told>[], edges: readonly (readonly [number, number])[]) =>
  withoutEchoes(all, snapshotOf(edges)).map(({ about }) => about[0]);

test('a team says nothing that a member says alone, however many hands are between', () => {
  expect(left([told(1, 'warning', 58), told(2, 'warning', 58)], [[1, 2]])).toEqual([2]);
  expect(
    left(
      [told(1, 'watch', 16), told(3, 'warning', 41)],
      [
        [1, 2],
        [2, 3],
      ],
    ),
  ).toEqual([3]);
});

test('a team whose members each have a part only speaks for itself', () => {
  expect(left([told(1, 'warning', 58), told(2, 'watch', 29)], [[1, 2]])).toEqual([1, 2]);
  expect(left([told(1, 'watch', 29), told(2, 'watch', 17)], [[1, 2]])).toEqual([1, 2]);
});

test('agents that are no team, or hand work to each other, all stay', () => {
  expect(left([told(1, 'warning', 58), told(2, 'warning', 58)], [])).toEqual([1, 2]);
  expect(
    left(
      [told(1, 'warning', 58), told(2, 'warning', 58)],
      [
        [1, 2],
        [2, 1],
      ],
    ),
  ).toEqual([1, 2]);
  expect(
    left(
      [told(1, 'warning', 58), told(2, 'warning', 58)],
      [
        [1, 1],
        [1, 3],
      ],
    ),
  ).toEqual([1, 2]);
});
