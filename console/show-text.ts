/** Texts for people: names out of scanned files made harmless, places, moments and counts. */

/** Characters that would hide or turn round what stands beside them: controls, bidirectional overrides, invisible ones. */
const deceiving = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The text with every character that could deceive its reader written out. */
export const showText = (text: string): string =>
  text.replaceAll(deceiving, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);

/** A place as editors understand it. */
export const showPlace = ({ path, line }: { readonly path: string; readonly line: number }): string =>
  showText(line > 0 ? `${path}:${line}` : path);

/** A moment in the reader’s own language and time zone. */
export const showMoment = (moment: string): string =>
  new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** “1 warning”, “2 watches”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
