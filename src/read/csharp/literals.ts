/** C# texts and numbers: plain, verbatim, raw and interpolated. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import { decodeEscapes } from '../python/strings.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { joinText, textTerm } from '../text-term.ts';
import { partsOf, type TypedReading } from '../typed-reading.ts';

/** A text as a literal, or as a template where something stands in it. */
export const csharpText = (reading: TypedReading, node: SyntaxNode, place: Place): Term => {
  const at = reading.builder.line(node);
  if (node.kind === 'string_literal')
    return textTerm(decodeEscapes(node.text.slice(1, node.text.lastIndexOf('"'))), at);
  if (node.kind === 'verbatim_string_literal') return textTerm(node.text.slice(2, -1).replaceAll('""', '"'), at);
  if (node.kind === 'raw_string_literal')
    return textTerm(withoutMargin(node.child('raw_string_content')?.text ?? ''), at);
  const isVerbatim = /^[$@]*@/.test(node.text) || node.text.includes('"""');
  const pieces = node.children.flatMap((child): readonly Term[] => {
    if (child.kind === 'string_content') {
      const text = child.text.replaceAll('{{', '{').replaceAll('}}', '}');
      return [textTerm(isVerbatim ? text : decodeEscapes(text), at)];
    }
    if (child.kind !== 'interpolation') return [];
    const value = partsOf(child).find(({ kind }) => !kind.startsWith('interpolation_'));
    return value ? [reading.term(value, place)] : [];
  });
  return joinText(pieces, at);
};

/** Takes off the indentation that a raw text has in common. */
const withoutMargin = (text: string): string => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((a, b) => Math.min(a, b), 200);
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trim();
};

export const csharpNumber = (text: string, at: number): Term => {
  const value = Number(text.replaceAll('_', '').replace(/(?:[uU]?[lL]|[fFdDmM])$/, ''));
  return Number.isFinite(value) ? literal(value, at) : unknownTerm('a number', at);
};
