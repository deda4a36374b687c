/** Reads Bun’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readBunLock } from '../../../read/bun-lock.ts';

export default defineExtractor({
  id: 'bun-lock',
  title: 'Lock file of Bun',
  claims: { names: ['bun.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readBunLock(input.text())),
});
