/** Asset ids: minted once from kind and strongest identifier, readable, and the same on every machine. */
import { createHash } from 'node:crypto';
import type { AssetKind } from '../domain/kinds.ts';

const slugLength = 32;

/** The readable part: the end of a value, where names stand. */
const slugOf = (value: string): string => {
  const slug = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= slugLength ? slug : slug.slice(-slugLength).replace(/^[^-]*-(?=.)/, '');
};

/** `model:openai-gpt-4o-3f2a9c1b`. `key` decides the hash; with `longer` the hash is of full length, for when the short one is taken. */
export const mintAssetId = (kind: AssetKind, key: string, readable: string, longer = false): string => {
  const hash = createHash('sha256').update(`${kind}\u0000${key}`).digest('hex');
  const slug = slugOf(readable);
  return `${kind}:${slug === '' ? '' : `${slug}-`}${longer ? hash : hash.slice(0, 8)}`;
};
