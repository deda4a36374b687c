/** Holds warnings and watches against a brute-force reading of their conditions, on small random estates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetKind } from '../domain/kinds.ts';
import { allOf, anyOf, known, negate, type Truth } from '../domain/truth.ts';
import type { Answers, Edge, Test } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import type { Correlation } from '../kit/define-correlation.ts';
import { all, any, exists, fact, failing, linked, not } from '../kit/tests.ts';
import { correlate } from './correlate.ts';

type Bound = Readonly<Record<string, number>>;
/** Stands for one more asset that nobody saw: all of it is unknown, unless the other end of a relation is closed. */
const unseen = -1;

function naiveEdge({ from, relation, to }: Edge, bound: Bound, snapshot: Snapshot): Truth {
  return anyOf(
    [relation].flat().map((kind): Truth => {
      const [start, end] = [bound[from]!, bound[to]!];
      let found = false;
      if (start !== unseen)
        snapshot.out(start, kind, (other) => {
          found ||= other === end;
          return found;
        });
      if (found) return 'true';
      const isClosed =
        (start !== unseen && snapshot.closed(start, kind, 'out').closed) ||
        (end !== unseen && snapshot.closed(end, kind, 'in').closed);
      return isClosed ? 'false' : 'unknown';
    }),
  );
}

function naiveAsk(test: Test, bound: Bound, snapshot: Snapshot, answers: Answers): Truth {
  const ask = (inner: Test, more: Bound = {}): Truth => naiveAsk(inner, { ...bound, ...more }, snapshot, answers);
  switch (test.op) {
    case 'all':
      return allOf(test.tests.map((inner) => ask(inner)));
    case 'any':
      return anyOf(test.tests.map((inner) => ask(inner)));
    case 'not':
      return negate(ask(test.test));
    case 'linked':
      return naiveEdge(test, bound, snapshot);
    case 'failing':
      return bound[test.of] === unseen
        ? 'unknown'
        : (answers.answer(bound[test.of]!, test.objective)?.truth ?? 'unknown');
    case 'fact': {
      const asset = bound[test.of]!;
      const value = asset === unseen ? undefined : snapshot.fact(asset, test.fact)?.value;
      return value === undefined ? 'unknown' : known('is' in test.check && value === test.check.is);
    }
    case 'exists': {
      const [[variable, kind]] = Object.entries(test.group.variables) as [[string, AssetKind]];
      const candidates = [...snapshot.ofKind(kind), unseen];
      return anyOf(
        candidates.map((asset) => {
          const more = { ...bound, [variable]: asset };
          return allOf([
            ...test.group.edges.map((edge) => naiveEdge(edge, more, snapshot)),
            ...(test.group.where ? [ask(test.group.where, more)] : []),
          ]);
        }),
      );
    }
    default:
      throw new Error(`the brute force does not know ${test.op}`);
  }
}

const story: Correlation = {
  id: 'story',
  title: 'A story',
  references: [],
  variables: { agent: 'agent', tool: 'tool' },
  edges: [{ from: 'agent', relation: 'uses-tool', to: 'tool' }],
  conditions: [
    {
      id: 'acts-alone',
      says: '{agent} acts alone',
      test: fact('agent', 'autonomous').is(true),
      flips: 'it is made autonomous',
    },
    {
      id: 'dangerous',
      says: '{tool} is dangerous',
      test: any(fact('tool', 'sendsOut').is(true), fact('tool', 'executesCode').is(true)),
    },
    {
      id: 'unguarded',
      says: 'nothing guards {agent}',
      test: not(
        exists({ variables: { guard: 'guardrail' }, edges: [{ from: 'agent', relation: 'guarded-by', to: 'guard' }] }),
      ),
    },
    { id: 'unapproved', says: 'nobody approves {tool}', test: failing('tool', 'human-approval') },
    {
      id: 'has-outlet',
      says: '{agent} reaches an outlet',
      test: exists({
        variables: { outlet: 'tool' },
        edges: [{ from: 'agent', relation: 'uses-tool', to: 'outlet' }],
        where: all(fact('outlet', 'sendsOut').is(true), linked({ from: 'agent', relation: 'uses-tool', to: 'outlet' })),
      }),
    },
  ],
  sentence: '{agent} does harm with {tool}',
  attempt: { value: 1, why: 'test' },
  impact: [{ name: 'harm', value: 1, why: 'test' }],
};

// Leans to what makes a warning, or all but few estates would be quiet.
const leaning = fc.oneof(
  { weight: 5, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const estates = fc.record({
  agents: fc.array(fc.record({ autonomous: leaning, closesTools: leaning, closesGuards: leaning }), {
    minLength: 1,
    maxLength: 3,
  }),
  tools: fc.array(
    fc.record({
      sendsOut: leaning,
      executesCode: leaning,
      failing: fc.constantFrom<Truth | undefined>('true', 'true', 'true', 'false', 'unknown', undefined),
    }),
    { maxLength: 3 },
  ),
  guards: fc.nat(1),
  uses: fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 6, selector: String }),
  guarded: fc.array(fc.nat(2), { maxLength: 1 }),
});
type Drawn = typeof estates extends fc.Arbitrary<infer T> ? T : never;

const place = { source: 's', path: 'p', line: 1, how: 'declared', confidence: 1 } as const;

function build({ agents, tools, guards, uses, guarded }: Drawn) {
  const builder = new SnapshotBuilder();
  const agentNumbers = agents.map(({ autonomous, closesTools, closesGuards }, index) => {
    const asset = builder.addAsset({ kind: 'agent', name: `agent ${index}`, id: `agent-${index}` });
    if (autonomous !== undefined) builder.setFact(asset, 'autonomous', autonomous, [place]);
    if (closesTools) builder.setClosed(asset, 'uses-tool', 'out', 'declared', [place]);
    if (closesGuards) builder.setClosed(asset, 'guarded-by', 'out', 'declared', [place]);
    return asset;
  });
  const truths = new Map<number, Truth>();
  const toolNumbers = tools.map(({ sendsOut, executesCode, failing: truth }, index) => {
    const asset = builder.addAsset({ kind: 'tool', name: `tool ${index}`, id: `tool-${index}` });
    if (sendsOut !== undefined) builder.setFact(asset, 'sendsOut', sendsOut, [place]);
    if (executesCode !== undefined) builder.setFact(asset, 'executesCode', executesCode, [place]);
    if (truth !== undefined) truths.set(asset, truth);
    return asset;
  });
  const guardNumbers = Array.from({ length: guards }, (_, index) =>
    builder.addAsset({ kind: 'guardrail', name: `guard ${index}`, id: `guard-${index}` }),
  );
  for (const [from, to] of uses)
    if (agentNumbers[from] !== undefined && toolNumbers[to] !== undefined)
      builder.addRelation('uses-tool', agentNumbers[from], toolNumbers[to], [place]);
  for (const from of guarded)
    if (agentNumbers[from] !== undefined && guardNumbers[0] !== undefined)
      builder.addRelation('guarded-by', agentNumbers[from], guardNumbers[0], [place]);
  return { snapshot: builder.freeze(), truths };
}

const answersFrom = (truths: ReadonlyMap<number, Truth>): Answers => ({
  answer(asset) {
    const truth = truths.get(asset);
    return truth === undefined ? undefined : { truth, confidence: 1, evidence: [], finding: `finding-${asset}` };
  },
});

const run = (snapshot: Snapshot, truths: ReadonlyMap<number, Truth>) =>
  correlate([story], { snapshot, answers: answersFrom(truths), findings: new Map(), systemsOf: () => [] });

describe('correlate, held against brute force', () => {
  test('a warning when all conditions are true, a watch when exactly one is unknown or one change away, else nothing', () => {
    const seen = { warning: 0, watch: 0, quiet: 0 };
    fc.assert(
      fc.property(estates, (drawn) => {
        const { snapshot, truths } = build(drawn);
        const expected: string[] = [];
        for (const agent of snapshot.ofKind('agent'))
          for (const tool of snapshot.ofKind('tool')) {
            if (naiveEdge(story.edges[0]!, { agent, tool }, snapshot) !== 'true') continue;
            const states = story.conditions.map((condition) => ({
              condition,
              truth: naiveAsk(condition.test, { agent, tool }, snapshot, answersFrom(truths)),
            }));
            const open = states.filter(({ truth }) => truth !== 'true');
            const isNear =
              open.length === 1 && (open[0]!.truth === 'unknown' || open[0]!.condition.flips !== undefined);
            const level = open.length === 0 ? 'warning' : isNear ? 'watch' : 'quiet';
            seen[level] += 1;
            if (level !== 'quiet')
              expected.push(`${level} ${snapshot.id(agent)} ${snapshot.id(tool)} ${open[0]?.condition.id ?? ''}`);
          }
        const got = run(snapshot, truths).map(({ level, hops: [first], conditions }) => {
          const open = conditions.find(({ state }) => state !== 'true')?.id ?? '';
          return `${level} ${first?.from} ${first?.to} ${open}`;
        });
        expect(got.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500, seed: 7 },
    );
    // A property that never met a warning would prove nothing.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  test('mending any one part of a warning ends it', () => {
    let mended = 0;
    fc.assert(
      fc.property(estates, (drawn) => {
        const { snapshot, truths } = build(drawn);
        for (const warning of run(snapshot, truths).filter(({ level }) => level === 'warning')) {
          const [, agentId, toolId] = /agent (\d) does harm with tool (\d)/.exec(warning.sentence) ?? [];
          const agent = snapshot.find(`agent-${agentId}`)!;
          const tool = snapshot.find(`tool-${toolId}`)!;
          const mends: ((builder: SnapshotBuilder, after: Map<number, Truth>) => void)[] = [
            (builder) => builder.replaceFact(agent, 'autonomous', false, [place]),
            (builder) => {
              builder.replaceFact(tool, 'sendsOut', false, [place]);
              builder.replaceFact(tool, 'executesCode', false, [place]);
            },
            (builder) => {
              const guard = builder.addAsset({ kind: 'guardrail', name: 'new guard', id: 'new-guard' });
              builder.addRelation('guarded-by', agent, guard, [place]);
            },
            (_, after) => after.set(tool, 'false'),
            (builder) => {
              for (const outlet of snapshot.ofKind('tool')) builder.replaceFact(outlet, 'sendsOut', false, [place]);
            },
          ];
          for (const mend of mends) {
            const builder = SnapshotBuilder.from(snapshot);
            const after = new Map(truths);
            mend(builder, after);
            const left = run(builder.freeze(), after).find(({ id }) => id === warning.id);
            expect(left?.level).not.toBe('warning');
            mended += 1;
          }
        }
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(mended).toBeGreaterThan(100);
  });
});
