// What stands in the stored outputs of a notebook: credentials, and what tells of persons.
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import { sensitiveFacts } from '../../../kit/observe-data.ts';
import type { NotebookText } from '../../../read/notebook.ts';
import { PersonalTally } from '../../../read/personal-tally.ts';
import { findSecrets } from '../../../read/secret-search.ts';

/** Tables and messages of an HTML output, as the words that people see. */
const plain = (text: string): string => text.replaceAll(/<[^>]{0,500}>/g, (tag) => ' '.repeat(tag.length));

/** Facts of the notebook: what kinds of sensitive data its outputs hold, and how sensitive that makes it. */
export const judgeOutputs = (texts: readonly NotebookText[], isWhole: boolean): Partial<Record<FactName, FactSaid>> => {
  const outputs = texts.filter(({ place }) => place === 'output');
  const tally = new PersonalTally(true);
  const credentials: { line: number }[] = [];
  // The same result stands there as text and as HTML; one of them is enough.
  for (const { text, lineOf } of outputs) {
    tally.add([['', /^\s*</.test(text) ? plain(text) : text]], lineOf(0), lineOf);
    const lines = text.split('\n');
    let offset = 0;
    const starts = lines.map((line) => {
      const start = offset;
      offset += line.length + 1;
      return start;
    });
    for (const { line } of findSecrets(new TextEncoder().encode(text)))
      credentials.push({ line: lineOf(starts[line - 1] ?? 0) });
  }
  const sample = { read: outputs.length, of: outputs.length, unit: 'outputs', isSample: !isWhole };
  const { dataKinds, screened: _, ...facts } = sensitiveFacts(tally.result(), sample, credentials);
  const isAny = Array.isArray(dataKinds?.value) && dataKinds.value.length > 0;
  // What was not read of a notebook may hold what the rest does not.
  if (dataKinds === undefined || (!isAny && !isWhole)) return {};
  return { outputKinds: dataKinds, ...(isAny ? { dataKinds, ...facts } : {}) };
};
