/** A page of text in columns: wrapping, indenting, colouring, and taking the sting out of hostile names. */

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
/** How a piece of text is painted. */
export type Paint = keyof typeof codes;

/** Control characters, escape sequences and marks that turn the direction of writing: a file’s name must not repaint the screen. */
const hostile = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text with every hostile character made visible as its code. */
export const clean = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(hostile, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);

/** Width in columns; wide East Asian letters count twice. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return width;
};

/** The text cut to a width, with an ellipsis where something is missing. */
export const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
};

/** Words in lines of at most `width`; a word that is wider has a line of its own. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** One page’s settings with the ways to write on it. Every method gives finished lines. */
export interface Page {
  readonly columns: number;
  paint(text: string, ...paints: readonly Paint[]): string;
  /** Wrapped text behind a mark that stands in the margin of the first line only; paints apply to the mark. */
  marked(
    mark: string,
    text: string,
    options?: { readonly indent?: number; readonly paints?: readonly Paint[]; readonly textPaints?: readonly Paint[] },
  ): string[];
  /** Text on the left and a place behind it, both on one line where they fit. */
  placed(indent: number, text: string, place: string): string[];
  /** A heading with a summary behind it. */
  heading(title: string, summary: string): string[];
}

/** Makes a page; narrower than 40 columns it stays at 40. */
export const createPage = (options: { readonly columns: number; readonly color: boolean }): Page => {
  const columns = Math.max(40, Math.min(options.columns, 120));
  const paint = (text: string, ...paints: readonly Paint[]): string =>
    !options.color || paints.length === 0 || text === ''
      ? text
      : `\u001b[${paints.map((one) => codes[one]).join(';')}m${text}\u001b[0m`;
  return {
    columns,
    paint,
    marked(mark, text, { indent = 0, paints = [], textPaints = [] } = {}) {
      const hang = indent + widthOf(mark) + 1;
      return wrap(clean(text), columns - hang).map((line, at) =>
        at === 0
          ? `${' '.repeat(indent)}${paint(mark, ...paints)} ${paint(line, ...textPaints)}`
          : `${' '.repeat(hang)}${paint(line, ...textPaints)}`,
      );
    },
    placed(indent, text, place) {
      const lines = wrap(clean(text), columns - indent).map((line) => ' '.repeat(indent) + line);
      if (place === '') return lines;
      const shown = clean(place);
      const last = lines.at(-1)!;
      const free = columns - widthOf(last) - 2;
      if (widthOf(shown) <= free) return [...lines.slice(0, -1), `${last}  ${paint(shown, 'dim')}`];
      return [...lines, `${' '.repeat(indent + 2)}${paint(shown, 'dim')}`];
    },
    heading: (title, summary) => ['', paint(title, 'bold') + (summary === '' ? '' : `  ${summary}`), ''],
  };
};

/** A count with its noun: “1 file”, “2 files”. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;
