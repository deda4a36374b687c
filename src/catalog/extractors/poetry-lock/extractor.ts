/** Reads Poetry’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPoetryLock } from '../../../read/poetry-lock.ts';

export default defineExtractor({
  id: 'poetry-lock',
  title: 'Lock file of Poetry',
  claims: { names: ['poetry.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readPoetryLock(input.text())),
});
