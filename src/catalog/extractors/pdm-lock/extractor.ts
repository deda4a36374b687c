/** Reads PDM’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPdmLock } from '../../../read/pdm-lock.ts';

export default defineExtractor({
  id: 'pdm-lock',
  title: 'Lock file of PDM',
  claims: { names: ['pdm.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readPdmLock(input.text())),
});
