/** IPython’s own lines in notebook cells: magics and shell commands are taken out of the code, and what they install is noted. */

/** A package that a notebook installs, as written. */
export interface Install {
  /** The requirement: `openai`, `langchain>=0.2`, `git+https://…`. */
  readonly requirement: string;
  /** The file’s line. */
  readonly line: number;
}

/** The source of one cell, with the file’s line of each of its lines. */
export interface MagicCell {
  readonly text: string;
  readonly lines: readonly number[];
}

/** Cells in these languages run outside of Python. */
const foreignCell =
  /^%%(?:bash|sh|shell|cmd|powershell|script|sql|bigquery|html|HTML|javascript|js|perl|ruby|R|latex|markdown|svg|writefile|file|cython|julia|scala|md|configure)\b/;
const shellCell = /^%%(?:bash|sh|shell|cmd|powershell|script)\b/;
const installCommand =
  /(?:^|[\s;&|!%])(?:pip[\d.]*|uv\s+pip|-m\s+pip|\{sys\.executable\}\s+-m\s+pip)\s+install\s+(?<rest>[^;&|]*)/g;
/** Options of `pip install` that take the word after them. */
const optionWithValue = new Set([
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-i',
  '--index-url',
  '--extra-index-url',
  '-f',
  '--find-links',
  '-t',
  '--target',
  '--python-version',
  '--platform',
  '--prefix',
  '--root',
  '--trusted-host',
  '--cache-dir',
  '--timeout',
  '--retries',
  '--proxy',
  '--log',
]);

/** Joins cells into one text of plain Python; every line stays a line, so that positions hold. */
export const withoutMagics = (
  cells: readonly MagicCell[],
): { readonly text: string; readonly lines: readonly number[]; readonly installs: readonly Install[] } => {
  const code: string[] = [];
  const lines: number[] = [];
  const installs: Install[] = [];
  for (const cell of cells) {
    const rows = cell.text.split('\n');
    const lineOf = (row: number): number => cell.lines[row] ?? cell.lines.at(-1) ?? 1;
    const head = rows.findIndex((row) => row.trim() !== '');
    const isForeign = head >= 0 && foreignCell.test(rows[head]!);
    const isShell = head >= 0 && shellCell.test(rows[head]!);
    if (isForeign) {
      if (isShell) noteInstalls(rows.slice(head + 1), (row) => lineOf(row + head + 1), installs);
      continue;
    }
    rows.forEach((_, row) => {
      lines.push(lineOf(row));
    });
    code.push(...plainRows(rows, lineOf, installs));
  }
  return { text: code.join('\n'), lines, installs };
};

const plainRows = (
  rows: readonly string[],
  lineOf: (row: number) => number,
  installs: Install[],
): readonly string[] => {
  const plain: string[] = [];
  let quote: string | undefined;
  let isContinued = false;
  const command: { text: string; row: number }[] = [];
  rows.forEach((row, index) => {
    const magic = quote === undefined && !isContinued ? plainOf(row) : undefined;
    if (magic !== undefined || isContinued) {
      command.push({ text: row, row: index });
      plain.push(magic ?? '');
      isContinued = row.trimEnd().endsWith('\\');
      return;
    }
    quote = quoteAfter(row, quote);
    plain.push(row);
  });
  noteInstalls(
    command.map(({ text }) => text),
    (at) => lineOf(command[at]?.row ?? 0),
    installs,
  );
  return plain;
};

const isMagic = (text: string): boolean => /^(?:%{1,2}[A-Za-z_]|!(?!=))/.test(text);

/**
 * What stands for a line that is no Python: a statement that does nothing, or the call that IPython makes of
 * it where its value is kept. Undefined for Python, to
 * which a continued line that starts with `% value` or `!= value` belongs too.
 */
const plainOf = (row: string): string | undefined => {
  const text = row.trimStart();
  const indent = row.slice(0, row.length - text.length);
  if (isMagic(text) || /^\?{1,2}\w/.test(text) || (text.length < 200 && /^[\w.]+\?{1,2}\s*$/.test(text)))
    return `${indent}pass`;
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1, equals + 200).trimStart();
  if (equals < 1 || equals > 200 || !isMagic(value)) return undefined;
  const target = text.slice(0, equals).trim();
  return /^[\w.[\]'", ]+$/.test(target)
    ? `${indent}${target} = get_ipython().${value.startsWith('!') ? 'getoutput' : 'run_line_magic'}()`
    : undefined;
};

/** The triple quote that is open behind a line. */
const quoteAfter = (row: string, open: string | undefined): string | undefined => {
  let quote = open;
  for (const [mark] of row.matchAll(/"""|'''|#/g)) {
    if (quote === undefined) {
      if (mark === '#') return undefined;
      quote = mark;
    } else if (mark === quote) quote = undefined;
  }
  return quote;
};

const noteInstalls = (rows: readonly string[], lineOf: (row: number) => number, installs: Install[]): void => {
  for (let row = 0; row < rows.length; row++) {
    let text = rows[row]!;
    const line = lineOf(row);
    while (text.trimEnd().endsWith('\\') && row + 1 < rows.length)
      text = `${text.trimEnd().slice(0, -1)} ${rows[++row]!}`;
    if (!text.includes('install') || text.length > 10_000 || text.trimStart().startsWith('#')) continue;
    for (const match of text.matchAll(installCommand)) {
      for (const requirement of requirementsOf(match.groups?.rest ?? '')) installs.push({ requirement, line });
    }
  }
};

/** The packages among the words of a command: without options, files, and what the shell puts in. */
const requirementsOf = (text: string): readonly string[] => {
  const words = (text.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replaceAll(/["']/g, ''));
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.startsWith('#') || /^[<>]|^\d?>/.test(word)) break;
    if (optionWithValue.has(word)) at++;
    else if (/^[A-Za-z0-9][\w.-]*(?:\[[\w,.-]*\])?(?:\s*(?:[=<>!~]=|[<>]).*)?$/.test(word) || word.startsWith('git+'))
      found.push(word);
  }
  return found;
};
