/** Holds the tensors that a header lists against the file: whether they lie inside it, apart from each other, and fill it. */
import type { SignBook } from './model-signs.ts';

/** One tensor as a header tells it, in bytes from where tensors begin. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const shorten = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** Tells what is wrong with the spans of a file whose tensors begin at `base`. */
export const judgeSpans = (spans: readonly Span[], base: number, size: number, book: SignBook, part: string): void => {
  const inOrder = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  let previous = '';
  for (const { name, from, to } of inOrder) {
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from)
      book.add('formatFaults', `tensor ${shorten(name)} has impossible bounds (${from} to ${to})`, part);
    else if (base + to > size)
      book.add('formatFaults', `tensor ${shorten(name)} ends at byte ${base + to}, beyond the file’s ${size}`, part);
    else if (from < end && to > from)
      book.add('formatFaults', `tensor ${shorten(name)} shares bytes with ${shorten(previous)}`, part, base + from);
    if (to > end) {
      end = to;
      previous = name;
    }
  }
};
