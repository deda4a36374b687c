/**
 * The estate of the demo, scanned whole: its report, without what changes from machine to machine, equals the one that is kept. UPDATE_CASES=1
 * keeps the new one; read the difference before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { categories } from '../src/domain/category.ts';
import { layers } from '../src/domain/kinds.ts';
import type { Report } from '../src/domain/report.ts';
import { scanTree } from './scan-tree.ts';

const golden = join(import.meta.dirname, 'golden/estate.json');

/** What the report says, by names instead of ids. */
const tell = (report: Report) => {
  const named = new Map(report.assets.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const place = (seen: readonly { readonly path: string; readonly line: number }[]): string =>
    seen.length === 0 ? '' : `${seen[0]!.path}:${seen[0]!.line}`;
  return {
    systems: report.systems.map(({ name }) => name),
    assets: report.assets.map(({ id, seen }) => `${named.get(id)} ${place(seen)}`).sort(),
    relations: report.relations.map(({ from, kind, to }) => `${named.get(from)} ${kind} ${named.get(to)}`).sort(),
    findings: report.findings
      .filter(({ outcome }) => outcome === 'fail')
      .map(
        (one) =>
          `${one.severity} ${one.detector} ${named.get(one.asset)} ${one.discriminator ?? ''} ${place(one.evidence)}`,
      )
      .sort(),
    unknown: report.findings
      .filter(({ outcome }) => outcome === 'unknown')
      .map((one) => `${one.detector} ${named.get(one.asset)}: ${one.missing ?? ''}`)
      .sort(),
    forecasts: report.forecasts.map(({ level, score, correlation, sentence, hops, missing, fixFirst }) => ({
      level,
      score: Math.round(score),
      correlation,
      sentence,
      path: hops.map(({ from, relation, to }) => `${named.get(from)} ${relation} ${named.get(to)}`),
      ...(missing ? { missing } : {}),
      ...(fixFirst ? { fixFirst: `${fixFirst.does} (${fixFirst.ends.length})` } : {}),
    })),
    fixes: (report.fixes ?? []).map(({ does, ends }) => `${does} (${ends.length})`),
    notSeen: report.notSeen.map(({ what, why }) => `${what}: ${why}`),
  };
};

describe('the estate', () => {
  let report: Report;
  beforeAll(async () => {
    report = await scanTree(join(import.meta.dirname, '../demo/estate'));
  });
  const at = (level: string) => report.forecasts.filter((one) => one.level === level);

  it('has warnings and watches enough, each with a path and a reason', () => {
    expect(at('warning').length).toBeGreaterThanOrEqual(5);
    expect(at('watch').length).toBeGreaterThanOrEqual(4);
    for (const one of at('warning')) {
      expect(one.hops.length, one.sentence).toBeGreaterThan(0);
      expect(
        one.conditions.map(({ state }) => state),
        one.sentence,
      ).not.toContain('unknown');
      for (const condition of one.conditions) expect(condition.evidence.length, condition.says).toBeGreaterThan(0);
    }
  });

  it('covers the four layers and the six categories', () => {
    expect(new Set(report.assets.map(({ layer }) => layer))).toEqual(new Set(layers));
    const failing = report.findings.filter(({ outcome }) => outcome === 'fail');
    expect(new Set(failing.map(({ category }) => category))).toEqual(new Set(categories));
  });

  it('equals the report that is kept', () => {
    const told = tell(report);
    if (process.env.UPDATE_CASES === '1') writeFileSync(golden, `${JSON.stringify(told, null, 1)}\n`);
    expect(told).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('shows no credential that stands in it', () => {
    expect(JSON.stringify(report)).not.toMatch(/hf_[A-Za-z]{6}/);
  });
});
