/** Reads yarn.lock, that of Yarn 1 and that of Yarn 2 and later: every package it installs, once. Neither says what a package is needed for. */
import { isCommit, type PackageList, type PackageMention, withoutCredentials } from './package-mention.ts';
import { readLockYaml } from './plain-yaml.ts';
import { entriesOf, firstMistakes, type Mistake, textOf, valueAt } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';

/** `name@range`, the name perhaps with a scope. */
const descriptor = /^((?:@[^/@\s]+\/)?[^/@\s]+)@(.*)$/s;

/** A package that comes from an address, at a commit or not. */
const fromAddress = (name: string, address: string, line: number): PackageMention => ({
  ecosystem: 'npm',
  name: normaliseName('npm', name),
  requirement: withoutCredentials(address),
  pinned: isCommit(/(?:#(?:commit=)?|\/tar\.gz\/|\/)([0-9a-f]{40})$/i.exec(address)?.[1]),
  line,
});

/** One entry of Yarn 1 while it is read. */
interface Entry {
  readonly specifier: string;
  readonly line: number;
  version?: string;
  resolved?: string;
}

const mentionOf = ({ specifier, line, version, resolved }: Entry): PackageMention | string | undefined => {
  const found = descriptor.exec(specifier);
  if (!found || version === undefined) return `${JSON.stringify(specifier.slice(0, 60))} is no package with a version`;
  const [, written = '', range = ''] = found;
  if (/^(?:file|link|portal|workspace):|^\.{0,2}\//.test(range)) return undefined;
  const name = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@|$)/.exec(range)?.[1] ?? written;
  const isRepository =
    /^(?:git[+:@]|ssh:|github:|gitlab:|bitbucket:|https?:.*\.git(?:#|$)|[\w.-]+\/[\w.-]+(?:#|$))/.test(range) ||
    /^git[+:]|^https:\/\/codeload\.github\.com\//.test(resolved ?? '');
  if (isRepository) return fromAddress(name, resolved ?? range, line);
  return isExactVersion('npm', version)
    ? { ecosystem: 'npm', name: normaliseName('npm', name), version, pinned: true, line }
    : `${JSON.stringify(version.slice(0, 60))} is no version`;
};

const unquote = (text: string): string => text.trim().replace(/^"(.*)"$/s, '$1');

const readFirst = (text: string): PackageList => {
  const mentions: PackageMention[] = [];
  const errors: Mistake[] = [];
  let entry: Entry | undefined;
  const close = (): void => {
    const mention = entry && mentionOf(entry);
    if (typeof mention === 'string') errors.push({ line: entry!.line, why: mention });
    else if (mention) mentions.push(mention);
    entry = undefined;
  };
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = index + 1;
    if (whole.trim() === '' || whole.startsWith('#')) return;
    if (!whole.startsWith(' ')) {
      close();
      if (whole.endsWith(':')) entry = { specifier: unquote(whole.slice(0, -1).split(', ')[0]!), line };
      else
        errors.push({
          line,
          why: /^[<=>]{7}/.test(whole) ? 'a merge was left open' : 'this line belongs to no package',
        });
      return;
    }
    const field = /^ {2}(version|resolved) (.+)$/.exec(whole);
    if (field && entry) entry[field[1] as 'version' | 'resolved'] = unquote(field[2]!);
  });
  // Yarn ends its file with the end of a line.
  if (entry !== undefined && !text.endsWith('\n'))
    errors.push({ line: text.split('\n').length, why: 'the last line does not end: the file is cut short' });
  close();
  return { mentions, errors };
};

const readLater = (text: string): PackageList => {
  const documents = readLockYaml(text);
  const mentions: PackageMention[] = [];
  const errors: Mistake[] = documents.flatMap((document) => document.errors);
  for (const [key, { line, value }] of documents.flatMap((document) => entriesOf(document.value))) {
    if (key === '__metadata') continue;
    const found = descriptor.exec(textOf(valueAt(value, 'resolution')) ?? '');
    if (!found) {
      errors.push({ line, why: `${JSON.stringify(key.slice(0, 60))} says no package` });
      continue;
    }
    const [, name = '', from = ''] = found;
    // Folders of the source itself; a patched package stands once more as the package that is patched.
    if (/^(?:workspace|link|portal|file|patch|virtual|exec):/.test(from)) continue;
    const version = /^npm:([^:]+)/.exec(from)?.[1];
    if (version !== undefined && isExactVersion('npm', version))
      mentions.push({ ecosystem: 'npm', name: normaliseName('npm', name), version, pinned: true, line });
    else mentions.push(fromAddress(name, from, line));
  }
  return { mentions, errors };
};

/** Reads a yarn.lock. */
export const readYarnLock = (text: string): PackageList => {
  const isLater = /^"?__metadata"?:/m.test(text);
  const { mentions, errors } = isLater ? readLater(text) : readFirst(text);
  const isLock = isLater || mentions.length > 0 || /^# yarn lockfile v1\s*$/m.test(text);
  if (!isLock) return { mentions: [], errors: [{ line: 1, why: 'it is no lock file of Yarn' }] };
  const seen = new Set<string>();
  return {
    mentions: mentions.filter(({ name, version, requirement }) => {
      const id = `${name}@${version ?? requirement}`;
      return !seen.has(id) && seen.add(id);
    }),
    errors: firstMistakes(errors),
  };
};
