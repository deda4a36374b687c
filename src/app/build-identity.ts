/** Tells one build of the code that reads files from another, for the cache. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

const here = fileURLToPath(new URL('.', import.meta.url));

function* listSources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listSources(path);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) yield path;
  }
}

/**
 * A hash of the code that reads files and of the packages that it was made with. In the bundle the worker’s entry is enough: it names
 * its chunks, and their names are hashes of what they hold.
 */
export const identifyBuild = (): string => {
  const hash = createHash('sha256').update(JSON.stringify(manifest.dependencies));
  const files = process.env.ISOBAR_BUNDLED
    ? [join(here, 'worker.js')]
    : ['domain', 'read', 'kit', 'engine', 'catalog'].flatMap((room) => [...listSources(join(here, '..', room))]);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
};
