/** Finds the repository that a folder belongs to and grants reading its records; git is not asked. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { RepositoryGrant } from '../kit/define-connector.ts';
import { createFiles } from './files.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** First kilobytes of a small text; undefined where it cannot be had. */
const readSmall = (path: string): string | undefined => {
  if (!isFile(path) || statSync(path).size > 4096) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EACCES') return undefined;
    throw error;
  }
};

/** A folder that looks like git’s own: a `.git` that points to anything else points to nothing. */
const isStore = (path: string): boolean =>
  isFile(join(path, 'HEAD')) && (isFolder(join(path, 'objects')) || isFile(join(path, 'commondir')));

/** Where the tree at `root` keeps its records: `.git` itself, or where a worktree’s or submodule’s `.git` file points. */
const findStore = (root: string): string | undefined => {
  const path = join(root, '.git');
  if (isFolder(path)) return isStore(path) ? path : undefined;
  const pointed = /^gitdir: (.+)$/.exec(readSmall(path) ?? '')?.[1];
  if (pointed === undefined) return undefined;
  const store = resolve(root, pointed);
  return isStore(store) ? store : undefined;
};

/** The grant for the repository around a folder, found by walking upwards; undefined where there is none. */
export const findRepository = (folder: string): RepositoryGrant | undefined => {
  const start = realpathSync(folder);
  for (let root = start; ; root = dirname(root)) {
    const store = findStore(root);
    if (store !== undefined) {
      const common = readSmall(join(store, 'commondir'));
      const sharedStore = common === undefined ? store : resolve(store, common);
      return {
        tree: createFiles(root),
        store: createFiles(store),
        sharedStore: createFiles(isStore(sharedStore) ? sharedStore : store),
        subPath: relative(root, start).split(sep).join('/'),
      };
    }
    if (dirname(root) === root) return undefined;
  }
};
