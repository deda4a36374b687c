/** Reads go.mod: the module it names and every module it is built with. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readGoMod } from '../../../read/go-modules.ts';

export default defineExtractor({
  id: 'go-mod',
  title: 'Manifest of a Go module',
  claims: { names: ['go.mod'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readGoMod(input.text())),
});
