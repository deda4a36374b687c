/** Reads the recipe of a conda package: what it needs to be built and run. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readCondaRecipe } from '../../../read/conda.ts';

export default defineExtractor({
  id: 'conda-recipe',
  title: 'Recipe of a conda package',
  claims: { names: ['meta.yaml'] },
  limit: 2_000_000,
  extract: (input) => observePackages(input.path, readCondaRecipe(input.text())),
});
