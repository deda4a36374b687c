/** Tells whether edits broke a file of data: it could be read before them and cannot be any more. */
import { readJson } from '../read/json-positions.ts';
import type { PositionedFile } from '../read/positioned.ts';
import { readToml } from '../read/toml-positions.ts';
import { readYamlDocuments } from '../read/yaml-positions.ts';

const isStrictJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
};

const readers: readonly (readonly [ending: RegExp, read: (text: string) => readonly PositionedFile[]])[] = [
  [/\.(?:json|jsonc|json5|ipynb|tfstate)$/i, (text) => [readJson(text)]],
  [/\.ya?ml$/i, (text) => readYamlDocuments(text)],
  [/\.toml$/i, (text) => [readToml(text)]],
];

/** What is wrong after the edits that was not wrong before; undefined where nothing is, or where the file is no file of data. */
export const breaksSyntax = (path: string, before: string, after: string): string | undefined => {
  const read = readers.find(([ending]) => ending.test(path))?.[1];
  if (read === undefined) return undefined;
  const mistakeIn = (text: string) => read(text).flatMap(({ errors }) => errors)[0];
  // A file that comments and trailing commas keep from being strict JSON may have them afterwards too.
  if (/\.(?:json|ipynb)$/i.test(path) && isStrictJson(before) && !isStrictJson(after))
    return 'it would no longer be JSON';
  if (mistakeIn(before) !== undefined) return undefined;
  const mistake = mistakeIn(after);
  return mistake && `line ${mistake.line} could no longer be read: ${mistake.why}`;
};
