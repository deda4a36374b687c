/** Reads Gradle’s build scripts, never run: the packages that they name in literals. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readGradleBuild } from '../../../read/gradle-build.ts';

export default defineExtractor({
  id: 'gradle-build',
  title: 'Build script of Gradle',
  claims: { names: ['build.gradle', 'build.gradle.kts'] },
  limit: 2_000_000,
  extract: (input) => observePackages(input.path, readGradleBuild(input.text())),
});
