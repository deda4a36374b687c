/** A unified diff of two texts that differ by known edits, as `git apply` and `patch` read it, for eyes that must not see everything. */
import type { Edit } from '../../kit/define-remediation.ts';

const around = 3;

interface Hunk {
  /** Index of the first line of the old and the new text. */
  readonly from: number;
  readonly newFrom: number;
  readonly lines: string[];
  old: number;
  fresh: number;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Index of the line in which an offset stands. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Stretches of old lines that edits touch, with the new lines in their place. */
const changedStretches = (lines: readonly string[], edits: readonly Edit[]) => {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length;
  }
  const stretches: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    // Behind the last line break a line begins that is not there yet.
    const isBehind = edit.from === at && (lines.at(-1)?.endsWith('\n') ?? true);
    const from = isBehind ? lines.length : lineAt(starts, edit.from);
    // A removal up to the end of a line leaves the next line alone.
    const last = edit.to > edit.from ? edit.to - 1 : edit.to;
    const isWhole = edit.from === edit.to && edit.text.endsWith('\n') && starts[from] === edit.from;
    const to = isWhole || isBehind ? from : lineAt(starts, last) + 1;
    const open = stretches.at(-1);
    if (open && from < Math.max(open.to, open.from + 1)) {
      open.to = Math.max(open.to, to);
      open.edits.push(edit);
    } else stretches.push({ from, to, edits: [edit] });
  }
  return stretches.map(({ from, to, edits: own }) => {
    const start = starts[from] ?? at;
    let text = lines.slice(from, to).join('');
    for (const edit of own.toReversed())
      text = text.slice(0, edit.from - start) + edit.text + text.slice(edit.to - start);
    return { from, to, fresh: linesOf(text) };
  });
};

const mark = (sign: string, line: string): string =>
  line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;

/**
 * The diff of one file. `show` gives a line of the old or new text as it may be seen; a diff in which it hides something reads well and applies
 * nowhere. Empty where the edits change nothing.
 */
export const diffEdits = (
  path: string,
  before: string,
  edits: readonly Edit[],
  show: (line: string, number: number, side: 'old' | 'new') => string = (line) => line,
): string => {
  const lines = linesOf(before);
  const hunks: Hunk[] = [];
  let shift = 0;
  let done = 0;
  const keep = (hunk: Hunk, from: number, to: number): void => {
    for (const [index, line] of lines.slice(from, to).entries()) {
      hunk.lines.push(mark(' ', show(line, from + index + 1, 'old')));
      hunk.old += 1;
      hunk.fresh += 1;
    }
    done = Math.max(done, Math.min(to, lines.length));
  };
  for (const { from, to, fresh } of changedStretches(lines, edits)) {
    let hunk = hunks.at(-1);
    if (hunk && from - done <= 2 * around) keep(hunk, done, from);
    else {
      if (hunk) keep(hunk, done, Math.min(done + around, lines.length));
      const start = Math.max(0, from - around);
      hunk = { from: start, newFrom: start + shift, lines: [], old: 0, fresh: 0 };
      hunks.push(hunk);
      keep(hunk, start, from);
    }
    for (const [index, line] of lines.slice(from, to).entries())
      hunk.lines.push(mark('-', show(line, from + index + 1, 'old')));
    for (const line of fresh) hunk.lines.push(mark('+', show(line, 0, 'new')));
    hunk.old += to - from;
    hunk.fresh += fresh.length;
    shift += fresh.length - (to - from);
    done = to;
  }
  const last = hunks.at(-1);
  if (!last) return '';
  keep(last, done, Math.min(done + around, lines.length));
  const range = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`;
  const told = hunks.map(
    ({ from, newFrom, lines: own, old, fresh }) =>
      `@@ -${range(from, old)} +${range(newFrom, fresh)} @@\n${own.join('')}`,
  );
  return `--- a/${path}\n+++ b/${path}\n${told.join('')}`;
};
