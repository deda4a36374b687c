/** Reads conda’s environment files: the packages of conda and pip that they ask for, pinned or not. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readCondaEnvironment } from '../../../read/conda.ts';

/** `environment.yml`, `environment-gpu.yaml`, `conda-env.yml`; what else has such a name is told apart by its content. */
const claimed = /(^|\/)(?:[\w.-]*[-_.])?(?:environment|env|conda)(?:[-_.][\w.-]+)?\.ya?ml$/i;

export default defineExtractor({
  id: 'conda-environment',
  title: 'Environment file of conda',
  claims: { paths: [claimed] },
  limit: 2_000_000,
  extract: (input) => observePackages(input.path, readCondaEnvironment(input.text())),
});
