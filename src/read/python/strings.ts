/** Python text literals: prefixes, escapes, f-strings, `%` and `.format` as literals and templates. */
import type { Term } from '../../domain/term.ts';
import { literal } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { joinText, textTerm } from '../text-term.ts';
import type { PythonReading } from './reading.ts';

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** Replaces escape sequences as Python does; one that Python does not know stays as written. */
export const decodeEscapes = (text: string): string => {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:\r\n|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, hex?: string, short?: string, long?: string, octal?: string, single?: string) => {
      const digits = hex ?? short ?? long;
      const code =
        digits !== undefined ? Number.parseInt(digits, 16) : octal !== undefined ? Number.parseInt(octal, 8) : -1;
      if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return single === undefined ? '' : (simpleEscapes[single] ?? whole);
    },
  );
};

/** The term of a `string` or `concatenated_string` node. */
export const stringTerm = (reading: PythonReading, node: SyntaxNode, place: Place): Term => {
  const at = reading.builder.line(node);
  if (node.kind === 'concatenated_string') {
    return joinText(
      node.parts.map((part) => stringTerm(reading, part, place)),
      at,
    );
  }
  const prefix = (node.children[0]?.text ?? '').toLowerCase();
  const isRaw = prefix.includes('r');
  const isFormatted = prefix.includes('f') || prefix.includes('t');
  const pieces: Term[] = [];
  for (const child of node.children) {
    if (child.kind === 'string_content') {
      const raw = isFormatted ? child.text.replaceAll('{{', '{').replaceAll('}}', '}') : child.text;
      pieces.push(textTerm(isRaw ? raw : decodeEscapes(raw), at));
    } else if (child.kind === 'interpolation') {
      const expression = child.field('expression') ?? child.parts[0];
      if (expression) pieces.push(reading.term(expression, place));
      for (const format of child.child('format_specifier')?.children ?? []) {
        const inner = format.field('expression');
        if (inner) reading.term(inner, place);
      }
    }
  }
  if (pieces.length === 0) return literal('', at);
  return joinText(pieces, at);
};

/** The plain text of a documentation string, or undefined when the node is none. */
export const documentationOf = (body: SyntaxNode | undefined): string | undefined => {
  const first = body?.parts[0];
  if (first?.kind !== 'expression_statement') return undefined;
  const node = first.parts[0];
  if (node?.kind !== 'string' || node.has('interpolation')) return undefined;
  const isRaw = (node.children[0]?.text ?? '').toLowerCase().includes('r');
  const text = node.child('string_content')?.text ?? '';
  return cleanIndentation(isRaw ? text : decodeEscapes(text));
};

/** Takes off the common indentation, as `inspect.cleandoc` does. */
const cleanIndentation = (text: string): string => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const margins = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = margins.length === 0 ? 0 : margins.reduce((a, b) => Math.min(a, b));
  return lines
    .map((line, index) => (index === 0 ? line.trimStart() : line.slice(margin)))
    .join('\n')
    .trim();
};

/** `"…%s…" % values` as a template; undefined when the placeholders and values do not pair up. */
export const percentTemplate = (format: Term, values: Term, at: number): Term | undefined => {
  if (format.t !== 'literal' || typeof format.value !== 'string') return undefined;
  const pieces = splitBy(format.value, /%(?:\((\w+)\))?[-#0 +]*[\d*]*(?:\.\d+)?([diouxXeEfFgGcrsa%])/g, (match) =>
    match[2] === '%' ? '%' : { key: match[1] },
  );
  const wanted = pieces.filter((piece) => typeof piece !== 'string');
  const positional = values.t === 'list' ? values.items : [values];
  if (wanted.every((piece) => piece.key === undefined) && positional.length !== wanted.length) return undefined;
  let next = 0;
  return assemble(pieces, at, (key) => (key === undefined ? positional[next++] : entryOf(values, key)));
};

/** `"…{}…".format(…)` as a template; undefined when a placeholder has no argument. */
export const formatTemplate = (
  format: string,
  args: readonly Term[],
  named: Readonly<Record<string, Term>>,
  at: number,
): Term | undefined => {
  const pieces = splitBy(format, /\{\{|\}\}|\{([\w]*)((?:\.\w+|\[\w+\])*)(?:![rsa])?(?::[^{}]*)?\}/g, (match) =>
    match[0] === '{{' ? '{' : match[0] === '}}' ? '}' : { key: match[1] ?? '' },
  );
  let next = 0;
  return assemble(pieces, at, (key = '') => {
    if (key === '') return args[next++];
    return /^\d+$/.test(key) ? args[Number(key)] : Object.hasOwn(named, key) ? named[key] : undefined;
  });
};

interface Placeholder {
  readonly key: string | undefined;
}

const splitBy = (
  text: string,
  expression: RegExp,
  read: (match: RegExpMatchArray) => string | Placeholder,
): (string | Placeholder)[] => {
  const pieces: (string | Placeholder)[] = [];
  let from = 0;
  for (const match of text.matchAll(expression)) {
    pieces.push(text.slice(from, match.index), read(match));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces;
};

const assemble = (
  pieces: readonly (string | Placeholder)[],
  at: number,
  valueFor: (key: string | undefined) => Term | undefined,
): Term | undefined => {
  const parts: Term[] = [];
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? literal(piece, at) : valueFor(piece.key);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return joinText(parts, at);
};

const entryOf = (map: Term, key: string): Term =>
  (map.t === 'map' ? map.entries.find(([each]) => each.t === 'literal' && each.value === key)?.[1] : undefined) ?? {
    t: 'member',
    of: map,
    key: literal(key),
  };
