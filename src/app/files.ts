/** The file capability on this machine's disk: reading below one granted root, never through a symbolic link, never outside. */
import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Entry, FileCapability } from '../kit/define-connector.ts';
import { AccessError, SourceChanged } from '../kit/errors.ts';

/** What a person understands by the codes that the operating system gives. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is no longer there, or its name is not valid UTF-8',
  ENOTDIR: 'it is no folder',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an input/output error',
  ENAMETOOLONG: 'its path is too long for this system',
};

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Says in words why the operating system refused; the code itself where no words are known. */
export const explainRefusal = (error: unknown): string => {
  const code = codeOf(error);
  return reasons[code] ?? (code || (error instanceof Error ? error.message : String(error)));
};

const refused = (error: unknown): AccessError => new AccessError(explainRefusal(error), { cause: error });

const typeOf = (entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): Entry['type'] =>
  entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';

/** Bytes that are hashed at a time. */
const piece = 4 * 1024 * 1024;

/** The capability on this machine, and what only the program itself asks of files. */
export interface DiskFiles extends FileCapability {
  /** A text that changes whenever the content may have changed; undefined for a file too young to tell. */
  stamp(path: string): string | undefined;
  /** Whether a regular file stands there. */
  has(path: string): boolean;
  /** Hash of the whole content, however large, in hexadecimal; `prefix` is hashed before it. */
  digest(path: string, algorithm: 'sha1' | 'sha256', prefix?: (size: number) => string): Promise<string>;
}

/** Longest stretch without letting signals and timers in, in milliseconds. */
const turn = 25;

/** Files of which the stamp is kept from when their folder was listed; of more it is asked again. */
const mostListed = 200_000;

const stampOf = (found: BigIntStats | undefined): string | undefined => {
  if (!found?.isFile()) return undefined;
  // Coarse clocks of file systems: two writes within two seconds may carry one time.
  const young = BigInt(Date.now() - 2000) * 1_000_000n;
  if (found.mtimeNs > young || found.ctimeNs > young) return undefined;
  return `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.dev} ${found.ino}`;
};

/**
 * Gives the capability for everything below `root`. `stamp` is a text that changes whenever a file's content may have changed;
 * it is undefined for a file so young that a later change could leave no trace.
 */
export const createFiles = (root: string): DiskFiles => {
  const base = realpathSync(root);
  const inside = base.endsWith(sep) ? base : base + sep;
  const trusted = new Set<string>();
  const listed = new Map<string, string | undefined>();
  let lastTurn = performance.now();

  /** Refuses `..`, absolute paths and folders that a link leads out of; each folder is asked about once. */
  const place = (path: string): string => {
    if (path.startsWith('/') || path.split('/').includes('..')) {
      throw new AccessError('it lies outside the folder that may be read');
    }
    const full = path === '' || path === '.' ? base : join(base, path);
    const folder = full === base ? base : dirname(full);
    if (!trusted.has(folder)) {
      try {
        const real = realpathSync(folder);
        if (real !== base && !real.startsWith(inside)) {
          throw new AccessError('it lies outside the folder that may be read');
        }
      } catch (error) {
        throw error instanceof AccessError ? error : refused(error);
      }
      trusted.add(folder);
    }
    return full;
  };

  const open = (path: string): number => {
    try {
      // Not blocking: a pipe put in the file's place would otherwise wait for its writer for ever.
      return openSync(place(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      throw error instanceof AccessError ? error : refused(error);
    }
  };

  return {
    async list(path) {
      if (performance.now() - lastTurn > turn) {
        await setImmediate();
        lastTurn = performance.now();
      }
      const full = place(path);
      try {
        if (full !== base && !lstatSync(full).isDirectory()) throw new AccessError('it is no folder');
        return readdirSync(full, { withFileTypes: true }).map((entry): Entry => {
          const type = typeOf(entry);
          if (type !== 'file' && type !== 'folder') return { name: entry.name, type, size: 0 };
          const found = lstatSync(join(full, entry.name), { bigint: true, throwIfNoEntry: false });
          // Windows keeps access elsewhere, and its bits say nothing.
          const mode = found && process.platform !== 'win32' ? { mode: Number(found.mode) & 0o777 } : {};
          const size = type === 'file' ? Number(found?.size ?? 0) : 0;
          if (type === 'file' && found && listed.size < mostListed)
            listed.set(path === '' || path === '.' ? entry.name : `${path}/${entry.name}`, stampOf(found));
          return { name: entry.name, type: found ? typeOf(found) : type, size, ...mode };
        });
      } catch (error) {
        throw error instanceof AccessError ? error : refused(error);
      }
    },

    async read(path, limit = Number.POSITIVE_INFINITY) {
      const handle = open(path);
      try {
        const found = fstatSync(handle);
        if (!found.isFile()) throw new AccessError('it is no regular file');
        const bytes = new Uint8Array(Math.min(found.size, limit));
        let length = 0;
        while (length < bytes.length) {
          const got = readSync(handle, bytes, length, bytes.length - length, length);
          if (got === 0) break;
          length += got;
        }
        if (length < bytes.length) throw new SourceChanged('it became shorter while it was being read');
        return bytes;
      } catch (error) {
        throw error instanceof AccessError || error instanceof SourceChanged ? error : refused(error);
      } finally {
        closeSync(handle);
      }
    },

    has: (path) => lstatSync(place(path), { throwIfNoEntry: false })?.isFile() === true,

    async digest(path, algorithm, prefix) {
      const handle = open(path);
      try {
        const found = fstatSync(handle);
        if (!found.isFile()) throw new AccessError('it is no regular file');
        const hash = createHash(algorithm).update(prefix?.(found.size) ?? '');
        const buffer = new Uint8Array(Math.min(piece, Math.max(1, found.size)));
        for (let at = 0; ; ) {
          const got = readSync(handle, buffer, 0, buffer.length, at);
          if (got === 0) {
            if (at !== found.size) throw new SourceChanged('it changed while it was being read');
            return hash.digest('hex');
          }
          hash.update(buffer.subarray(0, got));
          at += got;
          if (performance.now() - lastTurn > turn) {
            await setImmediate();
            lastTurn = performance.now();
          }
        }
      } catch (error) {
        throw error instanceof AccessError || error instanceof SourceChanged ? error : refused(error);
      } finally {
        closeSync(handle);
      }
    },

    open(path) {
      const handle = open(path);
      if (!fstatSync(handle).isFile()) {
        closeSync(handle);
        throw new AccessError('it is no regular file');
      }
      return {
        read(from, length) {
          const bytes = new Uint8Array(length);
          let got = 0;
          try {
            for (let more = 1; more > 0 && got < length; got += more)
              more = readSync(handle, bytes, got, length - got, from + got);
          } catch (error) {
            throw refused(error);
          }
          return bytes.subarray(0, got);
        },
        close: () => closeSync(handle),
      };
    },

    stamp: (path) =>
      // An older stamp than that of the content that is read never matches again, which costs time and no truth.
      listed.has(path) ? listed.get(path) : stampOf(lstatSync(place(path), { bigint: true, throwIfNoEntry: false })),
  };
};
