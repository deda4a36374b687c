/** Reads Bun’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readBunLock } from '../../../read/bun-lock.ts';

/** What older Bun writes instead. */
const binary = {
  mentions: [],
  errors: [
    {
      line: 1,
      why: 'it is the binary lock file of Bun, which is not read; `bun install --save-text-lockfile` writes it as text',
    },
  ],
};

export default defineExtractor({
  id: 'bun-lock',
  title: 'Lock file of Bun',
  claims: { names: ['bun.lock', 'bun.lockb'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, input.path.endsWith('b') ? binary : readBunLock(input.text())),
});
