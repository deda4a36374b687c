/** Opens a folder for fixing: how it is looked at, written, and where the records of fixes are kept. */
import { join } from 'node:path';
import type { Judgement } from '../engine/judge.ts';
import { scan } from '../engine/run.ts';
import { Bug } from '../kit/errors.ts';
import { applyWaivers } from '../operate/apply-waivers.ts';
import { openFixRecords } from '../operate/fix/fix-record.ts';
import type { FixedTree } from '../operate/fix/fix-tree.ts';
import { composeScan, type ScanSettings } from './compose.ts';
import { findDataFolder } from './data-folder.ts';
import { createFileWriter } from './file-writer.ts';
import { findKeyFile, loadKey } from './fingerprint-key.ts';

/** The tree at `root` (absolute, links followed), scanned as `settings` say. */
export const openFixedTree = (root: string, settings: ScanSettings): FixedTree => ({
  root,
  writer: createFileWriter(root),
  records: openFixRecords(join(findDataFolder(process.env), 'fixes'), loadKey(findKeyFile(process.env))),
  clock: () => new Date(),
  async look(previous) {
    const { input, configuration, close } = await composeScan(root, settings);
    try {
      let judgement: Judgement | undefined;
      const seen = await scan({
        ...input,
        ...(previous ? { previous } : {}),
        judged: (made) => {
          judgement = made;
        },
      });
      if (!judgement) throw new Bug('a scan ended without a judgement');
      const { report } = applyWaivers(seen, configuration.configuration.waivers ?? [], new Date());
      return { report, judgement, catalog: input.catalog };
    } finally {
      close();
    }
  },
});
