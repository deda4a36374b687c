/** C# files as programs. */
import { defineExtractor, emptyExtraction, outlineOf } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readCsharpProgram } from '../../../read/csharp-program.ts';
import { listModules, listNamespaces, modulesOf } from '../../../read/list-modules.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

export default defineExtractor({
  id: 'csharp',
  title: 'C# source',
  claims: { endings: ['.cs'] },
  grammars: ['csharp'],
  outlines: true,
  limit: 2 * 1024 * 1024,
  async extract(input) {
    if (input.concerns) {
      const text = input.text();
      const imports = listModules(text, 'csharp');
      if (!imports.flatMap(modulesOf).some((module) => input.concerns?.('csharp', module)))
        return { ...emptyExtraction, programs: [outlineOf('csharp', imports, listNamespaces(text, 'csharp'))] };
    }
    const program = readCsharpProgram(await input.parse('csharp'));
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
