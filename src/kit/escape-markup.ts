/** Text that goes into HTML or XML: whatever a file, a package or a model is called, it stays text. */
import { clean } from './text-page.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The text as it may stand between tags and inside a quoted attribute, in HTML and in XML 1.0. Characters that XML forbids, and those that
 * turn the direction of writing, are shown by their codes; line ends become spaces.
 */
export const escapeMarkup = (text: string): string =>
  clean(text.toWellFormed())
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.codePointAt(0)!.toString(16)}`)
    .replace(/[&<>"']/g, (character) => entities[character]!);
