/** Text put together: joins pieces into one literal, a template, or an operation where no text is sure. */
import type { Term } from '../domain/term.ts';
import { literal, unknownTerm } from '../domain/term.ts';
import { textLimit } from './program-builder.ts';

/** A literal text, or unknown when it is longer than programs keep. */
export const textTerm = (value: string, at: number): Term =>
  value.length > textLimit ? unknownTerm(`a text of ${value.length} characters`, at) : literal(value, at);

/** One literal of adjacent literals, else a template; nested templates are flattened. */
export const joinText = (pieces: readonly Term[], at: number): Term => {
  const parts: Term[] = [];
  const add = (piece: Term): void => {
    if (piece.t === 'template') {
      for (const inner of piece.parts) add(inner);
      return;
    }
    const last = parts.at(-1);
    if (piece.t === 'literal' && last?.t === 'literal') {
      parts[parts.length - 1] = textTerm(`${last.value}${piece.value}`, last.at ?? at);
    } else if (!(piece.t === 'literal' && piece.value === '')) parts.push(piece);
  };
  for (const piece of pieces) add(piece);
  if (parts.length === 0) return literal('', at);
  const [only] = parts;
  if (parts.length === 1 && only!.t === 'literal')
    return typeof only.value === 'string' ? only : literal(String(only.value), at);
  if (parts.length === 1 && only!.t === 'unknown') return only!;
  return { t: 'template', parts, at };
};

/** `a + b + …`: text when any operand is text, else an operation on all of them. */
export const addTerms = (operands: readonly Term[], at: number): Term => {
  const isText = operands.some(
    (each) => each.t === 'template' || (each.t === 'literal' && typeof each.value === 'string'),
  );
  return isText ? joinText(operands, at) : { t: 'operation', operator: '+', of: operands, at };
};

/** `a or b`: one of them; an environment variable without a default takes the rest as its default. */
export const eitherTerm = (operands: readonly Term[]): Term => {
  const flat = operands.flatMap((each) => (each.t === 'either' ? each.of : [each]));
  const [first, ...rest] = flat;
  if (rest.length === 0) return first!;
  // Without the variable, nothing (`|| undefined`) is what comes anyway.
  if (first!.t === 'environment' && rest.every((each) => each.t === 'literal' && each.value === null)) return first!;
  if (first!.t === 'environment' && first.fallback === undefined) return { ...first, fallback: eitherTerm(rest) };
  return { t: 'either', of: flat };
};
