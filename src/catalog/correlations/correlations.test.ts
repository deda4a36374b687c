/** Runs the cases of every correlation that stands on the shelf. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkCorrelation,
  missingCorrelationCases,
  readCorrelationCases,
  runCorrelationCase,
} from '../../kit/correlation-bench.ts';
import type { Correlation } from '../../kit/define-correlation.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('the shelf is not empty', () => {
  expect(folders.length).toBeGreaterThan(0);
});

describe.each(folders.map(({ name }) => name))('%s', async (id) => {
  const item = ((await import(`./${id}/correlation.ts`)) as { default: Correlation }).default;
  const cases = readCorrelationCases(readFileSync(join(shelf, id, 'cases.yaml'), 'utf8'), `${id}/cases.yaml`);

  test('asks only what can be answered', () => {
    expect(checkCorrelation(item)).toEqual([]);
  });

  test('has the cases that the shelf asks for', () => {
    expect(missingCorrelationCases(item, cases)).toEqual([]);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(runCorrelationCase(item, one)).toEqual([]);
  });
});
