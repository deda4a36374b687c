/** Reads Pipenv’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPipfileLock } from '../../../read/pipfile.ts';

export default defineExtractor({
  id: 'pipfile-lock',
  title: 'Lock file of Pipenv',
  claims: { names: ['Pipfile.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readPipfileLock(input.text())),
});
