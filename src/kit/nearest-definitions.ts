/** Definitions that files of settings hold for a folder: those of the nearest folder around a path. */
import { isWithin } from '../read/source-path.ts';
import type { PlacedDefinition } from './define-resolver.ts';

/** Of definitions held by `folder:<path>` those whose folder is the nearest around `path`. */
export const nearestDefinitions = (path: string, all: readonly PlacedDefinition[]): readonly PlacedDefinition[] => {
  const folderOfHolder = ({ holder }: PlacedDefinition): string => (holder ?? '').replace(/^folder:/, '');
  const around = all.filter((each) => isWithin(folderOfHolder(each), path));
  const longest = Math.max(0, ...around.map((each) => folderOfHolder(each).length));
  return around.filter((each) => folderOfHolder(each).length === longest);
};
