/** The layout of paths of any shape: nothing is left out, and nothing covers anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutPath, type PathLayout } from './lay-out-path.ts';

const height = 60;
const sizes = { widthOf: (id: string) => 80 + id.length * 10, height, gapOf: () => 170 };
const lay = (...hops: readonly [string, string][]): PathLayout =>
  layOutPath(
    hops.map(([from, to]) => ({ from, to })),
    sizes,
  );
const xOf = (layout: PathLayout, id: string): number => layout.boxes.find((box) => box.id === id)!.x;

describe('layOutPath', () => {
  it('goes from left to right', () => {
    const layout = lay(['a', 'b'], ['b', 'c']);
    expect(xOf(layout, 'a')).toBeLessThan(xOf(layout, 'b'));
    expect(xOf(layout, 'b')).toBeLessThan(xOf(layout, 'c'));
    expect(new Set(layout.boxes.map(({ y }) => y)).size).toBe(1);
  });

  it('puts what is reached from one place below each other, and that place in their middle', () => {
    const layout = lay(['a', 'b'], ['a', 'c'], ['a', 'd']);
    const [b, c, d] = ['b', 'c', 'd'].map((id) => layout.boxes.find((box) => box.id === id)!);
    expect(new Set([b!.x, c!.x, d!.x]).size).toBe(1);
    expect(layout.boxes.find(({ id }) => id === 'a')!.y).toBeCloseTo((b!.y + c!.y + d!.y) / 3);
  });

  it('cuts a circle open, and turns the arrow that leads back', () => {
    const layout = lay(['a', 'b'], ['b', 'a']);
    expect(layout.stretches.map(({ head }) => head).sort()).toEqual(['left', 'right']);
  });

  it('leads a hop past the columns between its ends', () => {
    const layout = lay(['a', 'b'], ['b', 'c'], ['a', 'c']);
    const own = layout.stretches.filter(({ hop }) => hop === 2);
    expect(own).toHaveLength(2);
    expect(own[0]!.throughX).toBe(own[1]!.x);
  });

  it('shows every hop once and every asset once, none over another, inside its bounds', () => {
    const ids = fc.constantFrom('a', 'bb', 'ccc', 'd', 'ee', 'f', 'g');
    const path = fc.array(fc.tuple(ids, ids), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(path, (hops) => {
        const layout = lay(...hops);
        const { boxes, stretches } = layout;
        expect(boxes.map(({ id }) => id).sort()).toEqual([...new Set(hops.flat())].sort());
        // What relates a thing to itself has nowhere to lead; it is told in words.
        const drawn = hops.flatMap(([from, to], at) => (from === to ? [] : [at]));
        expect(stretches.flatMap(({ hop, isFirst }) => (isFirst ? [hop] : [])).sort((a, b) => a - b)).toEqual(drawn);
        expect(stretches.filter(({ head }) => head !== undefined)).toHaveLength(drawn.length);
        for (const [at, a] of boxes.entries()) {
          expect(a.y - height / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + height / 2).toBeLessThanOrEqual(layout.height);
          expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
          for (const b of boxes.slice(at + 1))
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= height - 0.01).toBe(true);
        }
        for (const [at, a] of stretches.entries())
          for (const b of stretches.slice(at + 1))
            if (a.x === b.x) expect(Math.abs(a.lane - b.lane)).toBeGreaterThanOrEqual(47.99);
      }),
    );
  });
});
