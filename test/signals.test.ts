/**
 * The risk signals, each on whole trees: below `cases/<signal>/` of a detector or correlation, `fires/` is a tree in which the whole program
 * has to find it, and `quiet/` is its careful twin, where it is asked and has nothing to say.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSignalTrees } from '../script/signal-trees.ts';
import type { ObjectiveId } from '../src/domain/objectives.ts';
import { objectives } from '../src/domain/objectives.ts';
import type { Report } from '../src/domain/report.ts';
import { signals } from '../src/domain/signals.ts';
import { catalog, scanTree } from './scan-tree.ts';

const trees = listSignalTrees(join(import.meta.dirname, '../src/catalog'));
const objectiveOf = new Map<string, ObjectiveId>(catalog.detectors.map(({ id, tests }) => [id, tests]));

/** What the report says of the item: how often it found something, and how often it was asked and found nothing. */
const tell = (report: Report, shelf: string, item: string): { found: string[]; quiet: number } => {
  if (shelf === 'correlations') {
    const found = report.forecasts.filter(({ correlation, level }) => correlation === item && level === 'warning');
    // It was asked where something stands that it tells its story of.
    const { variables, identify } = catalog.correlations.find(({ id }) => id === item)!;
    const kinds = (identify ?? Object.keys(variables)).flatMap(
      (name) => (variables as Readonly<Record<string, string | readonly string[]>>)[name] ?? [],
    );
    return {
      found: found.map(({ sentence }) => sentence),
      quiet: report.assets.filter(({ kind }) => kinds.includes(kind)).length,
    };
  }
  const asked = report.coverage.detectors.find(({ detector }) => detector === item);
  const found = report.findings.filter(({ detector, outcome }) => detector === item && outcome === 'fail');
  return { found: found.map(({ message }) => message), quiet: (asked?.pass ?? 0) + (asked?.notApplicable ?? 0) };
};

/** Raised with each signal that gets its trees; never lowered. */
const covered = 88;

it('covers as many of the 91 signals as it did, or more', () => {
  expect(Object.keys(signals)).toHaveLength(91);
  expect(new Set(trees.map(({ signal }) => signal)).size).toBeGreaterThanOrEqual(covered);
});

describe.each(trees)('$signal of $item', ({ signal, item, shelf, folder }) => {
  it('is a signal of what the item tests', () => {
    expect(Object.keys(signals)).toContain(signal);
    const objective = objectiveOf.get(item);
    if (objective !== undefined) expect(objectives[objective].signals).toContain(signal);
  });

  it.each(readdirSync(folder).filter((name) => name.startsWith('fires')))('%s', async (name) => {
    const { found } = tell(await scanTree(join(folder, name)), shelf, item);
    expect(found, `${item} finds nothing in ${signal}/${name}`).not.toEqual([]);
  });

  it.each(readdirSync(folder).filter((name) => name.startsWith('quiet')))('%s', async (name) => {
    const { found, quiet } = tell(await scanTree(join(folder, name)), shelf, item);
    expect(found).toEqual([]);
    expect(quiet, `${item} was asked nothing in ${signal}/${name}: its silence tells nothing`).toBeGreaterThan(0);
  });

  it('has both kinds of tree', () => {
    expect(['fires', 'quiet'].filter((kind) => !existsSync(join(folder, kind)))).toEqual([]);
  });
});
