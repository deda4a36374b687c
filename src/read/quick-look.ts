/** Tells whether bytes hold words, before they are decoded and parsed: most JSON files of a tree are none of the kind that is looked for. */
import { Buffer } from 'node:buffer';

/** Tells whether all of the words, in ASCII, stand somewhere in the bytes. */
export const holdsWords = (bytes: Uint8Array, words: readonly string[]): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return words.every((word) => buffer.includes(word));
};
