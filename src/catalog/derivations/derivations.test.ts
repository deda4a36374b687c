/** Runs the cases of every derivation that stands on the shelf. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Derivation } from '../../kit/define-derivation.ts';
import {
  checkDerivation,
  missingDerivationCases,
  readDerivationCases,
  runDerivationCase,
} from '../../kit/derivation-bench.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('the shelf is not empty', () => {
  expect(folders.length).toBeGreaterThan(0);
});

describe.each(folders.map(({ name }) => name))('%s', async (id) => {
  const item = ((await import(`./${id}/derivation.ts`)) as { default: Derivation }).default;
  const cases = readDerivationCases(readFileSync(join(shelf, id, 'cases.yaml'), 'utf8'), `${id}/cases.yaml`);

  test('asks only what can be answered', () => {
    expect(checkDerivation(item)).toEqual([]);
  });

  test('has the cases that the shelf asks for', () => {
    expect(missingDerivationCases(item, cases)).toEqual([]);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(runDerivationCase(item, one)).toEqual([]);
  });
});
