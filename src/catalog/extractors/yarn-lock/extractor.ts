/** Reads the lock files of Yarn 1 and of Yarn 2 and later: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readYarnLock } from '../../../read/yarn-lock.ts';

export default defineExtractor({
  id: 'yarn-lock',
  title: 'Lock file of Yarn',
  claims: { names: ['yarn.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readYarnLock(input.text())),
});
