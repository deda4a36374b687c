/** Reads tables written as text with a separator (CSV, TSV): header and a bounded number of rows, quotes as RFC 4180 has them. */

export interface DelimitedTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** Rows stand behind those that were read. */
  readonly isCut: boolean;
}

const longestCell = 200_000;

const separators = [',', '\t', ';', '|'];

/** The separator that stands most often in the first lines, outside quotes. */
const separatorOf = (text: string): string => {
  const start = text
    .slice(0, 4000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 5)
    .join('\n');
  let best = ',';
  let most = 0;
  for (const each of separators) {
    const count = start.split(each).length;
    if (count > most) [best, most] = [each, count];
  }
  return best;
};

/** Reads a table of which `limit` rows at most; undefined where the text is none: fewer than two columns, or rows of all lengths. */
export const readDelimited = (given: string, limit: number): DelimitedTable | undefined => {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: { cells: string[]; line: number }[] = [];
  let line = 1;
  let at = 0;
  let isCut = false;
  while (at < text.length) {
    if (rows.length > limit) {
      isCut = true;
      break;
    }
    const cells: string[] = [];
    const startLine = line;
    for (;;) {
      let cell: string;
      if (text[at] === '"') {
        let end = at + 1;
        for (;;) {
          end = text.indexOf('"', end);
          if (end < 0 || end - at > longestCell) break;
          if (text[end + 1] !== '"') break;
          end += 2;
        }
        // A quote that is never closed ends with its line, as spreadsheets take it.
        const isClosed = end >= 0 && end - at <= longestCell;
        const stop = isClosed ? end : lineEnd(text, at);
        cell = text.slice(at + 1, stop).replaceAll('""', '"');
        for (let breakAt = cell.indexOf('\n'); breakAt >= 0; breakAt = cell.indexOf('\n', breakAt + 1)) line++;
        at = isClosed ? stop + 1 : stop;
        while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      } else {
        let end = at;
        while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
        cell = text.slice(at, end);
        at = end;
      }
      cells.push(cell);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: startLine });
  }
  const [header, ...body] = rows;
  if (!header || header.cells.length < 2 || header.cells.length > 5000 || body.length === 0) return undefined;
  const even = body.filter(({ cells }) => cells.length === header.cells.length).length;
  if (even < body.length * 0.8) return undefined;
  const isHeader = header.cells.every((cell) => cell.length < 120 && !/^-?\d+(?:\.\d+)?$|@/.test(cell.trim()));
  const columns = isHeader
    ? header.cells.map((cell) => cell.trim())
    : header.cells.map((_, index) => `column ${index + 1}`);
  return { columns, rows: isHeader ? body : rows, isCut };
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};
