/** Reads NuGet’s lock file: every restored package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readNugetLock } from '../../../read/nuget.ts';

export default defineExtractor({
  id: 'nuget-lock',
  title: 'Lock file of NuGet',
  claims: { names: ['packages.lock.json'] },
  limit: 40_000_000,
  extract: (input) => observePackages(input.path, readNugetLock(input.text())),
});
