/** Reads Maven’s pom.xml: the project it names and the packages it asks for. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readMavenPom } from '../../../read/maven-pom.ts';

export default defineExtractor({
  id: 'maven-pom',
  title: 'Project of Maven',
  claims: { names: ['pom.xml'] },
  limit: 10_000_000,
  extract: (input) => observePackages(input.path, readMavenPom(input.text())),
});
