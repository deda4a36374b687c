// Every tree that shows a risk signal: its patches are written, the tree is scanned again, and what is found is what was foretold.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSignalTrees } from '../script/signal-trees.ts';
import { createFileWriter } from '../src/app/file-writer.ts';
import type { Judgement } from '../src/engine/judge.ts';
import { scan } from '../src/engine/run.ts';
import { openFixRecords } from '../src/operate/fix/fix-record.ts';
import { applyFixes, type FixedTree, undoFixes, verifyFixes } from '../src/operate/fix/fix-tree.ts';
import { catalog, connector, prepareTree } from './scan-tree.ts';

const trees = listSignalTrees(join(import.meta.dirname, '../src/catalog')).filter(({ folder }) =>
  existsSync(join(folder, 'fires')),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-trees-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (root: string): FixedTree => ({
  root,
  writer: createFileWriter(root),
  records: openFixRecords(join(folder, 'records'), new Uint8Array(32).fill(9)),
  clock: () => new Date(),
  async look(previous) {
    let judgement: Judgement | undefined;
    const report = await scan({
      ...{ catalog, connector, version: '0.0.0', path: 'tree', now: () => new Date(), options: { name: 'tree' } },
      ...prepareTree(root),
      ...(previous ? { previous } : {}),
      judged: (made) => {
        judgement = made;
      },
    });
    return { report, judgement: judgement!, catalog };
  },
});

/** Remediations that wrote a patch in some tree, and trees that were patched. */
const patched = new Map<string, Set<string>>();

describe.each(trees)('$signal of $item', ({ item, signal, folder: source }) => {
  it('is as foretold once its patches are written', async () => {
    const root = join(folder, 'tree');
    cpSync(join(source, 'fires'), root, { recursive: true });
    // A file that is as young as the scan counts as changed since.
    await setTimeout(20);
    const tree = open(root);
    const { plan, record } = await applyFixes(tree, []);
    for (const { kind, instructions, does } of plan.steps) {
      expect(does).not.toBe('');
      expect(instructions.length, `${does} (${kind})`).toBeGreaterThan(0);
    }
    if (!record) return;
    const verification = await verifyFixes(tree, record);
    expect(verification.differences).toEqual([]);
    expect(verification.isVerified).toBe(true);
    undoFixes(tree);
    for (const { kind, remediation } of plan.steps)
      if (kind === 'patch')
        patched.set(remediation, (patched.get(remediation) ?? new Set<string>()).add(`${signal} ${item}`));
  });
});

it('patches were written in many trees, by many remediations', () => {
  expect(patched.size).toBeGreaterThanOrEqual(18);
  expect(new Set([...patched.values()].flatMap((each) => [...each])).size).toBeGreaterThanOrEqual(30);
});
