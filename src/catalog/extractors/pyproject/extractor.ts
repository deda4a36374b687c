/** Reads pyproject.toml: the project it names and the packages it asks for. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPyproject } from '../../../read/pyproject.ts';

export default defineExtractor({
  id: 'pyproject',
  title: 'Manifest of a Python project',
  claims: { names: ['pyproject.toml'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readPyproject(input.text())),
});
