// Judges one invented estate with the real catalog: what it foretells, and that fixing it for real gives what was foretold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { correlations } from '../src/catalog/correlations.gen.ts';
import { derivations } from '../src/catalog/derivations.gen.ts';
import { detectors } from '../src/catalog/detectors.gen.ts';
import { frameworks } from '../src/catalog/frameworks.gen.ts';
import { remediations } from '../src/catalog/remediations.gen.ts';
import type { Report } from '../src/domain/report.ts';
import { judge } from '../src/engine/judge.ts';
import { readGraphCases } from '../src/kit/graph-case.ts';

const catalog = { correlations, derivations, detectors, frameworks, remediations };
const cases = readGraphCases(
  readFileSync(join(import.meta.dirname, 'judge-catalog.yaml'), 'utf8'),
  'judge-catalog.yaml',
  {},
);

const parts = (name: string) => {
  const one = cases.find((each) => each.name === name);
  if (!one) throw new Error(`judge-catalog.yaml has no case “${name}”`);
  return judge(one.statements, catalog, { clock: () => new Date('2026-01-02T03:04:05Z') }).parts;
};

type Forecast = Report['forecasts'][number];
/** Asset ids are minted from identifiers, which do not change when a fact does. */
const told = (forecasts: readonly Forecast[]) =>
  forecasts
    .filter(({ level }) => level !== 'advisory')
    .map(({ level, correlation, id }) => `${level} ${correlation} ${id}`)
    .sort();

describe('an invented estate', () => {
  const before = parts('as it is');
  const warning = (correlation: string): Forecast => {
    const found = before.forecasts.find(
      (forecast) => forecast.correlation === correlation && forecast.level === 'warning',
    );
    if (!found) throw new Error(`no warning of ${correlation} among ${told(before.forecasts).join(', ')}`);
    return found;
  };

  test('is in danger in five ways', () => {
    expect(
      [
        ...new Set(before.forecasts.filter(({ level }) => level === 'warning').map(({ correlation }) => correlation)),
      ].sort(),
    ).toEqual([
      'destructive-without-approval',
      'exposed-inference',
      'leaked-key',
      'lethal-trifecta',
      'poisoned-artifact-loads-code',
    ]);
  });

  test('tells each as a sentence with evidence at every condition and hop', () => {
    for (const forecast of before.forecasts.filter(({ level }) => level === 'warning')) {
      expect(forecast.sentence, forecast.correlation).not.toMatch(/something|undefined|\{/);
      for (const { evidence, id } of forecast.conditions)
        expect(evidence.length, `${forecast.correlation} ${id}`).toBeGreaterThan(0);
      for (const hop of forecast.hops) expect(hop.evidence.length, `${hop.relation}`).toBeGreaterThan(0);
      expect(forecast.score).toBeGreaterThan(0);
      expect(forecast.systems.length, forecast.correlation).toBeGreaterThan(0);
    }
  });

  test('crosses code and Terraform', () => {
    expect(warning('poisoned-artifact-loads-code').hops.map(({ relation }) => relation)).toEqual(
      expect.arrayContaining(['loads', 'reads', 'writes']),
    );
  });

  test('every warning has a proven first fix, and few fixes end them all', () => {
    const warnings = before.forecasts.filter(({ level }) => level === 'warning');
    for (const forecast of warnings) expect(forecast.fixFirst?.ends, forecast.correlation).toContain(forecast.id);
    const ended = new Set(before.fixes?.flatMap(({ ends }) => ends));
    expect(warnings.filter(({ id }) => !ended.has(id))).toEqual([]);
  });

  test.each([
    ['weights are loaded safely', 'poisoned-artifact-loads-code', 'weights-only-load'],
    ['the key is read from the environment', 'leaked-key', 'move-secret-to-environment'],
    ['the server answers its own host only', 'exposed-inference', 'bind-to-loopback'],
  ])('after %s, a new scan tells what was foretold', (name, correlation, remediation) => {
    const forecast = warning(correlation);
    expect(forecast.fixFirst?.remediation).toBe(remediation);
    const after = told(parts(name).forecasts);
    const ends = new Set(forecast.fixFirst?.ends);
    const foretold = before.forecasts.filter(({ id }) => !ends.has(id));
    expect(after.filter((line) => line.startsWith('warning'))).toEqual(
      told(foretold).filter((line) => line.startsWith('warning')),
    );
  });
});

describe('servers that step in for each other', () => {
  const { forecasts, fixes } = parts('servers that step in for each other');

  test('are told as the fewest cuts that together end the warning', () => {
    const warning = forecasts.find(({ correlation }) => correlation === 'lethal-trifecta')!;
    expect(warning.level).toBe('warning');
    // Each server alone is replaced by another; without the code host and the web there is no untrusted content left.
    expect(
      warning.fixFirst?.does
        .split('. ')
        .map((one) => one.replace(/\.$/, ''))
        .sort(),
    ).toEqual(['Remove the connection from Cursor to code host', 'Remove the connection from Cursor to fetch']);
    expect(warning.fixFirst?.ends).toContain(warning.id);
    expect(fixes?.flatMap(({ ends }) => ends)).toContain(warning.id);
  });
});
