/** Reads a Jupyter notebook (formats 3 and 4): its cells, their code as one text whose lines are known in the file, outputs and prose apart. */
import { readJson } from './json-positions.ts';
import { type Install, type MagicCell, withoutMagics } from './notebook-magics.ts';
import { entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';

export type { Install } from './notebook-magics.ts';

/** Text of a notebook with its place. `lineOf` gives the file’s line (from 1) of an offset in UTF-16 units. */
export interface NotebookText {
  readonly place: 'source' | 'output' | 'markdown';
  readonly text: string;
  readonly lineOf: (offset: number) => number;
}

export interface NotebookFile {
  /** Language of the kernel in lower case: `python`, `r`, `julia`; `unknown` when the notebook does not say. */
  readonly language: string;
  readonly format: number;
  readonly cellCount: number;
  readonly hasOutputs: boolean;
  /** All Python cells as one text without magics; `lines` gives the file’s line of each of its lines. Empty for other languages. */
  readonly code: { readonly text: string; readonly lines: readonly number[] };
  /** What the notebook installs by `pip install`. */
  readonly installs: readonly Install[];
  readonly texts: readonly NotebookText[];
  readonly gaps: readonly { readonly line: number; readonly endLine: number; readonly why: string }[];
}

/** Most cells that are read, and longest output text that is kept of one output. */
const cellLimit = 20_000;
const outputLimit = 1_000_000;

/** Reads a notebook; undefined when the text is none. A cut-off file gives the cells before the cut and a gap. */
export const readNotebook = (text: string): NotebookFile | undefined => {
  const { value, errors } = readJson(text);
  const gaps = errors.map(({ line, why }) => ({ line, endLine: lastLine(text), why }));
  const worksheets = itemsOf(entryOf(value, 'worksheets')?.value);
  const all = [
    ...itemsOf(entryOf(value, 'cells')?.value),
    ...worksheets.flatMap((sheet) => itemsOf(entryOf(sheet, 'cells')?.value)),
  ];
  const isNotebook = entryOf(value, 'nbformat') ?? entryOf(value, 'cells') ?? entryOf(value, 'worksheets');
  if (!isNotebook) return undefined;
  const cells = all.slice(0, cellLimit);
  if (all.length > cellLimit)
    gaps.push({ line: cells.at(-1)!.line, endLine: lastLine(text), why: `more than ${cellLimit} cells` });
  const language = languageOf(value, cells);
  const texts: NotebookText[] = [];
  const code: MagicCell[] = [];
  let hasOutputs = false;
  for (const cell of cells) {
    const kind = textOf(valueAt(cell, 'cell_type'));
    const source = sourceOf(valueAt(cell, 'source') ?? valueAt(cell, 'input'));
    if (source === undefined)
      gaps.push({ line: cell.line, endLine: cell.line, why: 'the source of a cell is no text' });
    else if (source.text !== '') texts.push(asText(kind === 'code' ? 'source' : 'markdown', source));
    if (kind !== 'code') continue;
    const outputs = itemsOf(valueAt(cell, 'outputs'));
    if (outputs.length > 0) hasOutputs = true;
    for (const output of outputs) texts.push(...outputTexts(output));
    if (source !== undefined && isPython(cell, language)) code.push(source);
  }
  const { installs, ...joined } = withoutMagics(code);
  const format = valueAt(value, 'nbformat');
  return {
    language,
    format: format?.is === 'scalar' && typeof format.value === 'number' ? format.value : worksheets.length > 0 ? 3 : 4,
    cellCount: all.length,
    hasOutputs,
    code: joined,
    installs,
    texts,
    gaps,
  };
};

const lastLine = (text: string): number => {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

const languageOf = (notebook: Positioned | undefined, cells: readonly Positioned[]): string => {
  const metadata = valueAt(notebook, 'metadata');
  const said =
    textOf(valueAt(metadata, 'kernelspec', 'language')) ??
    textOf(valueAt(metadata, 'language_info', 'name')) ??
    textOf(valueAt(metadata, 'kernelspec', 'name')) ??
    cells.map((cell) => textOf(valueAt(cell, 'language'))).find((each) => each !== undefined);
  if (said === undefined) return 'unknown';
  const name = said.toLowerCase();
  if (/^(?:i?python|pyspark|conda|venv|sage)/.test(name)) return 'python';
  if (name === 'ir') return 'r';
  return name.replace(/[-_ ]?\d[\d.]*$/, '') || name;
};

/** Without a word about the language a notebook is Python, as Jupyter itself takes it. */
const isPython = (cell: Positioned, language: string): boolean => {
  const own = textOf(valueAt(cell, 'language')) ?? textOf(valueAt(cell, 'metadata', 'vscode', 'languageId'));
  return /^i?python/.test(own?.toLowerCase() ?? (language === 'unknown' ? 'python' : language));
};

interface Source {
  readonly text: string;
  /** File’s line of each line of the text. */
  readonly lines: readonly number[];
}

/** A `multiline_string`: one text, or a list of its lines. */
const sourceOf = (value: Positioned | undefined): Source | undefined => {
  const pieces = value?.is === 'list' ? value.items : value === undefined ? [] : [value];
  let text = '';
  const lines: number[] = [];
  for (const piece of pieces) {
    const part = textOf(piece);
    if (part === undefined) {
      if (piece.is === 'scalar' && piece.value === null) continue;
      return undefined;
    }
    const isContinued = text !== '' && !text.endsWith('\n');
    const count = part === '' ? 0 : part.split('\n').length;
    for (let line = isContinued ? 1 : 0; line < count; line++) lines.push(piece.line);
    // The empty rest behind a final line break belongs to the next piece.
    if (part.endsWith('\n')) lines.pop();
    text += part;
  }
  if (text === '' || text.endsWith('\n')) lines.push(pieces.at(-1)?.line ?? 1);
  return { text, lines };
};

const asText = (place: NotebookText['place'], { text, lines }: Source): NotebookText => ({
  place,
  text,
  lineOf: (offset) => {
    let line = 0;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
    return lines[line] ?? lines.at(-1) ?? 1;
  },
});

/** Texts of an output: streams, results, errors. Pictures and other bytes in base64 say nothing that can be read. */
const outputTexts = (output: Positioned): readonly NotebookText[] => {
  const found: NotebookText[] = [];
  const add = (value: Positioned | undefined): void => {
    const source = sourceOf(value);
    if (source === undefined || source.text === '') return;
    found.push(
      asText(
        'output',
        source.text.length > outputLimit ? { ...source, text: source.text.slice(0, outputLimit) } : source,
      ),
    );
  };
  add(valueAt(output, 'text'));
  add(valueAt(output, 'evalue'));
  add(valueAt(output, 'traceback'));
  // Format 3 holds the media types as keys of the output itself: `text`, `html`, `png`.
  for (const key of ['html', 'json', 'latex', 'javascript', 'svg']) add(valueAt(output, key));
  for (const [type, { value }] of entriesOf(valueAt(output, 'data'))) {
    if (/^(?:text\/|application\/(?:json|javascript|x-yaml)|image\/svg)/.test(type)) add(value);
  }
  return found;
};
