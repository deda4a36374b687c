/** Settings of Spring and Quarkus: `application.properties` and `application.yml` as flat keys with lines. */
import { entriesOf, itemsOf, type Mistake, type Positioned } from './positioned.ts';
import { readYamlDocuments } from './yaml-positions.ts';

/** One setting by its whole key. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** Most settings of one file that are kept. */
const settingLimit = 5_000;

/** Reads properties: `key = value`, `key: value`, a backslash at the end of a line goes on with the next one. */
const readProperties = (text: string): Setting[] => {
  const settings: Setting[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length && settings.length < settingLimit; at++) {
    const line = at + 1;
    let whole = lines[at]!.trimStart();
    if (whole === '' || whole.startsWith('#') || whole.startsWith('!')) continue;
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(whole) && at + 1 < lines.length && whole.length < 100_000)
      whole = `${whole.slice(0, -1)}${lines[++at]!.trimStart()}`;
    const found = /^((?:\\.|[^\s:=\\])+)\s*[=:\s]\s*(.*)$/s.exec(whole);
    if (found) settings.push({ key: found[1]!.replaceAll('\\', ''), value: found[2]!.trim(), line });
  }
  return settings;
};

/** The scalars of a tree by their paths: `spring.ai.openai.api-key`, `servers[0].url`. */
export const flatten = (root: Positioned | undefined, separator: string): Setting[] => {
  const settings: Setting[] = [];
  const visit = (value: Positioned, key: string): void => {
    if (settings.length >= settingLimit) return;
    if (value.is === 'scalar') {
      if (value.value !== null) settings.push({ key, value: String(value.value), line: value.line });
      return;
    }
    for (const [name, entry] of entriesOf(value)) visit(entry.value, key === '' ? name : `${key}${separator}${name}`);
    for (const [index, item] of itemsOf(value).entries()) visit(item, `${key}[${index}]`);
  };
  if (root) visit(root, '');
  return settings;
};

/** Reads the settings of a file by its name. */
export const readJavaSettings = (
  path: string,
  text: string,
): { readonly settings: readonly Setting[]; readonly errors: readonly Mistake[] } => {
  if (path.endsWith('.properties')) return { settings: readProperties(text), errors: [] };
  const documents = readYamlDocuments(text);
  return {
    settings: documents.flatMap(({ value }) => flatten(value, '.')),
    errors: documents.flatMap(({ errors }) => errors),
  };
};

/** The folder of the project whose code sees the file: `a/src/main/resources/x` is for `a`. */
export const settingsFolder = (folder: string): string =>
  folder.replace(/(?:^|\/)src\/main\/(?:resources|webapp)(?:\/.*)?$/, '').replace(/(?:^|\/)config$/, '');
