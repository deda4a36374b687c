/** Tests of judge: from an estate to report parts, with alternatives, folds, what to do first, advisories and coverage. */
import { describe, expect, test } from 'vitest';
import {
  assetSchema,
  coverageSchema,
  findingSchema,
  forecastSchema,
  relationSchema,
  systemSchema,
} from '../domain/report.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { buildCase } from '../kit/build-case.ts';
import { readGraphCases } from '../kit/graph-case.ts';
import { judge } from './judge.ts';
import { sampleCatalog as catalog } from './sample-catalog.ts';

const estate = (yaml: string) => {
  const [one] = readGraphCases(`- name: estate\n${yaml}`, 'estate.yaml', {});
  const { snapshot } = buildCase(one!);
  return judge(SnapshotBuilder.from(snapshot), catalog, { clock: () => new Date('2026-01-02T03:04:05Z') }).parts;
};

const two = `  assets:
    a: { kind: agent }
    m: { kind: model, facts: { pinned: false } }
    n: { kind: model, facts: { pinned: false } }
    t: { kind: tool, facts: { changesState: true } }
  relations: [[a, invokes, m], [a, uses-tool, t]]
  closed: [[a, uses-tool]]
`;

describe('a warning', () => {
  const parts = estate(two);
  const [warning, ...others] = parts.forecasts;

  test('is told as a sentence with its witness, and drawn as a path', () => {
    expect(warning).toMatchObject({ level: 'warning', sentence: 'm changes, and a acts through t' });
    expect(warning?.hops.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).toEqual([
      'a invokes m',
      'a uses-tool t',
    ]);
    expect(warning?.conditions.map(({ state }) => state)).toEqual(['true', 'true']);
  });

  test('its score is the product of the factors that it shows', () => {
    const product = warning!.factors.reduce((value, factor) => value * factor.value, 1);
    expect(warning?.score).toBe(Math.round(100 * product));
    expect(warning?.score).toBe(20);
    expect(warning?.factors.map(({ name }) => name)).toEqual(['attempt', 'changes', 'harm']);
  });

  test('what to do first is proven: the remediation that ends it, and nothing else', () => {
    expect(warning?.fixFirst).toMatchObject({ remediation: 'pin', asset: 'm', does: 'Pin m.', ends: [warning?.id] });
    expect(parts.fixes?.map(({ does }) => does).sort()).toEqual(['Pin m.', 'Pin n.']);
    expect(parts.fixes?.flatMap(({ ends }) => ends).sort()).toEqual(parts.forecasts.map(({ id }) => id).sort());
  });

  test('a serious finding outside it is an advisory, one inside it is not', () => {
    expect(others).toMatchObject([{ level: 'advisory', sentence: 'n is not pinned. It can change.' }]);
    expect(warning?.findings).toHaveLength(1);
  });

  test('frameworks are told in four words, with the findings behind them', () => {
    const [found] = parts.coverage.frameworks;
    expect(found?.controls.map(({ state }) => state)).toEqual(['not-met', 'not-assessed', 'manual']);
    expect(found?.controls[0]?.findings).toHaveLength(2);
  });

  test('is counted for the correlation that was asked', () => {
    expect(parts.coverage.correlations).toEqual([
      { correlation: 'swapped', title: 'A swapped model acts', warnings: 1, watches: 0 },
    ]);
  });

  test('every part keeps the contract', () => {
    for (const one of parts.systems) systemSchema.parse(one);
    for (const one of parts.assets) assetSchema.parse(one);
    for (const one of parts.relations) relationSchema.parse(one);
    for (const one of parts.findings) findingSchema.parse(one);
    for (const one of parts.forecasts) forecastSchema.parse(one);
    coverageSchema.omit({ files: true }).parse(parts.coverage);
  });
});

test('all pass: the control is met, and nothing is foretold', () => {
  const parts = estate(two.replaceAll('pinned: false', 'pinned: true'));
  expect(parts.forecasts).toEqual([]);
  expect(parts.coverage.frameworks[0]?.controls[0]).toMatchObject({ state: 'met' });
  expect(parts.coverage.detectors[0]).toMatchObject({ pass: 2, fail: 0, about: ['model'] });
});

test('nothing seen is never met', () => {
  const parts = estate('  assets: { a: { kind: agent } }\n');
  expect(parts.coverage.frameworks[0]?.controls[0]).toMatchObject({ state: 'not-assessed' });
});

describe('ways', () => {
  const parts = estate(two.replace('[[a, invokes, m],', '[[a, invokes, m], [a, invokes, n],'));

  test('that lead to the same harm are one forecast, more likely than each', () => {
    expect(parts.forecasts).toHaveLength(1);
    expect(parts.forecasts[0]?.score).toBe(32);
    expect(parts.forecasts[0]?.factors.find(({ name }) => name === 'ways')?.value).toBe(1.6);
    expect(parts.forecasts[0]?.findings).toHaveLength(2);
  });

  test('that are certain are not mixed with one that is not', () => {
    const mixed = estate(
      two
        .replace('[[a, invokes, m],', '[[a, invokes, m], [a, invokes, n],')
        .replace('n: { kind: model, facts: { pinned: false } }', 'n: { kind: model }'),
    );
    expect(mixed.forecasts).toMatchObject([{ level: 'warning', score: 20 }]);
    expect(mixed.forecasts[0]?.factors.map(({ name }) => name)).not.toContain('ways');
  });

  test('are ended where they meet, by one change rather than two', () => {
    expect(parts.forecasts[0]?.fixFirst).toMatchObject({ remediation: 'manual', does: 'Take the tool t away from a.' });
    expect(parts.fixes).toHaveLength(1);
  });
});

describe('watches', () => {
  test('say what is missing, and fold when they lack the same', () => {
    const parts = estate(`  assets:
    a: { kind: agent }
    b: { kind: agent }
    m: { kind: model, name: shared, facts: {}, unseen: { pinned: read at run time } }
    t: { kind: tool, facts: { changesState: true } }
  relations: [[a, invokes, m], [b, invokes, m], [a, uses-tool, t], [b, uses-tool, t]]
`);
    expect(parts.forecasts.map(({ level }) => level)).toEqual(['watch', 'watch']);
    expect(parts.forecasts.map(({ sentence }) => sentence).sort()).toEqual([
      'If shared can change: a swapped model acts. Known so far: a acts through t.',
      'If shared can change: a swapped model acts. Known so far: b acts through t.',
    ]);
    expect(parts.forecasts[0]?.missing).toContain('pinned');
    expect(new Set(parts.forecasts.map(({ foldKey }) => foldKey)).size).toBe(1);
    expect(parts.findings).toMatchObject([{ outcome: 'unknown' }]);
  });

  test('stand in for what is only surmised', () => {
    const parts = estate(
      two.replace('changesState: true', 'changesState: { value: true, how: inferred, confidence: 0.4 }'),
    );
    const watch = parts.forecasts.find(({ level }) => level === 'watch');
    expect(watch?.missing).toBe('only surmised, with a confidence of 40 %');
    expect(parts.forecasts.filter(({ level }) => level === 'warning')).toEqual([]);
  });

  test('that are one change away name the change', () => {
    const parts = estate(two.replace('changesState: true', 'changesState: false'));
    const watch = parts.forecasts.find(({ level }) => level === 'watch');
    expect(watch?.sentence).toMatch(
      /^If a tool that changes things is added: a swapped model acts\. Known so far: m can change\.$/,
    );
    expect(watch?.conditions.find(({ id }) => id === 'acts')).toMatchObject({
      state: 'false',
      flip: 'a tool that changes things is added',
    });
    expect(watch?.score).toBeLessThan(20);
  });
});

test('the same estate in another order gives the same report', () => {
  const lines = two.split('\n');
  const turned = [
    lines[0],
    lines[4],
    lines[3],
    lines[2],
    lines[1],
    lines[5]?.replace('[[a, invokes, m], [a, uses-tool, t]]', '[[a, uses-tool, t], [a, invokes, m]]'),
    lines[6],
    '',
  ].join('\n');
  const strip = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/"line":\d+/g, '"line":0'));
  expect(strip(estate(turned))).toEqual(strip(estate(two)));
});
