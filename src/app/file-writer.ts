/** The write side of the file capability on this machine's disk: whole files or nothing, never through a link, never outside the granted folder. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AccessError, SourceChanged } from '../kit/errors.ts';
import type { FileWriter, SeenFile } from '../operate/fix/file-writer.ts';
import { explainRefusal } from './files.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refused = (error: unknown): Error =>
  error instanceof AccessError || error instanceof SourceChanged
    ? error
    : new AccessError(explainRefusal(error), { cause: error });

/** Lets the name of a file outlive a power cut; systems that cannot sync a folder do so by themselves. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Gives the write side for everything below `root`. */
export const createFileWriter = (root: string): FileWriter => {
  const base = realpathSync(root);

  /** The whole path of a file all of whose folders are real ones below the root, and no folder of version control. */
  const place = (path: string): string => {
    const parts = path.split('/');
    if (path === '' || path.startsWith('/') || path.includes('\0') || parts.some((one) => one === '..' || one === '.'))
      throw new AccessError('it lies outside the folder that may be written');
    if (parts.some((one) => /^\.git$/i.test(one))) throw new AccessError('it belongs to version control');
    const full = join(base, path);
    const folder = dirname(full);
    if (realpathSync(folder) !== folder) throw new AccessError('a symbolic link leads to it');
    return full;
  };

  const open = (full: string): { handle: number; found: ReturnType<typeof fstatSync> } => {
    // Not blocking: a pipe put in the file's place would otherwise wait for its writer for ever.
    const handle = openSync(full, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const found = fstatSync(handle);
    if (found.isFile()) return { handle, found };
    closeSync(handle);
    throw new AccessError('it is no regular file');
  };

  const look = (path: string): SeenFile => {
    try {
      const { handle, found } = open(place(path));
      try {
        const mode = Number(found.mode) & 0o7777;
        return {
          bytes: readFileSync(handle),
          mode,
          changedAt: Math.max(Number(found.ctimeMs), Number(found.mtimeMs)),
          ...((mode & 0o222) === 0 ? { refusal: 'it is read-only' } : {}),
        };
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      throw refused(error);
    }
  };

  const draftOf = (full: string, mark: string): string => join(dirname(full), `.${basename(full)}.${mark}`);

  return {
    look,

    replace(path, bytes, expected, mark) {
      try {
        const full = place(path);
        const draft = draftOf(full, mark);
        const { handle: old, found } = open(full);
        closeSync(old);
        const handle = openSync(draft, 'wx', 0o600);
        try {
          try {
            for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
            const fresh = fstatSync(handle);
            if (fresh.uid !== found.uid || fresh.gid !== found.gid)
              fchownSync(handle, Number(found.uid), Number(found.gid));
            fchmodSync(handle, Number(found.mode) & 0o7777);
            fsyncSync(handle);
          } finally {
            closeSync(handle);
          }
          // As late as possible: what somebody wrote in between must not be lost.
          if (digest(look(path).bytes) !== expected) throw new SourceChanged('it was changed in the meantime');
          renameSync(draft, full);
        } catch (error) {
          rmSync(draft, { force: true });
          throw error;
        }
        syncFolder(dirname(full));
      } catch (error) {
        throw refused(error);
      }
    },

    sweep(path, mark) {
      try {
        rmSync(draftOf(place(path), mark), { force: true });
      } catch (error) {
        throw refused(error);
      }
    },
  };
};
