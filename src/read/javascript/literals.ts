/** JavaScript texts, templates, numbers and documentation comments. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import { type Place, textLimit } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { joinText, textTerm } from '../text-term.ts';
import type { JavaScriptReading } from './reading.ts';

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

const decodeEscape = (sequence: string): string => {
  const code = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})$/.exec(sequence);
  if (code) {
    const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : sequence;
  }
  const rest = sequence.slice(1);
  // A line break after a backslash continues the text.
  if (/^[\r\n\u2028\u2029]/.test(rest)) return '';
  return simpleEscapes[rest] ?? rest;
};

/** The text of a `string` node without its quotes. */
export const stringText = (node: SyntaxNode): string => {
  let text = '';
  for (const child of node.children) {
    if (child.kind === 'string_fragment') text += child.text;
    else if (child.kind === 'escape_sequence') text += decodeEscape(child.text);
  }
  return text;
};

/** The term of a `template_string` node. */
export const templateTerm = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const at = reading.builder.line(node);
  const pieces: Term[] = [];
  for (const child of node.children) {
    if (child.kind === 'string_fragment') pieces.push(textTerm(child.text, at));
    else if (child.kind === 'escape_sequence') pieces.push(literal(decodeEscape(child.text), at));
    else if (child.kind === 'template_substitution') {
      const inner = child.parts[0];
      if (inner) pieces.push(reading.term(inner, place));
    }
  }
  return joinText(pieces, at);
};

/** The term of a `number` node. */
export const numberTerm = (text: string, at: number): Term => {
  const value = Number(text.replaceAll('_', '').replace(/n$/, ''));
  return Number.isFinite(value) ? literal(value, at) : unknownTerm('a number', at);
};

/** The words of a documentation comment, or undefined for any other comment. */
export const documentationText = (comment: string): string | undefined => {
  if (!comment.startsWith('/**') || comment.length < 6) return undefined;
  const text = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
  return text === '' ? undefined : text.slice(0, textLimit);
};
