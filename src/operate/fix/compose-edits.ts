/** Lays the edits of several changes over the text of one file; what two of them say alike is done once, what they say differently is refused. */
import type { Edit } from '../../kit/define-remediation.ts';

const isSame = (a: Edit, b: Edit): boolean => a.from === b.from && a.to === b.to && a.text === b.text;

/** Two insertions at one place meet, too: nobody could tell which goes first. */
const doMeet = (a: Edit, b: Edit): boolean => a.from === b.from || (a.from < b.to && b.from < a.to);

/** The edits that `more` adds to `taken`; undefined where one of them meets another that says something else. */
export const addEdits = (taken: readonly Edit[], more: readonly Edit[]): readonly Edit[] | undefined => {
  const all = [...taken];
  for (const edit of more) {
    if (all.some((one) => isSame(one, edit))) continue;
    if (all.some((one) => doMeet(one, edit))) return undefined;
    all.push(edit);
  }
  return all;
};

/** The text with the edits made; they do not meet. */
export const makeEdits = (text: string, edits: readonly Edit[]): string => {
  let result = text;
  for (const { from, to, text: instead } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to))
    result = result.slice(0, from) + instead + result.slice(to);
  return result;
};
