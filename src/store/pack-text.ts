/** Long texts as they are kept: compressed, a sixteenth of what they were, with a checksum that tells when they were damaged. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A text that was kept, or why it cannot be had any more. */
export type Kept = { readonly text: string } | { readonly damaged: string };

/** More than any report; a damaged header may ask for anything. */
const mostBytes = 2 ** 30;

export const packText = (text: string): Uint8Array =>
  zstdCompressSync(Buffer.from(text), { params: { [constants.ZSTD_c_checksumFlag]: 1 } });

/** The text that was packed; bytes that `packText` did not give are damaged. */
export const unpackText = (packed: Uint8Array): Kept => {
  // What a run knew was kept as it is by one early version: a list or object of JSON.
  if (packed[0] === 0x5b || packed[0] === 0x7b) return { text: Buffer.from(packed).toString() };
  try {
    return { text: zstdDecompressSync(packed, { maxOutputLength: mostBytes }).toString() };
  } catch (error) {
    return { damaged: error instanceof Error ? error.message : String(error) };
  }
};

/** The value that was kept as JSON; undefined where it does not parse. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Damage is told by whoever finds nothing here.
    return undefined;
  }
};

/** The list of texts that was kept as JSON; undefined where it is none any more. */
export const readList = (text: string): readonly string[] | undefined => {
  const read = readJson(text);
  return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : undefined;
};
