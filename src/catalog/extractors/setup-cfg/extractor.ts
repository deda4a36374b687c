/** Reads setup.cfg: the project it names and the packages it asks for. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readSetupCfg } from '../../../read/setup-cfg.ts';

export default defineExtractor({
  id: 'setup-cfg',
  title: 'Settings of a Python project',
  claims: { names: ['setup.cfg'] },
  limit: 5_000_000,
  extract: (input) => observePackages(input.path, readSetupCfg(input.text())),
});
