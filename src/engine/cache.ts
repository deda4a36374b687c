/** The content cache: what reading a file gave, kept under its content, its path, the reading code and the options. */
import { createHash } from 'node:crypto';

/** Where the cache is kept. Bytes go in and come out; whether they are whole is checked here. Nothing it does may fail a scan. */
export interface CacheStore {
  /** The content (a hash) that a file had when it last bore this stamp. */
  contentOf(place: string, stamp: string): string | undefined;
  remember(place: string, stamp: string, content: string): void;
  read(key: string): Uint8Array | undefined;
  write(key: string, body: Uint8Array): void;
}

/** The cache of one scan. */
export interface ExtractionCache {
  /** What is kept for a file whose stamp did not change; saves reading it. */
  byStamp(path: string, stamp: string): Uint8Array | undefined;
  /** What is kept for a file of this content at this path. */
  byContent(path: string, content: string): Uint8Array | undefined;
  keep(path: string, content: string, body: Uint8Array): void;
  noteStamp(path: string, stamp: string, content: string): void;
}

/** What, beside a file’s content and path, decides what reading it gives. */
export interface CacheScope {
  /** Tells one build of the reading code from another. */
  readonly build: string;
  /** Everything else that decides: the fingerprint key’s own id, switches. */
  readonly options: string;
  /** Where the source lies on this machine; stamps are only comparable there. */
  readonly place: string;
}

const hashLength = 32;
const keyLength = 16;
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) {
    // The length keeps the parts apart: ("ab", "c") is not ("a", "bc").
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest();
};

/** The hash under which content is known to the cache. */
export const hashContent = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The cache for one scope over a store. An entry that is cut short or altered is as good as absent, and written anew. */
export const createExtractionCache = (store: CacheStore, scope: CacheScope): ExtractionCache => {
  const keyOf = (path: string, content: string): string =>
    sha256(scope.build, scope.options, path, content).toString('hex', 0, keyLength);
  // Hashed like everything else, so that the cache tells nobody which files there are.
  const placeOf = (path: string): string => sha256(scope.place, path).toString('hex', 0, keyLength);

  const byContent = (path: string, content: string): Uint8Array | undefined => {
    const key = keyOf(path, content);
    const kept = store.read(key);
    if (kept === undefined || kept.length < hashLength) return undefined;
    const body = kept.subarray(hashLength);
    return sha256(key, body).equals(kept.subarray(0, hashLength)) ? body : undefined;
  };

  return {
    byContent,
    byStamp(path, stamp) {
      const content = store.contentOf(placeOf(path), stamp);
      return content === undefined ? undefined : byContent(path, content);
    },
    keep(path, content, body) {
      const key = keyOf(path, content);
      store.write(key, Buffer.concat([sha256(key, body), body]));
    },
    noteStamp: (path, stamp, content) => store.remember(placeOf(path), stamp, content),
  };
};
