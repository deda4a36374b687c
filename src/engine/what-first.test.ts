/** Tests of what to do first: what was tried together ends what each ends alone, and the whole list ends what it promises. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../domain/evidence.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { advise } from './advise.ts';
import { type Aimed, findCandidates } from './candidates.ts';
import { correlate } from './correlate.ts';
import { derive } from './derive.ts';
import { detect } from './detect.ts';
import { endedBy } from './overlay.ts';
import { sampleCatalog as catalog } from './sample-catalog.ts';
import { tryCandidates } from './try-candidates.ts';
import { findWhatFirst } from './what-first.ts';

const at: Evidence = { source: 's', path: 'a.py', line: 1, how: 'declared', confidence: 1 };

const estates = fc.record({
  pinned: fc.array(fc.constantFrom(true, false, false, undefined), { minLength: 1, maxLength: 5 }),
  changes: fc.array(fc.constantFrom(true, true, false, undefined), { minLength: 1, maxLength: 4 }),
  agents: fc.array(
    fc.record({
      invokes: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
      uses: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      closed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type Drawn = typeof estates extends fc.Arbitrary<infer T> ? T : never;

function build({ pinned, changes, agents }: Drawn): Snapshot {
  const builder = new SnapshotBuilder();
  const models = pinned.map((value, index) => {
    const model = builder.addAsset({ kind: 'model', name: `model ${index}`, id: `model-${index}`, evidence: [at] });
    if (value !== undefined) builder.setFact(model, 'pinned', value, [at]);
    return model;
  });
  const tools = changes.map((value, index) => {
    const tool = builder.addAsset({ kind: 'tool', name: `tool ${index}`, id: `tool-${index}`, evidence: [at] });
    if (value !== undefined) builder.setFact(tool, 'changesState', value, [at]);
    return tool;
  });
  for (const [index, { invokes, uses, closed }] of agents.entries()) {
    const agent = builder.addAsset({ kind: 'agent', name: `agent ${index}`, id: `agent-${index}`, evidence: [at] });
    for (const model of invokes)
      if (models[model] !== undefined) builder.addRelation('invokes', agent, models[model], [at]);
    for (const tool of uses) if (tools[tool] !== undefined) builder.addRelation('uses-tool', agent, tools[tool], [at]);
    if (closed) builder.setClosed(agent, 'uses-tool', 'out', 'declared', [at]);
  }
  return builder.freeze();
}

function foretell(snapshot: Snapshot) {
  const detection = detect(catalog.detectors, snapshot);
  const findings = new Map(detection.findings.map((finding) => [finding.id, finding]));
  const estate = { snapshot, answers: detection.answers, findings, systemsOf: () => [] };
  const combined = correlate(catalog.correlations, estate);
  return { findings, forecasts: [...combined, ...advise(detection.findings, combined, snapshot, () => [])] };
}

describe('what to do first, on random estates', () => {
  test('a candidate tried beside others ends what it ends alone', () => {
    let together = 0;
    fc.assert(
      fc.property(estates, (drawn) => {
        const base = build(drawn);
        const { forecasts, findings } = foretell(base);
        const endsOf = (some: readonly Aimed[]) =>
          endedBy(
            some.map(({ candidate }) => candidate),
            derive(catalog.derivations, base),
            catalog,
            forecasts,
            findings,
          );
        const aimed = findCandidates(forecasts, findings, catalog.remediations, base);
        let overlays = 0;
        const { tried, untried } = tryCandidates(
          aimed,
          forecasts,
          findings,
          base,
          (some) => {
            overlays += 1;
            return endsOf(some);
          },
          1000,
        );
        expect(untried).toBe(0);
        expect(tried).toHaveLength(aimed.length);
        if (overlays < aimed.length) together += 1;
        for (const one of tried) expect([...one.ends].sort(), one.key).toEqual([...endsOf([one])].sort());
      }),
      { numRuns: 200, seed: 3 },
    );
    expect(together).toBeGreaterThan(10);
  });

  test('a first fix ends its forecast, and the list promises nothing twice', () => {
    fc.assert(
      fc.property(estates, (drawn) => {
        const base = build(drawn);
        const { forecasts, findings } = foretell(base);
        const { fixes, fixFirst, untried } = findWhatFirst(
          forecasts,
          findings,
          catalog,
          derive(catalog.derivations, base),
        );
        expect(untried).toBe(0);
        for (const [id, fix] of fixFirst) expect(fix.ends).toContain(id);
        const promised = fixes.flatMap(({ ends }) => ends);
        expect(new Set(promised).size).toBe(promised.length);
        // Whatever can be ended by one change is ended by the list.
        for (const id of fixFirst.keys()) expect(promised).toContain(id);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

test('where two ways lead to the same harm and nothing else stands between, both are to be closed', () => {
  const base = build({
    pinned: [false, false],
    changes: [true, true],
    agents: [{ invokes: [0, 1], uses: [0, 1], closed: true }],
  });
  const { forecasts, findings } = foretell(base);
  const { fixes, fixFirst } = findWhatFirst(forecasts, findings, catalog, derive(catalog.derivations, base));
  expect(forecasts).toHaveLength(1);
  expect(fixes.length).toBeGreaterThanOrEqual(2);
  expect(fixes.at(-1)?.ends).toEqual([forecasts[0]?.id]);
  expect(fixFirst.get(forecasts[0]!.id)?.ends).toEqual([forecasts[0]?.id]);
});

test('a budget that is too small is told', () => {
  const base = build({
    pinned: [false, false, false],
    changes: [true],
    agents: [{ invokes: [0, 1, 2], uses: [0], closed: true }],
  });
  const { forecasts, findings } = foretell(base);
  const aimed = findCandidates(forecasts, findings, catalog.remediations, base);
  const { tried, untried } = tryCandidates(aimed, forecasts, findings, base, () => new Set(), 1);
  expect(tried.length + untried).toBe(aimed.length);
  expect(untried).toBeGreaterThan(0);
});
