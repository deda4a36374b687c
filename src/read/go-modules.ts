/** Reads Go’s go.mod and go.sum. */
import type { PackageList, PackageMention } from './package-mention.ts';
import { firstMistakes, type Mistake } from './positioned.ts';
import { compareVersions, isExactVersion } from './versions.ts';

/** One directive of a go.mod: its words, wherever it stands, alone or in a block. */
interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly line: number;
}

/** https://go.dev/ref/mod#go-mod-file-grammar */
const readDirectives = (text: string, errors: Mistake[]): readonly Directive[] => {
  const directives: Directive[] = [];
  let block: string | undefined;
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = index + 1;
    const words = (whole.replace(/(^|\s)\/\/.*$/, '').match(/"[^"]*"|`[^`]*`|[()]|[^\s()"`]+/g) ?? []).map((word) =>
      word.replace(/^["`](.*)["`]$/, '$1'),
    );
    if (words.length === 0) return;
    if (words[0] === ')') block = undefined;
    else if (block !== undefined) directives.push({ verb: block, words, line });
    else if (words[1] === '(') {
      block = words[0]!;
      if (words.length > 2 && words[2] !== ')') directives.push({ verb: block, words: words.slice(2), line });
      if (words.includes(')')) block = undefined;
    } else if (/^[a-z]+$/.test(words[0]!)) directives.push({ verb: words[0]!, words: words.slice(1), line });
    else errors.push({ line, why: `${JSON.stringify(words[0]!.slice(0, 40))} is no directive of go.mod` });
  });
  if (block !== undefined)
    errors.push({ line: text.split(/\r?\n/).length, why: `the block ${block.slice(0, 40)} does not end` });
  return directives;
};

const isFolder = (path: string): boolean => /^(?:\.{1,2}(?:\/|$)|\/|[A-Za-z]:[\\/])/.test(path);

/** Reads a go.mod. From Go 1.17 on it names every module that is built in, at the version that is taken. */
export const readGoMod = (text: string): PackageList => {
  const errors: Mistake[] = [];
  const directives = readDirectives(text.replace(/^\uFEFF/, ''), errors);
  const replaced = new Map<string, { readonly name: string; readonly version: string | undefined }>();
  for (const { verb, words } of directives) {
    const arrow = words.indexOf('=>');
    if (verb !== 'replace' || arrow < 1 || words[arrow + 1] === undefined) continue;
    replaced.set(words.slice(0, arrow).join(' '), { name: words[arrow + 1]!, version: words[arrow + 2] });
  }
  const mentions = directives.flatMap(({ verb, words, line }): PackageMention[] => {
    const [name, version] = words;
    if (verb !== 'require' || name === undefined) return [];
    if (version === undefined || !isExactVersion('go', version)) {
      errors.push({ line, why: `the module ${name.slice(0, 80)} has no version` });
      return [];
    }
    const other = replaced.get(`${name} ${version}`) ?? replaced.get(name);
    // A folder in its place is the source’s own.
    if (other && isFolder(other.name)) return [];
    const [taken, at] = other ? [other.name, other.version] : [name, version];
    if (at !== undefined && isExactVersion('go', at))
      return [{ ecosystem: 'go', name: taken, version: at, pinned: true, line }];
    errors.push({ line, why: `what replaces the module ${name.slice(0, 80)} has no version` });
    return [];
  });
  const module = directives.find(({ verb }) => verb === 'module');
  const name = module?.words[0];
  if (name === undefined) errors.push({ line: 1, why: 'it names no module' });
  return { mentions, ...(name ? { project: { name, line: module!.line } } : {}), errors: firstMistakes(errors) };
};

/**
 * Reads a go.sum. It has a checksum of everything that was ever weighed, also of what was not taken: of every module only the highest
 * version is told, which is the one that Go takes, and only if its code was fetched, not just its go.mod. Code is fetched for tests
 * of others too, so that a module that go.mod does not name need not be built in.
 */
export const readGoSum = (text: string): PackageList => {
  const highest = new Map<string, { version: string; line: number; isFetched: boolean }>();
  const errors: Mistake[] = [];
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = index + 1;
    if (whole.trim() === '') return;
    const [, name, version = '', onlyManifest] = /^(\S+) (v[^\s/]+)(\/go\.mod)? h\d+:\S+$/.exec(whole.trim()) ?? [];
    if (name === undefined || !isExactVersion('go', version)) {
      errors.push({ line, why: 'this line is no checksum of a module' });
      return;
    }
    const known = highest.get(name);
    const order = known ? (compareVersions('go', version, known.version) ?? 0) : 1;
    if (order > 0) highest.set(name, { version, line, isFetched: onlyManifest === undefined });
    else if (order === 0 && onlyManifest === undefined && known && !known.isFetched)
      Object.assign(known, { line, isFetched: true });
  });
  const mentions = [...highest].flatMap(([name, { version, line, isFetched }]): PackageMention[] =>
    isFetched ? [{ ecosystem: 'go', name, version, pinned: true, confidence: 0.5, line }] : [],
  );
  return { mentions, errors: firstMistakes(errors) };
};
