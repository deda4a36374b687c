/** Paths inside a source: relative, with `/`, the empty text for the source’s own folder. */

/** The folder a path stands in; empty for a path without a folder. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The last segment of a path. */
export const baseNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Joins a folder with a path written relative to it and resolves `.` and `..`.
 * Gives undefined when the result would lie outside the source, or when the written path is absolute or a home folder.
 */
export const joinPath = (folder: string, written: string): string | undefined => {
  if (/^([/~]|[a-z]:[\\/])/i.test(written)) return undefined;
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
};

/** Tells whether a path is this folder or stands in or below it. */
export const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/** The folder itself and every folder above it, nearest first, ending with the source’s own. */
export const ancestorsOf = (folder: string): readonly string[] => {
  const found = [folder];
  for (let at = folder; at !== ''; ) {
    at = folderOf(at);
    found.push(at);
  }
  return found;
};
