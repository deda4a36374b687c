/** Reads Pipenv’s Pipfile: the packages it asks for, pinned or not. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPipfile } from '../../../read/pipfile.ts';

export default defineExtractor({
  id: 'pipfile',
  title: 'Manifest of Pipenv',
  claims: { names: ['Pipfile'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readPipfile(input.text())),
});
