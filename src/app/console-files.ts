/** The files of the console, as the build left them beside the program, read into memory once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConsoleFile } from '../api/create-server.ts';

const place = fileURLToPath(
  new URL(process.env.ISOBAR_BUNDLED ? './console/' : '../../dist/console/', import.meta.url),
);

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files by the path under which a browser asks for them; none where the console was not built. */
export const readConsoleFiles = (): ReadonlyMap<string, ConsoleFile> => {
  const files = new Map<string, ConsoleFile>();
  if (!existsSync(join(place, 'index.html'))) return files;
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = posix.join('/', file.slice(place.length));
    const isPage = path === '/index.html';
    files.set(isPage ? '/' : path, { mediaType, body: readFileSync(file), isLasting: !isPage });
  }
  return files;
};
