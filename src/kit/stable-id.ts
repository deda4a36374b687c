/** Stable ids: the same parts give the same short id in every scan; counts, dates and wording are never parts. */
import { createHash } from 'node:crypto';

/** `kind` and 16 hexadecimal digits of a digest over the parts, in which their borders count. */
export function stableId(kind: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${kind}-${digest.slice(0, 16)}`;
}

/** A UUID (version 8, RFC 9562) made of the parts alone, for formats that ask for one. */
export function stableUuid(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(digest[16]!, 16) & 3) | 8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
