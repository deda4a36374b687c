// Applies fixes to a tree and kills its own process after the first file: what a power cut between two writes leaves behind.
import { realpathSync } from 'node:fs';
import { createFileWriter } from '../src/app/file-writer.ts';
import { findKeyFile, loadKey } from '../src/app/fingerprint-key.ts';
import { openFixedTree } from '../src/app/open-fixed-tree.ts';
import { openFixRecords } from '../src/operate/fix/fix-record.ts';
import { applyFixes } from '../src/operate/fix/fix-tree.ts';

const [folder = '', records = ''] = process.argv.slice(2);
const root = realpathSync(folder);
const writer = createFileWriter(root);
await applyFixes(
  {
    ...openFixedTree(root, { all: false, exclude: [], useCache: false, workers: 0 }),
    records: openFixRecords(records, loadKey(findKeyFile(process.env))),
    writer: {
      ...writer,
      replace(...given) {
        writer.replace(...given);
        process.kill(process.pid, 'SIGKILL');
      },
    },
  },
  [],
);
