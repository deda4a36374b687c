/** Brings names that people and models take for each other into one form. */

/** Letters of other scripts and digits, by the Latin letter that they look like. */
const alike: Readonly<Record<string, string>> = Object.fromEntries([
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['һ', 'h'],
  ['ԁ', 'd'],
  ['ο', 'o'],
  ['α', 'a'],
  ['ν', 'v'],
  ['ι', 'i'],
  ['օ', 'o'],
  ['0', 'o'],
  ['1', 'l'],
  ['i', 'l'],
  ['і', 'l'],
  ['ι', 'l'],
  ['5', 's'],
]);

/** The form that names share which look alike: without case and separators, look-alike letters and digits as one. */
export const skeletonOf = (name: string): string => {
  const folded = [...name.normalize('NFKC').toLowerCase()].map((letter) => alike[letter] ?? letter).join('');
  // Numbers at the end count what is otherwise one name, and are not read as letters.
  const number = /\d+$/.exec(name)?.[0] ?? '';
  return folded.slice(0, folded.length - number.length).replaceAll(/[^\p{L}\p{N}]/gu, '') + number;
};
