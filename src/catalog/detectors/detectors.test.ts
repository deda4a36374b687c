/** Runs the cases of every detector that stands on the shelf. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Detector } from '../../kit/define-detector.ts';
import { checkDetector, missingDetectorCases, readDetectorCases, runDetectorCase } from '../../kit/detector-bench.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('the shelf is not empty', () => {
  expect(folders.length).toBeGreaterThan(0);
});

describe.each(folders.map(({ name }) => name))('%s', async (id) => {
  const item = ((await import(`./${id}/detector.ts`)) as { default: Detector }).default;
  const cases = readDetectorCases(readFileSync(join(shelf, id, 'cases.yaml'), 'utf8'), `${id}/cases.yaml`);

  test('asks only what can be answered', () => {
    expect(checkDetector(item)).toEqual([]);
  });

  test('has the cases that the shelf asks for', () => {
    expect(missingDetectorCases(item, cases)).toEqual([]);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(runDetectorCase(item, one)).toEqual([]);
  });
});
