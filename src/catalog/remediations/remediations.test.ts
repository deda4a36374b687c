/** Runs the cases of every remediation that stands on the shelf, asked by the detectors of theirs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Detector } from '../../kit/define-detector.ts';
import type { Remediation } from '../../kit/define-remediation.ts';
import { readRemediationCases, runRemediationCase } from '../../kit/remediation-bench.ts';

const shelf = import.meta.dirname;
const foldersOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const detectors = await Promise.all(
  foldersOf(join(shelf, '../detectors')).map(
    async (id) => ((await import(`../detectors/${id}/detector.ts`)) as { default: Detector }).default,
  ),
);

test('the shelf is not empty', () => {
  expect(foldersOf(shelf).length).toBeGreaterThan(0);
});

describe.each(foldersOf(shelf))('%s', async (id) => {
  const item = ((await import(`./${id}/remediation.ts`)) as { default: Remediation }).default;
  const cases = readRemediationCases(readFileSync(join(shelf, id, 'cases.yaml'), 'utf8'), `${id}/cases.yaml`);

  test('is shown to work at least once', () => {
    expect(cases.some(({ own }) => own.expect === 'passes')).toBe(true);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(runRemediationCase(item, detectors, one)).toEqual([]);
  });
});
