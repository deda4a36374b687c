/** Reads the plain part of YAML that lock files are written in, tens of times faster than a whole parser; anything else is left to that parser. */
import type { Scalar } from '../domain/term.ts';
import { deepestNesting, type Positioned, type PositionedEntry, type PositionedFile } from './positioned.ts';
import { readYamlDocuments } from './yaml-positions.ts';

/** A map or list that is still open, with the column of its keys or dashes. */
type Open =
  | {
      readonly is: 'map';
      readonly column: number;
      readonly entries: Map<string, PositionedEntry>;
      readonly line: number;
    }
  | { readonly is: 'list'; readonly column: number; readonly items: Positioned[]; readonly line: number };

/** A key whose value has not come yet. */
interface Waiting {
  readonly key: string;
  readonly line: number;
  readonly of: Extract<Open, { is: 'map' }>;
}

const number = /^[-+]?(?:\d+|\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?$/;
/** What a plain scalar cannot begin with, and what would make it something else. */
const special = /\s$|^[\s&*!|>%@`"'#,?[\]{}-]|^$|[:\s]#|:\s|:$/;

const plain = (text: string): Scalar | undefined => {
  // A dash begins a list only in front of a space.
  if (special.test(/^-\S/.test(text) ? text.slice(1) : text)) return undefined;
  if (text === 'true' || text === 'True' || text === 'TRUE') return true;
  if (text === 'false' || text === 'False' || text === 'FALSE') return false;
  if (text === '~' || text === 'null' || text === 'Null' || text === 'NULL') return null;
  if (number.test(text)) return Number(text);
  // Hexadecimal, octal, infinity: no lock file has them.
  return /^(?:[-+]?\.(?:inf|nan)|0[xo])/i.test(text) ? undefined : text;
};

/** A quoted text that ends where the piece ends; undefined for anything that needs more than undoubling a quote. */
const quoted = (text: string): string | undefined => {
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return /^"(?:[^"\\\p{Cc}]|\\["\\/bfnrt])*"$/u.test(text) ? (JSON.parse(text) as string) : undefined;
};

const scalarOf = (text: string): Scalar | undefined =>
  text[0] === "'" || text[0] === '"' ? quoted(text) : plain(text);

/** `{integrity: sha512-…, tarball: https://…}` and `[linux, darwin]`, without anything nested in them. */
const flow = (text: string, line: number): Positioned | undefined => {
  const inner = text.slice(1, -1).trim();
  if (/[[\]{}#"]/.test(inner) || inner.endsWith(',')) return undefined;
  const pieces = inner === '' ? [] : inner.split(/,\s+/);
  if (pieces.some((piece) => piece.includes(','))) return undefined;
  if (text.startsWith('[') && text.endsWith(']')) {
    const items: Positioned[] = [];
    for (const piece of pieces) {
      const value = scalarOf(piece);
      if (value === undefined) return undefined;
      items.push({ is: 'scalar', value, line });
    }
    return { is: 'list', items, line };
  }
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  const entries = new Map<string, PositionedEntry>();
  for (const piece of pieces) {
    const pair = /^('[^']*'|[^\s':]+):\s+(.+)$/.exec(piece);
    const value = pair ? scalarOf(pair[2]!.trim()) : undefined;
    const key = pair ? scalarOf(pair[1]!) : undefined;
    if (value === undefined || typeof key !== 'string' || key === '<<') return undefined;
    entries.set(key, { line, value: { is: 'scalar', value, line } });
  }
  return { is: 'map', entries, line };
};

const readValue = (text: string, line: number): Positioned | undefined => {
  if (text[0] === '{' || text[0] === '[') return flow(text, line);
  const value = scalarOf(text);
  return value === undefined ? undefined : { is: 'scalar', value, line };
};

/** The lines of a text behind `|` or `|-`, deeper than its key. */
const blockText = (
  lines: readonly string[],
  from: number,
  column: number,
): { text: string; end: number } | undefined => {
  let end = from;
  while (end < lines.length && (lines[end]!.trim() === '' || lines[end]!.search(/\S/) > column)) end++;
  while (end > from && lines[end - 1]!.trim() === '') end--;
  const indent = lines[from]?.search(/\S/) ?? -1;
  const part = lines.slice(from, end);
  if (part.length === 0 || part.some((line) => line.trim() !== '' && line.search(/\S/) < indent)) return undefined;
  return { text: part.map((line) => line.slice(indent)).join('\n'), end };
};

/** `key:` or `key: value`, the key plain or quoted. */
const pair = /^('(?:[^']|'')*'|"[^"\\]*"|[^\s'"&*!|>%@`#,?[\]{}-](?:[^:#]|:(?!\s|$)|(?<!\s)#)*?):(?:\s+(.*))?$/;

/** One document; undefined when it has anything but plain block maps, lists of scalars and flat flow collections. */
const readDocument = (lines: readonly string[], first: number): Positioned | undefined => {
  const stack: Open[] = [];
  let root: Positioned | undefined;
  let waiting: Waiting | undefined;
  /** Column of a scalar’s line: a deeper line would carry the scalar on. */
  let scalarColumn = -1;

  const settle = (value: Positioned): void => {
    if (waiting) waiting.of.entries.set(waiting.key, { line: waiting.line, value });
    else root ??= value;
    waiting = undefined;
  };
  const settleNothing = (): void => {
    if (waiting) settle({ is: 'scalar', value: null, line: waiting.line });
  };

  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]!.trimEnd();
    const column = text.search(/[^ ]/);
    if (column < 0 || text[column] === '#') continue;
    if (text[column] === '\t' || stack.length > deepestNesting) return undefined;
    const line = first + at;
    if (scalarColumn >= 0 && column > scalarColumn) return undefined;
    scalarColumn = -1;
    const isItem = text[column] === '-' && (text[column + 1] === ' ' || text.length === column + 1);
    const content = text.slice(column);

    // A list may stand at the column of its own key.
    const isNested = waiting !== undefined && (column > waiting.of.column || (isItem && column === waiting.of.column));
    if (!isNested) {
      settleNothing();
      for (let open = stack.at(-1); open && open.column > column; open = stack.at(-1)) stack.pop();
      if (stack.at(-1)?.is === 'list' && !isItem && stack.at(-1)?.column === column) stack.pop();
    }
    let open = isNested ? undefined : stack.at(-1);
    if (open === undefined) {
      if (!isNested && root !== undefined) return undefined;
      const value = isItem
        ? ({ is: 'list', items: [] as Positioned[], line } as const)
        : ({ is: 'map', entries: new Map<string, PositionedEntry>(), line } as const);
      settle(value);
      open = { ...value, column };
      stack.push(open);
    }
    if (open.column !== column || (open.is === 'list') !== isItem) return undefined;
    if (open.is === 'list') {
      const value = readValue(content.slice(1).trim(), line);
      if (value === undefined) return undefined;
      open.items.push(value);
      scalarColumn = column;
      continue;
    }
    const found = pair.exec(content);
    if (!found) return undefined;
    const key = scalarOf(found[1]!);
    if (key === undefined || key === '<<') return undefined;
    if (found[2] === undefined || found[2] === '') {
      waiting = { key: String(key), line, of: open };
      continue;
    }
    if (found[2] === '|-' || found[2] === '|') {
      const block = blockText(lines, at + 1, column);
      if (block === undefined) return undefined;
      const value = found[2] === '|' ? `${block.text}\n` : block.text;
      open.entries.set(String(key), { line, value: { is: 'scalar', value, line } });
      at = block.end - 1;
      continue;
    }
    const value = readValue(found[2].trim(), line);
    if (value === undefined) return undefined;
    open.entries.set(String(key), { line, value });
    scalarColumn = column;
  }
  settleNothing();
  return root;
};

/** Longest line in which a key is looked for; the expression for it is quick on any that a tool writes. */
const longestLine = 20_000;

/** Reads the documents of a lock file written in YAML; what the quick way cannot read goes to the whole parser. */
export const readLockYaml = (text: string): readonly PositionedFile[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const documents: PositionedFile[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && line.length > longestLine) return readYamlDocuments(text);
    if (line !== undefined && line !== '---') continue;
    const part = lines.slice(from, at);
    const value = readDocument(part, from + 1);
    if (value !== undefined) documents.push({ value, errors: [] });
    else if (part.some((each) => /^\s*[^\s#]/.test(each))) return readYamlDocuments(text);
    from = at + 1;
  }
  return documents;
};
