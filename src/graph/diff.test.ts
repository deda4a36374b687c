/** Tests of the difference between two snapshots. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from './diff.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

const build = (
  assets: readonly string[],
  facts: readonly [string, string][],
  links: readonly [string, string][],
): Snapshot => {
  const builder = new SnapshotBuilder();
  const numbers = new Map(assets.map((id) => [id, builder.addAsset({ kind: 'agent', name: id, id })]));
  for (const [id, value] of facts) if (numbers.has(id)) builder.setFact(numbers.get(id)!, 'approval', value, []);
  for (const [from, to] of links)
    if (numbers.has(from) && numbers.has(to))
      builder.addRelation('delegates-to', numbers.get(from)!, numbers.get(to)!, []);
  return builder.freeze();
};

test('what appeared, vanished and changed', () => {
  const before = build(
    ['a', 'b', 'c'],
    [
      ['a', 'always-asks'],
      ['b', 'never-asks'],
    ],
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
  );
  const after = build(
    ['d', 'b', 'a'],
    [
      ['a', 'never-asks'],
      ['d', 'never-asks'],
    ],
    [
      ['a', 'b'],
      ['b', 'd'],
    ],
  );
  expect(diff(before, after)).toEqual({
    appeared: ['d'],
    vanished: ['c'],
    relationsAppeared: [{ relation: 'delegates-to', from: 'b', to: 'd' }],
    relationsVanished: [{ relation: 'delegates-to', from: 'a', to: 'c' }],
    facts: [
      { asset: 'b', fact: 'approval', before: 'never-asks' },
      { asset: 'a', fact: 'approval', before: 'always-asks', after: 'never-asks' },
    ],
  });
});

test('an asset under another id is the same asset, also when two became one', () => {
  const before = build(
    ['old', 'other', 'x'],
    [['old', 'never-asks']],
    [
      ['old', 'x'],
      ['other', 'x'],
    ],
  );
  const after = build(['old', 'x'], [['old', 'never-asks']], [['old', 'x']]);
  const nothing = { appeared: [], vanished: [], relationsAppeared: [], relationsVanished: [], facts: [] };
  expect(diff(before, after, new Map([['other', 'old']]))).toEqual(nothing);
  const renamed = build(['new', 'x'], [['new', 'never-asks']], [['new', 'x']]);
  expect(diff(after, renamed, new Map([['old', 'new']]))).toEqual(nothing);
});

test('nothing differs from itself, and the way back is the way forth turned round', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const snapshot = fc
    .tuple(fc.uniqueArray(id), fc.array(fc.tuple(id, fc.constantFrom('x', 'y'))), fc.array(fc.tuple(id, id)))
    .map(([assets, facts, links]) => build(assets, facts, links));
  fc.assert(
    fc.property(snapshot, snapshot, (one, other) => {
      expect(diff(one, one)).toEqual({
        appeared: [],
        vanished: [],
        relationsAppeared: [],
        relationsVanished: [],
        facts: [],
      });
      const forth = diff(one, other);
      const back = diff(other, one);
      expect(back.appeared).toEqual(forth.vanished);
      expect(back.relationsVanished).toEqual(forth.relationsAppeared);
      expect(back.facts.map(({ asset }) => asset).sort()).toEqual(forth.facts.map(({ asset }) => asset).sort());
    }),
  );
});
