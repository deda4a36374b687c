/** Reads tsconfig.json and jsconfig.json: which import names stand for which folders. */
import { type Definition, defineExtractor, emptyExtraction, literal } from '../../../kit/define-extractor.ts';
import { lineGaps } from '../../../kit/line-gaps.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, textOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { folderOf } from '../../../read/source-path.ts';

export default defineExtractor({
  id: 'tsconfig',
  title: 'Path names of TypeScript projects',
  claims: { names: ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json', 'tsconfig.app.json'] },
  limit: 1_000_000,
  extract(input) {
    const { value, errors } = readJson(input.text());
    const options = valueAt(value, 'compilerOptions');
    // https://www.typescriptlang.org/tsconfig/#paths: targets are relative to baseUrl where one is given.
    const base = textOf(valueAt(options, 'baseUrl'))?.replace(/\/+$/, '');
    const holder = `folder:${folderOf(input.path)}`;
    const definitions = entriesOf(valueAt(options, 'paths')).map(([name, entry]): Definition => {
      const targets = textsOf(entry.value).map((target) => literal(base === undefined ? target : `${base}/${target}`));
      return { namespace: 'tsconfig', name, value: { t: 'list', items: targets }, line: entry.line, holder };
    });
    return { ...emptyExtraction, definitions, gaps: lineGaps(errors.map((each) => ({ ...each, endLine: each.line }))) };
  },
});
