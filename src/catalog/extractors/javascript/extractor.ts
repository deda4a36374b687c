/** JavaScript and TypeScript files, with or without JSX, as programs. */
import {
  defineExtractor,
  emptyExtraction,
  type FileInput,
  type Grammar,
  outlineOf,
  type Program,
} from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readJavaScriptProgram } from '../../../read/javascript-program.ts';
import { listModules } from '../../../read/list-modules.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { findSecrets } from '../../../read/secret-search.ts';

const grammarOf = (path: string): Grammar =>
  /\.tsx$/i.test(path) ? 'tsx' : /\.[mc]?ts$/i.test(path) ? 'typescript' : 'javascript';

const read = async (input: FileInput, grammar: Grammar): Promise<Program> =>
  readJavaScriptProgram(await input.parse(grammar), {
    language: grammar === 'javascript' ? 'javascript' : 'typescript',
  });

const missedLines = (program: Program): number =>
  program.gaps.reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0);

export default defineExtractor({
  id: 'javascript',
  title: 'JavaScript and TypeScript source',
  claims: { endings: ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'] },
  grammars: ['javascript', 'typescript', 'tsx'],
  outlines: true,
  limit: 4 * 1024 * 1024,
  async extract(input) {
    // Declaration files hold types only: nothing in them runs.
    if (/\.d\.[mc]?ts$/i.test(input.path)) return emptyExtraction;
    const grammar = grammarOf(input.path);
    if (input.concerns) {
      const imports = listModules(input.text(), 'javascript');
      if (!imports.some(({ module }) => input.concerns?.('javascript', module)))
        return {
          ...emptyExtraction,
          programs: [outlineOf(grammar === 'javascript' ? 'javascript' : 'typescript', imports)],
        };
    }
    let program = await read(input, grammar);
    if (grammar === 'javascript' && program.gaps.length > 0) {
      // Flow’s type annotations are close to TypeScript’s.
      const typed = await read(input, 'tsx');
      if (missedLines(typed) < missedLines(program)) program = { ...typed, language: 'javascript' };
    }
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: lineGaps(program.gaps),
    };
  },
});
