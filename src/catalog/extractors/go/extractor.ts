/** Go files as programs. */
import { defineExtractor, emptyExtraction, outlineOf } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readGoProgram } from '../../../read/go-program.ts';
import { listModules, modulesOf } from '../../../read/list-modules.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

export default defineExtractor({
  id: 'go',
  title: 'Go source',
  claims: { endings: ['.go'] },
  grammars: ['go'],
  outlines: true,
  limit: 2 * 1024 * 1024,
  async extract(input) {
    if (input.concerns) {
      const text = input.text();
      const imports = listModules(text, 'go');
      if (!imports.flatMap(modulesOf).some((module) => input.concerns?.('go', module)))
        return { ...emptyExtraction, programs: [outlineOf('go', imports)] };
    }
    const program = readGoProgram(await input.parse('go'));
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
