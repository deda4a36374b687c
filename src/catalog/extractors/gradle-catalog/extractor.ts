/** Reads Gradle’s version catalogs: the libraries they offer to a build, with their versions. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readGradleCatalog } from '../../../read/gradle.ts';

export default defineExtractor({
  id: 'gradle-catalog',
  title: 'Version catalog of Gradle',
  claims: { endings: ['.versions.toml'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readGradleCatalog(input.text())),
});
