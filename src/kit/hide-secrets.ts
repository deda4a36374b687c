/** Hides what is a credential by its shape where lines of a text are shown to people. */
import { findSecrets } from '../read/secret-search.ts';

const withheld = '‹withheld›';
/** Shorter parts of a value that stands on several lines tell nothing, and could stand anywhere. */
const shortest = 8;

/** Gives a way to show lines of `text` without the credentials in it. */
export const createSecretHider = (text: string): ((line: string) => string) => {
  const values = findSecrets(new TextEncoder().encode(text))
    .flatMap(({ value }) => value.split(/\r?\n/))
    .filter((part) => part.length >= shortest)
    .sort((a, b) => b.length - a.length);
  const parts = [...new Set(values)];
  return (line) => parts.reduce((shown, part) => shown.replaceAll(part, withheld), line);
};
