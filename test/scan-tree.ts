// Scans a folder with the whole catalog, in this process and at a fixed time: what a user would get, without the command line.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createFiles } from '../src/app/files.ts';
import { createParsers } from '../src/app/grammars.ts';
import { connectors } from '../src/catalog/connectors.gen.ts';
import { correlations } from '../src/catalog/correlations.gen.ts';
import { derivations } from '../src/catalog/derivations.gen.ts';
import { detectors } from '../src/catalog/detectors.gen.ts';
import { extractors } from '../src/catalog/extractors.gen.ts';
import { frameworks } from '../src/catalog/frameworks.gen.ts';
import { libraries } from '../src/catalog/libraries.gen.ts';
import { remediations } from '../src/catalog/remediations.gen.ts';
import { resolvers } from '../src/catalog/resolvers.gen.ts';
import type { Report } from '../src/domain/report.ts';
import { scan } from '../src/engine/run.ts';

export const catalog = {
  connectors,
  extractors,
  libraries,
  resolvers,
  derivations,
  detectors,
  correlations,
  frameworks,
  remediations,
};
export const now = () => new Date('2026-11-24T12:00:00Z');
export const connector = connectors.find(({ id }) => id === 'file-tree')!;
const parse = createParsers().parse;
const processes = {
  run: () => Promise.resolve({ status: 1, output: '', errors: 'no program is started in this test' }),
};

/** How the files below `root` are read: here, without a cache, and with fingerprints that tell only a length. */
const planFor = (root: string) => ({
  files: createFiles(root),
  extractors,
  fingerprint: (value: string) => `length ${value.length}`,
  parse,
  workers: 0,
  seconds: 30,
  stamp: () => undefined,
});

/** The plan of reading `root` and the capabilities that a connector is given there. */
export const prepareTree = (root: string) => {
  const reading = planFor(root);
  return { reading, capabilities: { files: reading.files, processes } };
};

/** Version control keeps no permissions, so that a case which needs them lists its files in `modes.json` beside the tree. */
const setModes = (root: string): void => {
  const list = join(dirname(root), 'modes.json');
  if (!existsSync(list)) return;
  const modes = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
  for (const [path, mode] of Object.entries(modes)) chmodSync(join(dirname(root), path), Number.parseInt(mode, 8));
};

/** The report on the folder `root` (an absolute path), which is named by its last part; `isThorough` reads every program whole. */
export const scanTree = (root: string, isThorough = false): Promise<Report> => {
  setModes(root);
  const { reading, capabilities } = prepareTree(root);
  const name = basename(root);
  return scan({
    catalog,
    version: '0.0.0',
    path: name,
    now,
    connector,
    capabilities,
    options: { name },
    reading,
    isThorough,
  });
};
