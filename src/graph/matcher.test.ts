/** Tests of what an answer rests on: evidence, confidence, missing, witness and steps; of the order of joins; and of large groups. */
import { describe, expect, test } from 'vitest';
import type { Evidence, How } from '../domain/evidence.ts';
import { ask, match } from './matcher.ts';
import type { Answers, Edge, Group, Test } from './pattern.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

const at = (path: string, line = 1, how: How = 'declared', confidence = 1): Evidence => ({
  source: 'repo',
  path,
  line,
  how,
  confidence,
});

const builder = new SnapshotBuilder();
const agent = builder.addAsset({ kind: 'agent', name: 'triage', id: 'agent' });
const shell = builder.addAsset({ kind: 'tool', name: 'run_shell', id: 'shell' });
const search = builder.addAsset({ kind: 'tool', name: 'search', id: 'search' });
const role = builder.addAsset({ kind: 'identity', name: 'worker', id: 'role' });
const admin = builder.addAsset({ kind: 'identity', name: 'admin', id: 'admin' });
const quiet = builder.addAsset({ kind: 'agent', name: 'quiet', id: 'quiet' });
builder.setFact(shell, 'executesCode', true, [at('shell.py', 4, 'declared', 0.9)]);
builder.setFact(search, 'executesCode', true, [at('search.py', 4, 'inferred', 0.5)]);
builder.setFact(search, 'sendsOut', false, [at('search.py', 9)]);
builder.setUnseen(shell, 'approval', 'a call gives it');
builder.setFact(agent, 'outputSink', ['shell'], [at('agent.py', 7)]);
const toShell = builder.addRelation('uses-tool', agent, shell, [at('agent.py', 2)]);
builder.addRelation('uses-tool', agent, search, [at('agent.py', 3)]);
const asRole = builder.addRelation('runs-as', shell, role, [at('stack.tf', 5, 'declared', 0.8)]);
const assume = builder.addRelation('assumes', role, admin, [at('stack.tf', 9)]);
builder.setClosed(agent, 'uses-tool', 'out', 'declared', [at('agent.py', 1)]);
builder.setClosed(agent, 'guarded-by', 'out', 'inferred-absent', [at('agent.py', 1)]);
builder.setClosed(quiet, 'uses-tool', 'out', 'default', [at('quiet.py', 1, 'default')]);
const snapshot = builder.freeze();

const toolEdge: Edge = { from: 'it', relation: 'uses-tool', to: 'tool' };
const tools = (where?: Test): Group => ({
  variables: { tool: 'tool' },
  edges: [toolEdge],
  ...(where ? { where } : {}),
});
const runsCode: Test = { op: 'fact', of: 'tool', fact: 'executesCode', check: { is: true } };
const guard: Group = {
  variables: { guard: 'guardrail' },
  edges: [{ from: 'it', relation: 'guarded-by', to: 'guard' }],
};
const not = (test: Test): Test => ({ op: 'not', test });

describe('what an answer rests on', () => {
  test('a known fact brings its evidence and confidence; an unseen one says what is missing and why', () => {
    expect(ask(snapshot, runsCode, { tool: shell })).toEqual({
      truth: 'true',
      confidence: 0.9,
      evidence: [at('shell.py', 4, 'declared', 0.9)],
      findings: [],
      missing: [],
      witness: {},
      steps: [],
    });
    const approval: Test = { op: 'fact', of: 'it', fact: 'approval', check: { is: 'always-asks' } };
    expect(ask(snapshot, approval, { it: shell })).toMatchObject({
      truth: 'unknown',
      missing: ['approval of run_shell was not observed: a call gives it'],
    });
    expect(ask(snapshot, approval, { it: search }).missing).toEqual(['approval of search was not observed']);
  });

  test('of several members the surest is the witness, with the relations that lead to it', () => {
    const some = ask(snapshot, { op: 'exists', group: tools(runsCode) }, { it: agent });
    expect(some).toMatchObject({ truth: 'true', confidence: 0.9, witness: { tool: shell }, steps: [toShell] });
    expect(some.evidence).toEqual([at('agent.py', 2), at('shell.py', 4, 'declared', 0.9)]);
    const two = ask(snapshot, { op: 'exists', group: tools(runsCode), atLeast: 2 }, { it: agent });
    expect(two).toMatchObject({ truth: 'true', witness: { tool: shell } });
    expect(two.confidence).toBeCloseTo(0.45);
    expect(ask(snapshot, { op: 'exists', group: tools(runsCode), atLeast: 3 }, { it: agent }).truth).toBe('false');
  });

  test('absence is as sure as its grade, and says by what it is known', () => {
    const unguarded = ask(snapshot, not({ op: 'exists', group: guard }), { it: agent });
    expect(unguarded).toMatchObject({ truth: 'true', confidence: 0.7, evidence: [at('agent.py', 1)], witness: {} });
    expect(ask(snapshot, { op: 'exists', group: tools() }, { it: quiet })).toMatchObject({
      truth: 'false',
      confidence: 0.9,
    });
    const open = ask(snapshot, { op: 'exists', group: guard }, { it: quiet });
    expect(open.truth).toBe('unknown');
    expect(open.missing).toEqual([
      'guarded-by of quiet was not observed completely: no source claims to have seen all of them',
    ]);
  });

  test('every: a counterexample decides; without one all members, and that there are no more', () => {
    const passes: Test = {
      op: 'every',
      group: tools(),
      holds: { op: 'fact', of: 'tool', fact: 'sendsOut', check: { is: true } },
    };
    expect(ask(snapshot, passes, { it: agent })).toMatchObject({ truth: 'false', witness: { tool: search } });
    const codes: Test = { op: 'every', group: tools(), holds: runsCode };
    expect(ask(snapshot, codes, { it: agent })).toMatchObject({ truth: 'true', confidence: 0.45 });
    expect(ask(snapshot, codes, { it: quiet })).toMatchObject({ truth: 'true', confidence: 0.9 });
    const unknown: Test = {
      op: 'every',
      group: tools(),
      holds: { op: 'fact', of: 'tool', fact: 'changesState', check: { is: false } },
    };
    expect(ask(snapshot, unknown, { it: agent }).missing).toEqual([
      'changesState of run_shell was not observed',
      'changesState of search was not observed',
    ]);
  });

  test('chains over a closure are told step by step, and may be empty with orSame', () => {
    const edge: Edge = { from: 'it', relation: ['runs-as', 'assumes'], to: 'other', closure: 3 };
    expect(ask(snapshot, { op: 'linked', ...edge }, { it: shell, other: admin })).toMatchObject({
      truth: 'true',
      confidence: 0.8,
      steps: [asRole, assume],
    });
    expect(ask(snapshot, { op: 'linked', ...edge, closure: 1 }, { it: shell, other: admin }).truth).not.toBe('true');
    expect(ask(snapshot, { op: 'linked', ...edge, orSame: true }, { it: admin, other: admin })).toMatchObject({
      truth: 'true',
      steps: [],
    });
  });

  test('answers of detectors count with their finding and payload', () => {
    const answers: Answers = {
      answer: (asset) =>
        asset === shell
          ? { truth: 'true', finding: 'f1', payload: { how: 'eval' }, confidence: 0.9, evidence: [at('shell.py', 4)] }
          : asset === search
            ? { truth: 'unknown', confidence: 1, evidence: [], missing: 'approval of search was not observed' }
            : undefined,
    };
    const failing = (payload?: (given: unknown) => boolean): Test => ({
      op: 'failing',
      of: 'it',
      objective: 'human-approval',
      ...(payload ? { payload } : {}),
    });
    expect(ask(snapshot, failing(), { it: shell }, answers)).toMatchObject({
      truth: 'true',
      findings: ['f1'],
      confidence: 0.9,
    });
    expect(
      ask(
        snapshot,
        failing((given) => (given as { how: string }).how === 'exec'),
        { it: shell },
        answers,
      ).truth,
    ).toBe('false');
    expect(ask(snapshot, failing(), { it: search }, answers).missing).toEqual(['approval of search was not observed']);
    expect(ask(snapshot, failing(), { it: agent }, answers).missing).toEqual([
      'human-approval of triage was not assessed',
    ]);
    expect(ask(snapshot, failing(), { it: agent }).truth).toBe('unknown');
  });

  test('one known decider beats what is unknown, whatever the order', () => {
    const unknown: Test = { op: 'fact', of: 'tool', fact: 'changesState', check: { is: true } };
    for (const tests of [
      [unknown, not(runsCode)],
      [not(runsCode), unknown],
    ])
      expect(ask(snapshot, { op: 'all', tests }, { tool: shell })).toMatchObject({ truth: 'false', missing: [] });
    for (const tests of [
      [unknown, runsCode],
      [runsCode, unknown],
    ])
      expect(ask(snapshot, { op: 'any', tests }, { tool: shell })).toMatchObject({
        truth: 'true',
        missing: [],
        confidence: 0.9,
      });
  });

  test.each([
    [{ includes: 'shell' }, 'true'],
    [{ includes: 'she' }, 'false'],
    [{ includesAny: ['eval', 'shell'] }, 'true'],
    [{ matches: /^sh/g }, 'true'],
    [{ matches: /^sh/g }, 'true'],
    [{ empty: true }, 'false'],
    [{ seen: true }, 'true'],
  ] as const)('check %o of a list', (check, truth) => {
    expect(ask(snapshot, { op: 'fact', of: 'it', fact: 'outputSink', check }, { it: agent }).truth).toBe(truth);
  });

  test('a variable that nothing binds is a mistake, not an answer', () => {
    expect(() => ask(snapshot, runsCode, { it: agent })).toThrow(/“tool” is not bound/);
  });
});

describe('matches', () => {
  test('with outer variables, limit and chains', () => {
    const found = [...match(snapshot, tools(runsCode), undefined, { bound: { it: agent } })];
    expect(found).toEqual([
      { bound: { it: agent, tool: shell }, chains: [[toShell]] },
      { bound: { it: agent, tool: search }, chains: [[toShell + 1]] },
    ]);
    expect([...match(snapshot, tools(), undefined, { bound: { it: agent }, limit: 1 })]).toHaveLength(1);
  });

  test('cycles end, and hubs are walked once', () => {
    const ring = new SnapshotBuilder();
    const size = 600;
    for (let each = 0; each < size; each++) ring.addAsset({ kind: 'agent', name: `a${each}`, id: `a${each}` });
    for (let each = 0; each < size; each++) {
      ring.addRelation('delegates-to', each, (each + 1) % size, []);
      ring.addRelation('delegates-to', each, 0, []);
      ring.addRelation('delegates-to', 0, each, []);
    }
    const began = performance.now();
    const frozen = ring.freeze();
    const edge: Edge = { from: 'a', relation: 'delegates-to', to: 'b', closure: 16 };
    const where: Test = { op: 'equal', a: ['a', 'description'], b: ['b', 'description'] };
    expect([
      ...match(frozen, { variables: { a: 'agent', b: 'agent' }, edges: [edge], where }, undefined, { limit: 3 }),
    ]).toEqual([]);
    expect(ask(frozen, { op: 'linked', ...edge }, { a: 5, b: 5 }).truth).toBe('true');
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test('an answer over thousands of members stays small', () => {
    const crowd = new SnapshotBuilder();
    const boss = crowd.addAsset({ kind: 'agent', name: 'boss', id: 'boss' });
    for (let each = 0; each < 20_000; each++) {
      const tool = crowd.addAsset({ kind: 'tool', name: `t${each}`, id: `t${each}` });
      crowd.addRelation('uses-tool', boss, tool, [at('a.py', each)]);
    }
    const verdict = ask(crowd.freeze(), { op: 'exists', group: tools(runsCode) }, { it: boss });
    expect(verdict.truth).toBe('unknown');
    expect(verdict.missing.length).toBeLessThanOrEqual(16);
    expect(verdict.evidence.length).toBeLessThanOrEqual(64);
  });
});
