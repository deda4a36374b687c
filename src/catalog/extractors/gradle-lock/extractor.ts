/** Reads Gradle’s lock files: every resolved package with its version. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readGradleLock } from '../../../read/gradle.ts';
import { baseNameOf } from '../../../read/source-path.ts';

export default defineExtractor({
  id: 'gradle-lock',
  title: 'Lock file of Gradle',
  claims: {
    names: ['gradle.lockfile', 'buildscript-gradle.lockfile'],
    // Before Gradle 7 every configuration had a file of its own.
    paths: [/(^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/],
  },
  limit: 10_000_000,
  extract: (input) =>
    observePackages(input.path, readGradleLock(input.text(), baseNameOf(input.path).startsWith('buildscript-'))),
});
