/** Jupyter notebooks: the notebook itself, what it installs, and its Python cells as one program with the file’s own lines. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
} from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { observePackages, project } from '../../../kit/observe-packages.ts';
import { type NotebookFile, readNotebook } from '../../../read/notebook.ts';
import { readPythonProgram } from '../../../read/python-program.ts';
import { redactProgram } from '../../../read/redact-program.ts';
import { readRequirement } from '../../../read/requirements.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { judgeOutputs } from './judge-outputs.ts';

const describe = (path: string, notebook: NotebookFile, size: number): AssetObservation => ({
  key: 'notebook',
  kind: 'notebook',
  name: path.slice(path.lastIndexOf('/') + 1),
  identifiers: [{ scheme: 'place', value: path }],
  facts: {
    path: { value: path },
    ...(notebook.language === 'unknown' ? {} : { language: { value: notebook.language } }),
    cellCount: { value: notebook.cellCount, how: 'observed' },
    hasOutputs: { value: notebook.hasOutputs, how: 'observed' },
    size: { value: size, how: 'observed' },
    ...judgeOutputs(notebook.texts, notebook.gaps.length === 0),
  },
  line: 0,
});

/** What the notebook installs, as packages that it depends on itself. */
const observeInstalls = (path: string, notebook: NotebookFile): Extraction => {
  const mentions = notebook.installs.flatMap(({ requirement, line }) => {
    const mention = readRequirement(requirement, 'production', line);
    return typeof mention === 'object' ? [mention] : [];
  });
  const said = observePackages(path, { mentions, errors: [] });
  const relations = said.relations.map((each) =>
    each.from === project ? { ...each, from: { local: 'notebook' } } : each,
  );
  return { ...said, relations };
};

export default defineExtractor({
  id: 'notebook',
  title: 'Jupyter notebook',
  claims: { endings: ['.ipynb'] },
  grammars: ['python'],
  limit: 128 * 1024 * 1024,
  async extract(input) {
    const notebook = readNotebook(input.text());
    if (!notebook) return { ...emptyExtraction, gaps: [{ what: input.path, scope: 'file', why: 'it is no notebook' }] };
    const installs = observeInstalls(input.path, notebook);
    const assets = [describe(input.path, notebook, input.bytes.length), ...installs.assets];
    const { relations } = installs;
    const gaps = lineGaps(notebook.gaps);
    const { text, lines } = notebook.code;
    if (text.trim() === '') return { ...emptyExtraction, assets, relations, gaps };
    const program = readPythonProgram(await input.parse('python', text), { lines });
    const secrets = findSecrets(input.bytes).map(({ value }) => value);
    return {
      ...emptyExtraction,
      assets,
      relations,
      programs: [redactProgram(program, secrets, input.fingerprint)],
      gaps: [...gaps, ...lineGaps(program.gaps)],
    };
  },
});
