/** Reads setup.py as a program, never run: the project it names and the packages it asks for in literals. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readPythonProgram } from '../../../read/python-program.ts';
import { readSetupPy } from '../../../read/setup-py.ts';

export default defineExtractor({
  id: 'setup-py',
  title: 'Set-up program of a Python project',
  claims: { names: ['setup.py'] },
  grammars: ['python'],
  limit: 1_000_000,
  // What could not be parsed in it is told by the extractor of Python source.
  extract: async (input) => observePackages(input.path, readSetupPy(readPythonProgram(await input.parse('python')))),
});
