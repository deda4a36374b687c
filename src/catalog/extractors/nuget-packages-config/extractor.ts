/** Reads packages.config: the packages that an older .NET project has installed. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPackagesConfig } from '../../../read/nuget.ts';

export default defineExtractor({
  id: 'nuget-packages-config',
  title: 'Packages of an older .NET project',
  claims: { names: ['packages.config'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readPackagesConfig(input.text())),
});
