/** Reads Cargo’s lock file: every package that is built in, with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readCargoLock } from '../../../read/cargo.ts';

export default defineExtractor({
  id: 'cargo-lock',
  title: 'Lock file of Cargo',
  claims: { names: ['Cargo.lock'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readCargoLock(input.text())),
});
