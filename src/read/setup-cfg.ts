/** Reads setup.cfg: the project’s name and the packages it asks for. */
import { firstOfEach, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { firstMistakes, type Mistake } from './positioned.ts';
import { readRequirement } from './requirements.ts';
import { normaliseName } from './versions.ts';

/** One key of a section with the lines of its value. */
interface Setting {
  readonly section: string;
  readonly key: string;
  readonly line: number;
  readonly values: { readonly text: string; readonly line: number }[];
}

/** The settings of an INI file as Python’s configparser reads them: an indented line goes on with the value above. */
const readSettings = (text: string): readonly Setting[] => {
  const settings: Setting[] = [];
  let section = '';
  let open: Setting | undefined;
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = index + 1;
    if (/^\s*(?:[#;].*)?$/.test(whole)) return;
    const header = /^\[([^\]]+)\]/.exec(whole);
    if (header) {
      section = header[1]!.trim();
      open = undefined;
    } else if (/^\s/.test(whole)) open?.values.push({ text: whole.trim(), line });
    else {
      const pair = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(whole);
      open = pair ? { section, key: pair[1]!, line, values: [] } : undefined;
      if (open) settings.push(open);
      if (pair?.[2]) open!.values.push({ text: pair[2].trim(), line });
    }
  });
  return settings;
};

const scopes: Readonly<Record<string, ScopeOfUse>> = {
  install_requires: 'production',
  setup_requires: 'development',
  tests_require: 'test',
};

const scopeOf = ({ section, key }: Setting): ScopeOfUse | undefined => {
  if (section === 'options') return Object.hasOwn(scopes, key) ? scopes[key] : undefined;
  return section === 'options.extras_require' ? 'optional' : undefined;
};

/** Reads a setup.cfg. Many hold only the settings of tools: they give nothing. */
export const readSetupCfg = (text: string): PackageList => {
  const settings = readSettings(text.replace(/^\uFEFF/, ''));
  const named = settings.find(({ section, key }) => section === 'metadata' && key === 'name');
  const name = named?.values[0]?.text;
  const errors: Mistake[] = [];
  const mentions = settings.flatMap((setting): PackageMention[] => {
    const scope = scopeOf(setting);
    if (scope === undefined) return [];
    // Written on one line, semicolons separate; a marker can then not be written.
    const isOneLine = setting.values.length === 1 && setting.values[0]!.line === setting.line;
    return setting.values
      .flatMap(({ text: value, line }) =>
        (isOneLine ? value.split(';') : [value]).map((part) => ({ part: part.replace(/\s+#.*$/, '').trim(), line })),
      )
      .flatMap(({ part, line }) => {
        // `file: requirements.txt` is read where it stands.
        if (part === '' || /^(?:file|attr):/.test(part)) return [];
        const mention = readRequirement(part, scope, line);
        if (typeof mention === 'string') errors.push({ line, why: mention });
        return mention === undefined || typeof mention === 'string' ? [] : [mention];
      });
  });
  const itself = name === undefined ? undefined : normaliseName('pypi', name);
  return {
    mentions: firstOfEach(mentions).filter((mention) => mention.name !== itself),
    ...(name === undefined || /^attr:/.test(name) ? {} : { project: { name, line: named!.line } }),
    errors: firstMistakes(errors),
  };
};
