/** Python files as programs. */
import { defineExtractor, emptyExtraction } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readPythonProgram } from '../../../read/python-program.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

export default defineExtractor({
  id: 'python',
  title: 'Python source',
  claims: { endings: ['.py', '.pyw'] },
  grammars: ['python'],
  limit: 4 * 1024 * 1024,
  async extract(input) {
    const program = readPythonProgram(await input.parse('python'));
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
