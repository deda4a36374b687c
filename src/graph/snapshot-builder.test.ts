/** Tests of building, freezing, going on from and overlaying snapshots. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, How } from '../domain/evidence.ts';
import type { RelationKind } from '../domain/relations.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

const at = (path: string, line = 1, how: How = 'declared', confidence = 1): Evidence => ({
  source: 'repo',
  path,
  line,
  how,
  confidence,
});

const estate = () => {
  const builder = new SnapshotBuilder();
  const agent = builder.addAsset({ kind: 'agent', name: 'triage', id: 'agent:triage', evidence: [at('agent.py', 3)] });
  const tool = builder.addAsset({ kind: 'tool', name: 'run_shell', id: 'tool:run_shell' });
  const other = builder.addAsset({ kind: 'tool', name: 'búsqueda', id: 'tool:search' });
  return { builder, agent, tool, other };
};

describe('what was put in comes out', () => {
  test('assets with kind, name, id, identifiers and evidence', () => {
    const { builder, agent, other } = estate();
    const model = builder.addAsset({
      kind: 'model',
      name: 'gpt-4o',
      id: 'model:gpt-4o',
      identifiers: [
        { scheme: 'model-name', value: 'openai:gpt-4o' },
        { scheme: 'display-name', value: 'the model' },
        { scheme: 'model-name', value: 'openai:gpt-4o' },
      ],
    });
    const snapshot = builder.freeze();
    expect(snapshot.assetCount).toBe(4);
    expect(snapshot.kind(agent)).toBe('agent');
    expect(snapshot.name(other)).toBe('búsqueda');
    expect(snapshot.id(agent)).toBe('agent:triage');
    expect(snapshot.find('tool:search')).toBe(other);
    expect(snapshot.find('tool:nothing')).toBeUndefined();
    expect(snapshot.identifiers(model)).toEqual([
      { scheme: 'model-name', value: 'openai:gpt-4o' },
      { scheme: 'display-name', value: 'the model' },
    ]);
    expect(snapshot.evidence(agent)).toEqual([at('agent.py', 3)]);
    expect([...snapshot.ofKind('tool')]).toEqual([1, 2]);
    expect([...snapshot.ofKind('bucket')]).toEqual([]);
  });

  test('facts of every type, with notes and chains', () => {
    const builder = new SnapshotBuilder();
    const agent = builder.addAsset({ kind: 'agent', name: 'a', id: 'a' });
    const chain = [at('a.py', 1), { ...at('compose.yaml', 9, 'inferred', 0.5), note: 'MODEL of service api' }];
    builder.setFact(agent, 'temperature', 0.7, chain);
    builder.setFact(agent, 'maxIterations', -12, [at('a.py', 2)]);
    builder.setFact(agent, 'outputLimit', 2 ** 40, []);
    builder.setFact(agent, 'autonomous', false, [at('a.py', 2)]);
    builder.setFact(agent, 'outputSink', ['shell', 'eval'], [at('a.py', 2)]);
    builder.setFact(agent, 'approval', '', [at('a.py', 2)]);
    const snapshot = builder.freeze();
    expect(snapshot.fact(agent, 'temperature')).toEqual({
      value: 0.7,
      how: 'inferred',
      confidence: 0.5,
      evidence: chain,
    });
    expect(snapshot.value(agent, 'maxIterations')).toBe(-12);
    expect(snapshot.value(agent, 'outputLimit')).toBe(2 ** 40);
    expect(snapshot.value(agent, 'autonomous')).toBe(false);
    expect(snapshot.value(agent, 'outputSink')).toEqual(['shell', 'eval']);
    expect(snapshot.value(agent, 'approval')).toBe('');
    expect(snapshot.value(agent, 'framework')).toBeUndefined();
    expect(snapshot.factsOf(agent)).toHaveLength(6);
  });

  test('refuses what the domain does not know', () => {
    const { builder, agent, tool } = estate();
    expect(() => builder.setFact(agent, 'cellCount', 1, [])).toThrow(/agent has no fact “cellCount”/);
    expect(() => builder.setFact(agent, 'autonomous', 'yes' as never, [])).toThrow(/type boolean/);
    expect(() => builder.addRelation('uses-tool', tool, agent, [])).toThrow(
      /tool cannot stand in “uses-tool” to a agent/,
    );
    expect(() => builder.addAsset({ kind: 'agent', name: 'x', id: 'agent:triage' })).toThrow(/already taken/);
    expect(() => builder.setFact(99, 'autonomous', true, [])).toThrow(/no asset 99/);
    builder.freeze();
    expect(() => builder.setUnseen(agent, 'autonomous', 'why')).toThrow(/frozen/);
  });
});

describe('facts that disagree', () => {
  test('the best known value stands, and only its evidence', () => {
    const { builder, agent } = estate();
    builder.setFact(agent, 'approval', 'always-asks', [at('b', 1, 'default')]);
    builder.setFact(agent, 'approval', 'never-asks', [at('a', 1, 'declared', 0.6)]);
    builder.setFact(agent, 'approval', 'never-asks', [at('c', 1, 'declared', 0.8)]);
    const seen = builder.freeze().fact(agent, 'approval');
    expect(seen).toMatchObject({ value: 'never-asks', how: 'declared', confidence: 0.8 });
    expect(seen?.evidence.map((place) => place.path)).toEqual(['c', 'a']);
  });

  test('lists that gather are united', () => {
    const { builder, agent } = estate();
    builder.setFact(agent, 'outputSink', ['shell'], [at('a', 1)]);
    builder.setFact(agent, 'outputSink', ['eval', 'shell'], [at('b', 1, 'inferred', 0.5)]);
    expect(builder.freeze().fact(agent, 'outputSink')).toMatchObject({
      value: ['eval', 'shell'],
      how: 'inferred',
      confidence: 0.5,
    });
  });

  test('the order of claims never matters', () => {
    const claim = fc.record({
      value: fc.constantFrom('always-asks', 'asks-for-some', 'never-asks'),
      path: fc.constantFrom('a', 'b'),
      line: fc.integer({ min: 1, max: 2 }),
      how: fc.constantFrom<How>('observed', 'declared', 'inferred'),
      confidence: fc.constantFrom(0.5, 1),
    });
    const read = (claims: readonly { value: string; path: string; line: number; how: How; confidence: number }[]) => {
      const { builder, agent } = estate();
      for (const { value, path, line, how, confidence } of claims)
        builder.setFact(agent, 'approval', value, [at(path, line, how, confidence)]);
      return builder.freeze().fact(agent, 'approval');
    };
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (claims, keys) => {
        const shuffled = claims
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(read(shuffled)).toEqual(read(claims));
        expect(read([...claims, ...shuffled])).toEqual(read(claims));
      }),
    );
  });

  test('a fact that was looked for in vain is known to be unseen until somebody sees it', () => {
    const { builder, agent } = estate();
    builder.setUnseen(agent, 'approval', 'set by a variable');
    builder.setUnseen(agent, 'approval', 'a call gives it');
    builder.setUnseen(agent, 'autonomous', 'no idea');
    const before = builder.freeze();
    expect(before.whyUnseen(agent, 'approval')).toBe('a call gives it');
    expect(before.whyUnseen(agent, 'temperature')).toBeUndefined();
    const after = SnapshotBuilder.from(before);
    after.setFact(agent, 'approval', 'always-asks', [at('a')]);
    expect(after.freeze().unseen(agent)).toEqual([{ fact: 'autonomous', why: 'no idea' }]);
    expect(before.unseen(agent)).toHaveLength(2);
  });
});

describe('relations', () => {
  test('equal ones are one, with all evidence', () => {
    const { builder, agent, tool, other } = estate();
    const first = builder.addRelation('uses-tool', agent, tool, [at('a', 1, 'inferred', 0.5)]);
    builder.addRelation('uses-tool', agent, other, []);
    expect(builder.addRelation('uses-tool', agent, tool, [at('b', 1)])).toBe(first);
    expect(builder.addRelation('uses-tool', agent, tool, [at('b', 1)])).toBe(first);
    const snapshot = builder.freeze();
    expect(snapshot.relationCount).toBe(2);
    expect(snapshot.relationEvidence(first)).toEqual([at('b', 1), at('a', 1, 'inferred', 0.5)]);
    expect(snapshot.relationHow(first)).toBe('declared');
    expect(snapshot.relationConfidence(first)).toBe(1);
    expect(snapshot.between(agent, 'uses-tool', other)).toBe(1);
    expect(snapshot.between(tool, 'uses-tool', agent)).toBeUndefined();
    expect(snapshot.degree(agent, 'uses-tool', 'out')).toBe(2);
    expect(snapshot.degree(agent, 'connects', 'out')).toBe(0);
  });

  test('closed as claimed, unless an end is open; never open where the kind cannot have it', () => {
    const { builder, agent, tool } = estate();
    builder.setClosed(agent, 'uses-tool', 'out', 'inferred-absent', [at('a', 2)]);
    builder.setClosed(agent, 'uses-tool', 'out', 'default', [at('a', 1)]);
    const closed = builder.freeze();
    expect(closed.closed(agent, 'uses-tool', 'out')).toEqual({
      closed: true,
      grade: 'default',
      confidence: 0.9,
      evidence: [at('a', 1)],
    });
    expect(closed.closed(agent, 'uses-tool', 'in')).toMatchObject({ closed: false });
    expect(closed.closed(tool, 'uses-tool', 'out')).toMatchObject({ closed: true });
    const open = SnapshotBuilder.from(closed);
    open.setOpen(agent, 'uses-tool', 'out', 'the list comes from a call');
    expect(open.freeze().closed(agent, 'uses-tool', 'out')).toEqual({
      closed: false,
      why: 'the list comes from a call',
    });
    expect(closed.closed(agent, 'uses-tool', 'out').closed).toBe(true);
  });

  /** A plain model of a set of relations, against which every way of building is held. */
  test('building in rounds, with removals, equals a plain set', () => {
    const kinds: readonly RelationKind[] = ['delegates-to', 'uses-tool'];
    const step = fc.record({
      action: fc.constantFrom('add', 'add', 'add', 'remove', 'freeze', 'asset'),
      kind: fc.constantFrom(...kinds),
      from: fc.nat(5),
      to: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let builder = new SnapshotBuilder();
        let count = 0;
        const add = () => builder.addAsset({ kind: 'agent', name: `n${count}`, id: `a${count++}` });
        for (let asset = 0; asset < 6; asset++) add();
        const model = new Set<string>();
        for (const { action, kind, from, to } of steps) {
          if (action === 'asset') add();
          else if (action === 'add') {
            builder.addRelation(kind, from, to, [at('a')]);
            model.add(`${kind} ${from} ${to}`);
          } else if (action === 'freeze') builder = SnapshotBuilder.from(builder.freeze());
          else {
            const frozen = builder.freeze();
            const found = frozen.between(from, kind, to);
            builder = SnapshotBuilder.from(frozen);
            if (found !== undefined) builder.removeRelation(found);
            expect(builder.hasRelation(kind, from, to)).toBe(false);
            model.delete(`${kind} ${from} ${to}`);
          }
        }
        const snapshot = builder.freeze();
        const said: string[] = [];
        const back: string[] = [];
        for (let asset = 0; asset < snapshot.assetCount; asset++)
          for (const kind of kinds) {
            snapshot.out(asset, kind, (to, relation) => {
              said.push(`${kind} ${asset} ${to}`);
              expect([snapshot.from(relation), snapshot.to(relation), snapshot.relationKind(relation)]).toEqual([
                asset,
                to,
                kind,
              ]);
              return undefined;
            });
            snapshot.in(asset, kind, (from) => {
              back.push(`${kind} ${from} ${asset}`);
              return undefined;
            });
          }
        expect(said.sort()).toEqual([...model].sort());
        expect(back.sort()).toEqual([...model].sort());
        expect(snapshot.relationCount).toBe(model.size);
      }),
      { numRuns: 200 },
    );
  });
});

test('overlays change nothing below them', () => {
  const { builder, agent, tool } = estate();
  builder.setFact(agent, 'approval', 'never-asks', [at('a', 1, 'observed')]);
  builder.setFact(agent, 'autonomous', true, [at('a', 1)]);
  const relation = builder.addRelation('uses-tool', agent, tool, [at('a')]);
  const today = builder.freeze();
  const overlay = SnapshotBuilder.from(today);
  overlay.replaceFact(agent, 'approval', 'always-asks', [at('plan', 1, 'inferred')]);
  overlay.replaceFact(agent, 'autonomous', undefined, []);
  overlay.removeRelation(relation);
  const then = overlay.freeze();
  expect(then.value(agent, 'approval')).toBe('always-asks');
  expect(then.value(agent, 'autonomous')).toBeUndefined();
  expect(then.relationCount).toBe(0);
  expect(today.value(agent, 'approval')).toBe('never-asks');
  expect(today.value(agent, 'autonomous')).toBe(true);
  expect(today.relationCount).toBe(1);
});
