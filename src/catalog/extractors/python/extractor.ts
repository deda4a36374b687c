/** Python files as programs. */
import { defineExtractor, emptyExtraction, outlineOf } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { listModules, modulesOf } from '../../../read/list-modules.ts';
import { readPythonProgram } from '../../../read/python-program.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

export default defineExtractor({
  id: 'python',
  title: 'Python source',
  claims: { endings: ['.py', '.pyw'] },
  grammars: ['python'],
  outlines: true,
  limit: 4 * 1024 * 1024,
  async extract(input) {
    if (input.concerns) {
      const imports = listModules(input.text(), 'python');
      if (!imports.flatMap(modulesOf).some((module) => input.concerns?.('python', module)))
        return { ...emptyExtraction, programs: [outlineOf('python', imports)] };
    }
    const program = readPythonProgram(await input.parse('python'));
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
