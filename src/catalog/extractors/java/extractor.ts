/** Java files as programs. */
import { defineExtractor, emptyExtraction, outlineOf } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readJavaProgram } from '../../../read/java-program.ts';
import { listModules, listNamespaces, modulesOf } from '../../../read/list-modules.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

export default defineExtractor({
  id: 'java',
  title: 'Java source',
  claims: { endings: ['.java'] },
  grammars: ['java'],
  outlines: true,
  limit: 2 * 1024 * 1024,
  async extract(input) {
    if (input.concerns) {
      const text = input.text();
      const imports = listModules(text, 'java');
      if (!imports.flatMap(modulesOf).some((module) => input.concerns?.('java', module)))
        return { ...emptyExtraction, programs: [outlineOf('java', imports, listNamespaces(text, 'java'))] };
    }
    const program = readJavaProgram(await input.parse('java'));
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
