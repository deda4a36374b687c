/** Reads go.sum: the modules whose code was fetched, each at the version that Go takes. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readGoSum } from '../../../read/go-modules.ts';

export default defineExtractor({
  id: 'go-sum',
  title: 'Checksums of Go modules',
  claims: { names: ['go.sum'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readGoSum(input.text())),
});
