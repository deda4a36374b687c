/** Stable ids: the same parts give the same short id in every scan; counts, dates and wording are never parts. */
import { createHash } from 'node:crypto';

/** `kind` and 16 hexadecimal digits of a digest over the parts, in which their borders count. */
export function stableId(kind: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${kind}-${digest.slice(0, 16)}`;
}
