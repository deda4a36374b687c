/** Holds the matcher against its definition, and its definition against all worlds that fit what was seen, on small random estates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belongsTo, type FactName } from '../domain/facts.ts';
import { mayJoin, type RelationKind } from '../domain/relations.ts';
import { Evaluation } from './evaluate.ts';
import { ask, match } from './matcher.ts';
import { naiveMatches, naiveTruth, type PlainEstate } from './naive-evaluation.ts';
import type { Test } from './pattern.ts';
import { buildEstate, facts, Invention, type Kind, kinds, relationKinds, Tape, valuesOf } from './random-question.ts';
import type { Snapshot } from './snapshot.ts';

const tape = fc.array(fc.nat(9999), { minLength: 1, maxLength: 120 }).map((numbers) => new Tape(numbers));

const plain = (snapshot: Snapshot): PlainEstate => ({
  kinds: Array.from({ length: snapshot.assetCount }, (_, asset) => snapshot.kind(asset)),
  value: (asset, fact) => snapshot.value(asset, fact),
  has: (relation, from, to) => snapshot.between(from, relation, to) !== undefined,
  isClosed: (asset, relation, direction) => snapshot.closed(asset, relation, direction).closed,
});

const question = (choose: Tape, size: number) => {
  const snapshot = buildEstate(choose, size);
  const bound = { it: choose.below(size), other: choose.below(size) };
  const scope = new Map(Object.entries(bound).map(([name, asset]) => [name, snapshot.kind(asset) as Kind]));
  return { snapshot, bound, asked: new Invention(choose).test(scope, 2) };
};

describe('the matcher', () => {
  test('answers every test as the definition does, with and without what it rests on', () => {
    const seen = { true: 0, false: 0, unknown: 0 };
    fc.assert(
      fc.property(tape, fc.integer({ min: 1, max: 5 }), (choose, size) => {
        const { snapshot, bound, asked } = question(choose, size);
        const expected = naiveTruth(plain(snapshot), asked, bound);
        const verdict = ask(snapshot, asked, bound);
        expect(verdict.truth).toBe(expected);
        expect(new Evaluation(snapshot, undefined).truth(asked, bound)).toBe(expected);
        expect(ask(snapshot, asked, bound)).toEqual(verdict);
        expect(verdict.confidence).toBeGreaterThan(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1);
        if (expected !== 'unknown') expect(verdict.missing).toEqual([]);
        // Every unknown names what was not observed.
        else expect(verdict.missing.length).toBeGreaterThan(0);
        seen[expected]++;
      }),
      { numRuns: 4000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(400);
  });

  test('follows chains over several relations as the definition does', () => {
    fc.assert(
      fc.property(tape, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }), (choose, size, closure) => {
        const snapshot = buildEstate(choose, size, ['agent']);
        const asked: Test = { op: 'linked', from: 'it', relation: ['uses-tool', 'delegates-to'], to: 'other', closure };
        for (let it = 0; it < size; it++)
          for (let other = 0; other < size; other++)
            expect(ask(snapshot, asked, { it, other }).truth).toBe(naiveTruth(plain(snapshot), asked, { it, other }));
      }),
      { numRuns: 400 },
    );
  });

  test('finds exactly the bindings that the definition finds, each with chains that lead from end to end', () => {
    let found = 0;
    fc.assert(
      fc.property(tape, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), (choose, size, count) => {
        const snapshot = buildEstate(choose, size);
        const { group } = new Invention(choose).group(new Map(), 1, count);
        const matches = [...match(snapshot, group)];
        const key = (bound: Readonly<Record<string, number>>) =>
          Object.keys(group.variables)
            .map((name) => bound[name])
            .join(' ');
        expect(matches.map(({ bound }) => key(bound)).sort()).toEqual(
          naiveMatches(plain(snapshot), group).map(key).sort(),
        );
        for (const { bound, chains } of matches)
          for (const [index, edge] of group.edges.entries()) {
            let at = bound[edge.from]!;
            for (const relation of chains[index]!) {
              expect(snapshot.from(relation)).toBe(at);
              expect([edge.relation].flat()).toContain(snapshot.relationKind(relation));
              at = snapshot.to(relation);
            }
            expect(at).toBe(bound[edge.to]);
            expect(chains[index]!.length).toBeLessThanOrEqual(edge.closure ?? 1);
            if (!edge.orSame) expect(chains[index]!.length).toBeGreaterThan(0);
          }
        found += matches.length;
        expect([...match(snapshot, group, undefined, { limit: 2 })]).toEqual(matches.slice(0, 2));
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

/** Everything that a world may add to what was seen. */
const openings = (snapshot: Snapshot, strangers: readonly Kind[]) => {
  const kindsInWorld = [...plain(snapshot).kinds, ...strangers];
  const isStranger = (asset: number) => asset >= snapshot.assetCount;
  const links: (readonly [RelationKind, number, number])[] = [];
  const values: (readonly [number, FactName])[] = [];
  for (const [from, kind] of kindsInWorld.entries()) {
    for (const fact of facts)
      if (belongsTo(fact, kind) && (isStranger(from) || snapshot.value(from, fact) === undefined))
        values.push([from, fact]);
    for (const relation of relationKinds)
      for (const [to, other] of kindsInWorld.entries()) {
        if (!mayJoin(relation, kind, other)) continue;
        if (!isStranger(from) && !isStranger(to) && snapshot.between(from, relation, to) !== undefined) continue;
        if (!isStranger(from) && snapshot.closed(from, relation, 'out').closed) continue;
        if (!isStranger(to) && snapshot.closed(to, relation, 'in').closed) continue;
        links.push([relation, from, to]);
      }
  }
  return { kindsInWorld, links, values };
};

/** One world: `choice` decides each link and each value that nobody saw. */
const worldOf = (snapshot: Snapshot, strangers: readonly Kind[], choice: (index: number) => boolean): PlainEstate => {
  const { kindsInWorld, links, values } = openings(snapshot, strangers);
  const added = new Set(links.filter((_, index) => choice(index)).map((link) => link.join(' ')));
  const given = new Map(
    values.map(([asset, fact], index) => [`${asset} ${fact}`, valuesOf(fact)[choice(links.length + index) ? 1 : 0]!]),
  );
  return {
    kinds: kindsInWorld,
    value: (asset, fact) =>
      given.get(`${asset} ${fact}`) ?? (asset < snapshot.assetCount ? snapshot.value(asset, fact) : undefined),
    has: (relation, from, to) =>
      added.has(`${relation} ${from} ${to}`) ||
      (from < snapshot.assetCount && to < snapshot.assetCount && snapshot.between(from, relation, to) !== undefined),
    isClosed: () => true,
  };
};

/** A test that asks a kind for a fact that it cannot have has no answer in any world. */
const isAnswered = (world: PlainEstate, asked: Test, bound: Readonly<Record<string, number>>) =>
  naiveTruth(world, asked, bound) !== 'unknown';

describe('a known answer holds in every world that fits what was seen', () => {
  test('in all worlds of tiny estates', () => {
    let worlds = 0;
    fc.assert(
      fc.property(tape, fc.integer({ min: 1, max: 3 }), (choose, size) => {
        const { snapshot, bound, asked } = question(choose, size);
        const strangers = choose.below(2) > 0 ? [choose.of(kinds)] : [];
        const { links, values } = openings(snapshot, strangers);
        const bits = links.length + values.length;
        const answer = ask(snapshot, asked, bound).truth;
        if (answer === 'unknown' || bits > 8) return;
        for (let number = 0; number < 2 ** bits; number++) {
          const world = worldOf(snapshot, strangers, (index) => ((number >> index) & 1) === 1);
          worlds++;
          if (isAnswered(world, asked, bound)) expect(naiveTruth(world, asked, bound)).toBe(answer);
        }
      }),
      { numRuns: 1500 },
    );
    expect(worlds).toBeGreaterThan(2000);
  });

  test('in random worlds of larger ones, with several strangers', () => {
    let worlds = 0;
    fc.assert(
      fc.property(tape, fc.integer({ min: 2, max: 5 }), fc.infiniteStream(fc.nat(999)), (choose, size, dice) => {
        const { snapshot, bound, asked } = question(choose, size);
        const answer = ask(snapshot, asked, bound).truth;
        if (answer === 'unknown') return;
        for (let round = 0; round < 12; round++) {
          const rolls: number[] = [];
          const roll = (index: number) => {
            while (rolls.length <= index) rolls.push(dice.next().value as number);
            return rolls[index]!;
          };
          const strangers = [0, 1].slice(0, roll(0) % 3).map((index) => kinds[roll(1 + index) % kinds.length]!);
          const world = worldOf(snapshot, strangers, (index) => roll(3 + index) % 10 < 2 + (round % 3) * 3);
          worlds++;
          if (isAnswered(world, asked, bound)) expect(naiveTruth(world, asked, bound)).toBe(answer);
        }
      }),
      { numRuns: 500 },
    );
    expect(worlds).toBeGreaterThan(2000);
  });
});
