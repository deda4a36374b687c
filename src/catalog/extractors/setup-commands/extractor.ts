/** Scripts, workflows and development containers: the packages that they install at one version. */
import { defineExtractor, type Extraction, emptyExtraction, type FileInput } from '../../../kit/define-extractor.ts';
import { observeInstalls } from '../../../kit/observe-installs.ts';
import { project } from '../../../kit/observe-packages.ts';
import { openExtraction } from '../../../kit/open-extraction.ts';
import type { CommandLine } from '../../../read/install-commands.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, entryOf, itemsOf, type Positioned, textOf, textsOf } from '../../../read/positioned.ts';
import { fillInVariables } from '../../../read/shell-variables.ts';

const isDevelopmentContainer = (path: string): boolean => /devcontainer\.json$/.test(path);
/** A text that installs nothing needs no further look. */
const mayInstall = (text: string): boolean => /\b(?:install|add|i)\b/.test(text);

/** https://containers.dev/implementors/json_reference/#lifecycle-scripts */
const lifecycle = [
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
];

/** A command as a text, as words, or several by name. */
const commandsIn = (value: Positioned | undefined): readonly CommandLine[] => {
  const text = textOf(value);
  if (value === undefined) return [];
  if (text !== undefined) return [{ text, line: value.line }];
  if (value.is === 'list') return [{ text: textsOf(value).join(' '), line: itemsOf(value)[0]?.line ?? value.line }];
  return entriesOf(value).flatMap(([, entry]) => commandsIn(entry.value));
};

/** Variables that a script sets before it uses them; one that is set twice is left as it stands. */
const fillIn = (lines: readonly CommandLine[]): readonly CommandLine[] => {
  const set = new Map<string, string | undefined>();
  for (const { text } of lines) {
    const [, name, value] = /^\s*(?:export\s+|readonly\s+)?([A-Za-z_]\w*)=["']?([\w.:~+-]+)["']?\s*$/.exec(text) ?? [];
    if (name !== undefined) set.set(name, set.has(name) ? undefined : value);
  }
  if (set.size === 0) return lines;
  return lines.map(({ text, line }) => ({ line, text: fillInVariables(text, (name) => set.get(name)) }));
};

const linesOf = (input: FileInput, text: string): readonly CommandLine[] => {
  if (isDevelopmentContainer(input.path)) {
    const { value } = readJson(text);
    return lifecycle.flatMap((key) => commandsIn(entryOf(value, key)?.value));
  }
  const lines = text.split(/\r?\n/).map((each, index) => ({ text: each, line: index + 1 }));
  // A step of a workflow is a script behind `run:`, on the same line or below it.
  return /\.ya?ml$/.test(input.path)
    ? lines.map(({ text: each, line }) => ({ text: each.replace(/^\s*(?:-\s+)?(?:run:\s*)?/, ''), line }))
    : fillIn(lines);
};

export default defineExtractor({
  id: 'setup-commands',
  title: 'Packages that scripts, workflows and development containers install',
  claims: {
    paths: [
      /\.(?:sh|bash)$/,
      /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
      /(^|\/)\.?devcontainer(?:\/[^/]+)?\/devcontainer\.json$|(^|\/)\.devcontainer\.json$/,
    ],
  },
  limit: 1_000_000,
  extract(input): Extraction {
    const text = input.text();
    if (!mayInstall(text)) return emptyExtraction;
    const into = openExtraction();
    observeInstalls(input.path, linesOf(input, text), project, into);
    return { ...emptyExtraction, ...into };
  },
});
