/** Tests of detect: the four outcomes, tallies, stable ids, one finding per listed item, and a detector that breaks. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { type Detector, defineDetector } from '../kit/define-detector.ts';
import { fact } from '../kit/tests.ts';
import { detect, detectOnDemand } from './detect.ts';

const at = (line: number): Evidence => ({ source: 's', path: 'app.py', line, how: 'declared', confidence: 1 });

function models(...given: readonly Partial<Record<FactName, FactValue>>[]) {
  const builder = new SnapshotBuilder();
  given.forEach((facts, index) => {
    const asset = builder.addAsset({ kind: 'model', name: `m${index}`, id: `model-${index}`, evidence: [at(100)] });
    for (const [name, value] of Object.entries(facts)) builder.setFact(asset, name as FactName, value, [at(index + 1)]);
  });
  return builder.freeze();
}

const remoteCode = defineDetector({
  id: 'remote-code',
  title: 'Remote code',
  about: 'model',
  tests: 'remote-code-refused',
  category: 'misconfiguration',
  severity: 'high',
  applies: fact('it', 'hosting').is('local'),
  passes: fact('it', 'remoteCode').is(false),
  message: (it) => `${it.name} runs code.`,
  why: 'It matters.',
  remedy: 'Do not.',
  references: [],
}) as unknown as Detector;

describe('outcomes', () => {
  const snapshot = models(
    { hosting: 'local', remoteCode: true },
    { hosting: 'local', remoteCode: false },
    { hosting: 'local' },
    { hosting: 'remote-api' },
    { remoteCode: true },
    { remoteCode: false },
  );
  const { findings, tallies, answers } = detect([remoteCode], snapshot);
  const of = (asset: string) => findings.filter((finding) => finding.asset === asset);

  test('every asset of the kind is counted once', () => {
    expect(tallies).toEqual([
      { detector: 'remote-code', objective: 'remote-code-refused', pass: 1, fail: 1, unknown: 3, notApplicable: 1 },
    ]);
  });

  test('a failure says what is wrong, why it matters and where', () => {
    expect(of('model-0')).toMatchObject([
      { outcome: 'fail', message: 'm0 runs code. It matters.', evidence: [{ path: 'app.py', line: 1 }] },
    ]);
  });

  test('an unknown names the fact that was not observed', () => {
    expect(of('model-2')).toMatchObject([{ outcome: 'unknown' }]);
    expect(of('model-2')[0]?.missing).toContain('remoteCode');
    expect(of('model-4')[0]?.missing).toContain('hosting');
  });

  test('passing and not applicable make no finding, and answer that the objective does not fail', () => {
    expect([...of('model-1'), ...of('model-3')]).toEqual([]);
    expect([0, 1, 2, 3].map((asset) => answers.answer(asset, 'remote-code-refused')?.truth)).toEqual([
      'true',
      'false',
      'unknown',
      'false',
    ]);
    expect(answers.answer(0, 'model-pinned')).toBeUndefined();
  });

  test('asked on demand it answers the same', () => {
    const onDemand = detectOnDemand([remoteCode], snapshot);
    for (let asset = 0; asset < 6; asset += 1)
      expect(onDemand.answers.answer(asset, 'remote-code-refused')).toEqual(
        answers.answer(asset, 'remote-code-refused'),
      );
    expect([...onDemand.findings.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(findings);
  });

  test('ids do not change with wording, evidence or what else is there', () => {
    const reworded = { ...remoteCode, title: 'Other', message: () => 'other', severity: 'low' } as const;
    const alone = detect([reworded as Detector], models({ hosting: 'local', remoteCode: true }));
    expect(alone.findings[0]?.id).toBe(of('model-0')[0]?.id);
  });
});

test('with each, every item is a finding of its own, and the asset is counted once', () => {
  const builder = new SnapshotBuilder();
  const asset = builder.addAsset({ kind: 'package-occurrence', name: 'p', id: 'p' });
  builder.setFact(asset, 'advisories', ['B-2', 'A-1'], [at(3)]);
  const detector = {
    ...(remoteCode as object),
    id: 'advised',
    about: 'package-occurrence',
    tests: 'dependency-patched',
    each: 'advisories',
    passes: fact('it', 'advisories').isEmpty(),
    message: (it: { item?: string }) => `has ${it.item}.`,
    payload: (it: { item?: string }) => ({ advisory: it.item, exploited: it.item === 'B-2' }),
  } as unknown as Detector;
  const { applies: _, ...rest } = detector;
  const { findings, tallies, answers } = detect([rest as Detector], builder.freeze());
  expect(findings.map(({ discriminator }) => discriminator).sort()).toEqual(['A-1', 'B-2']);
  expect(tallies[0]).toMatchObject({ fail: 1 });
  expect(answers.answer(asset, 'dependency-patched')?.payload).toMatchObject({ advisory: 'B-2' });
  const wanted = (payload: unknown) => (payload as { advisory: string }).advisory === 'A-1';
  expect(answers.answer(asset, 'dependency-patched', wanted)?.payload).toMatchObject({ advisory: 'A-1' });
});

test('a detector that breaks leaves an unknown behind, and the scan goes on', () => {
  const broken = {
    ...(remoteCode as object),
    id: 'broken',
    message: () => {
      throw new TypeError('no such thing');
    },
  } as unknown as Detector;
  const { findings, tallies } = detect([broken, remoteCode], models({ hosting: 'local', remoteCode: true }));
  const [bug] = findings.filter(({ detector }) => detector === 'broken');
  expect(bug).toMatchObject({ outcome: 'unknown', asset: 'model-0' });
  expect(bug?.message).toContain('Bug: TypeError: no such thing');
  expect(tallies.map(({ fail, unknown }) => [fail, unknown])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});
