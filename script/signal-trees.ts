// Finds the trees that show a risk signal: `<shelf>/<item>/cases/<signal>/` below the catalog.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One signal that an item claims to see, with the folder of its trees. */
export interface SignalTree {
  readonly shelf: 'detectors' | 'correlations';
  readonly item: string;
  readonly signal: string;
  readonly folder: string;
}

const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** All signal trees of the catalog at `root`, by shelf, item and signal. */
export const listSignalTrees = (root: string): SignalTree[] =>
  (['detectors', 'correlations'] as const).flatMap((shelf) =>
    foldersIn(join(root, shelf)).flatMap((item) =>
      foldersIn(join(root, shelf, item, 'cases')).map((signal) => ({
        shelf,
        item,
        signal,
        folder: join(root, shelf, item, 'cases', signal),
      })),
    ),
  );
