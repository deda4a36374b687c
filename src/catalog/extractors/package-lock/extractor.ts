/** Reads npm’s lock files: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPackageLock } from '../../../read/package-lock.ts';

export default defineExtractor({
  id: 'package-lock',
  title: 'Lock file of npm',
  claims: { names: ['package-lock.json', 'npm-shrinkwrap.json'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readPackageLock(input.text())),
});
