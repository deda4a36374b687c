/** Tests of derive: a fixpoint over several rounds, evidence and confidence of conclusions, and an end even for endless rules. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../domain/evidence.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { defineDerivation } from '../kit/define-derivation.ts';
import { fact } from '../kit/tests.ts';
import { derive } from './derive.ts';

const at = (line: number, confidence = 1): Evidence => ({
  source: 's',
  path: 'main.tf',
  line,
  how: 'declared',
  confidence,
});

const spread = defineDerivation({
  id: 'assumes-onward',
  title: 'Whoever may take on a role may take on what that role may',
  when: {
    variables: { a: 'identity', b: 'identity', c: 'identity' },
    edges: [
      { from: 'a', relation: 'assumes', to: 'b' },
      { from: 'b', relation: 'assumes', to: 'c' },
    ],
  },
  conclude: [{ relation: 'assumes', from: 'a', to: 'c', note: 'through the role between' }],
});
const power = defineDerivation({
  id: 'assumed-power',
  title: 'Whoever may take on an administrator is one',
  when: {
    variables: { a: 'identity', b: 'identity' },
    edges: [{ from: 'a', relation: 'assumes', to: 'b' }],
    where: fact('b', 'administrator').is(true),
  },
  conclude: [
    { fact: 'administrator', of: 'a', copyFrom: ['b', 'administrator'], note: 'it may take on an administrator' },
  ],
  confidence: 0.9,
});

function chain(length: number, confidence = 1) {
  const builder = new SnapshotBuilder();
  const roles = Array.from({ length }, (_, index) =>
    builder.addAsset({ kind: 'identity', name: `r${index}`, id: `r${index}` }),
  );
  for (const role of roles.slice(1)) builder.addRelation('assumes', role - 1, role, [at(role, confidence)]);
  builder.setFact(roles.at(-1)!, 'administrator', true, [at(99)]);
  return builder.freeze();
}

describe('derive', () => {
  test('reaches the fixpoint, and what was there stays as it was', () => {
    const start = chain(6);
    const { snapshot, unfinished } = derive([spread], start);
    expect(snapshot.relationCount).toBe(15);
    expect(start.relationCount).toBe(5);
    expect(unfinished).toEqual([]);
  });

  test('the order of rules means nothing', () => {
    const tell = (rules: Parameters<typeof derive>[0]) => {
      const { snapshot } = derive(rules, chain(5, 0.8));
      return Array.from({ length: 5 }, (_, role) => snapshot.fact(role, 'administrator'));
    };
    expect(tell([spread, power])).toEqual(tell([power, spread]));
  });

  test('a conclusion rests on what it was drawn from: places, confidence, and the rule by name', () => {
    const { snapshot } = derive([power], chain(2, 0.5));
    const derived = snapshot.fact(0, 'administrator');
    expect(derived).toMatchObject({ value: true, how: 'inferred' });
    expect(derived?.confidence).toBeCloseTo(0.45);
    expect(derived?.evidence.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 99]));
    expect(derived?.evidence.at(-1)?.note).toBe('assumed-power: it may take on an administrator');
  });

  test('a ring ends', () => {
    const builder = new SnapshotBuilder();
    const [a, b] = ['a', 'b'].map((id) => builder.addAsset({ kind: 'identity', name: id, id }));
    builder.addRelation('assumes', a!, b!, [at(1)]);
    builder.addRelation('assumes', b!, a!, [at(2)]);
    const { unfinished, rounds } = derive([spread, power], builder.freeze());
    expect(unfinished).toEqual([]);
    expect(rounds).toBeLessThan(5);
  });

  test('a rule that never ends is stopped and named', () => {
    const endless = defineDerivation({
      id: 'endless',
      title: 'Counts on',
      when: { variables: { agent: 'agent' }, edges: [] },
      conclude: ({ bound }, snapshot) => [
        {
          fact: 'description',
          of: 'agent',
          value: `${snapshot.fact(bound.agent!, 'description')?.value ?? ''}x`,
          note: 'on',
        },
      ],
    });
    const builder = new SnapshotBuilder();
    builder.addAsset({ kind: 'agent', name: 'a', id: 'a' });
    const { unfinished, rounds } = derive([endless], builder.freeze());
    expect(rounds).toBeLessThanOrEqual(32);
    expect([[], ['endless']]).toContainEqual(unfinished);
  });
});
