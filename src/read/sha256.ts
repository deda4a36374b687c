/** The SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
import { createHash } from 'node:crypto';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
