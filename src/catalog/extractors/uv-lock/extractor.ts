/** Reads uv’s lock file: every installed package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readUvLock } from '../../../read/uv-lock.ts';

export default defineExtractor({
  id: 'uv-lock',
  title: 'Lock file of uv',
  claims: { names: ['uv.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readUvLock(input.text())),
});
