/** Reads pnpm’s lock files of formats 5 to 9: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPnpmLock } from '../../../read/pnpm-lock.ts';

export default defineExtractor({
  id: 'pnpm-lock',
  title: 'Lock file of pnpm',
  claims: { names: ['pnpm-lock.yaml'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readPnpmLock(input.text())),
});
