/** Reads package.json: the project it names and the packages it asks for. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPackageJson } from '../../../read/package-json.ts';

export default defineExtractor({
  id: 'package-json',
  title: 'Manifest of npm',
  claims: { names: ['package.json'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readPackageJson(input.text())),
});
