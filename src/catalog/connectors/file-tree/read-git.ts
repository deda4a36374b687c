// Reads what a repository says of itself (remote and commit) as text; git is never started, so nothing of the repository’s can run.
import type { FileCapability, RepositoryGrant } from '../../../kit/define-connector.ts';
import { AccessError, SourceChanged } from '../../../kit/errors.ts';

/** What the repository’s own files say. */
export interface GitFacts {
  /** Normalised: `github.com/owner/name`. Absent where no remote names a place that others would find. */
  readonly remote?: string;
  /** The commit checked out, as 40 or 64 hexadecimal digits. */
  readonly commit?: string;
}

const most = 256 * 1024;
const largestRefs = 16 * 1024 * 1024;

/** The text of a file; undefined where it is not there or may not be read, which for these optional facts is the same. */
export const readText = async (files: FileCapability, path: string, limit = most): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(await files.read(path, limit));
  } catch (error) {
    if (error instanceof AccessError || error instanceof SourceChanged) return undefined;
    throw error;
  }
};

/** Values of `section.subsection.key` of a git configuration; `include` is not followed: it may point anywhere. */
export const parseConfig = (text: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  let section = '';
  for (const line of text.split('\n', 10_000)) {
    const header = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line);
    if (header) {
      section = `${header[1]!.toLowerCase()}${header[2] === undefined ? '' : `.${header[2].replace(/\\(.)/g, '$1')}`}`;
      continue;
    }
    const entry = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!entry) continue;
    const key = `${section}.${entry[1]!.toLowerCase()}`;
    const value = entry[2]!.replace(/\s[;#].*$/, '').replace(/^"(.*)"$/, '$1');
    const list = found.get(key);
    if (list) list.push(value);
    else found.set(key, [value]);
  }
  return found;
};

const caseless = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//;

/**
 * The same text for every way of writing one remote: no scheme, no user, no password, no port of the scheme’s own, no `.git`.
 * Undefined for a path on a disk, which means something else on every machine.
 */
export const normaliseRemote = (url: string): string | undefined => {
  const trimmed = url.trim();
  const withScheme = /^(?:git\+)?(?:https?|ssh|git|ftps?):\/\/(?:[^/]*@)?([^/:@?#]+)(?::(\d+))?\/([^?#]+)/i.exec(
    trimmed,
  );
  // scp-like: a colon before the first slash. One letter before it would be a Windows drive.
  const likeCopy = withScheme ? undefined : /^(?:[^/@:]+@)?([^/:@\s]{2,}):(?!\/\/)([^?#]+)$/.exec(trimmed);
  const host = withScheme?.[1] ?? likeCopy?.[1];
  const path = withScheme?.[3] ?? likeCopy?.[2];
  if (host === undefined || path === undefined) return undefined;
  const port = withScheme?.[2];
  const odd = port === undefined || ['22', '80', '443', '9418'].includes(port) ? '' : `:${port}`;
  const clean = path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/i, '')
    .replace(/\/{2,}/g, '/');
  if (clean === '' || /[\s\p{Cc}]/u.test(clean) || /[\s\p{Cc}]/u.test(host)) return undefined;
  const normal = `${host.toLowerCase()}${odd}/${clean}`;
  return caseless.test(normal) ? normal.toLowerCase() : normal;
};

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const refPattern = /^refs\/[\w./@+-]{1,400}$/;

const readCommit = async (grant: RepositoryGrant): Promise<{ branch?: string; commit?: string }> => {
  let said = (await readText(grant.store, 'HEAD', 4096))?.trim();
  let branch: string | undefined;
  // A reference may name another; git itself stops after five.
  for (let depth = 0; said !== undefined && depth < 5; depth += 1) {
    if (commitPattern.test(said)) return { commit: said, ...(branch ? { branch } : {}) };
    const name = /^ref:\s*(\S+)$/.exec(said)?.[1];
    if (name === undefined || !refPattern.test(name) || name.includes('..')) break;
    if (name.startsWith('refs/heads/')) branch ??= name.slice('refs/heads/'.length);
    said = ((await readText(grant.store, name, 4096)) ?? (await readText(grant.sharedStore, name, 4096)))?.trim();
    if (said === undefined) {
      const packed = (await readText(grant.sharedStore, 'packed-refs', largestRefs)) ?? '';
      const at = packed.indexOf(` ${name}\n`);
      said = at < 0 ? undefined : packed.slice(packed.lastIndexOf('\n', at) + 1, at);
    }
  }
  return branch ? { branch } : {};
};

/** Reads remote and commit. The remote is `origin`, else the current branch’s, else the only or first one that others would find. */
export const readGit = async (grant: RepositoryGrant): Promise<GitFacts> => {
  const { branch, commit } = await readCommit(grant);
  const config = parseConfig((await readText(grant.sharedStore, 'config')) ?? '');
  const upstream = branch === undefined ? undefined : config.get(`branch.${branch}.remote`)?.at(-1);
  const names = [
    'origin',
    upstream,
    ...[...config.keys()].flatMap((key) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []),
  ];
  let remote: string | undefined;
  for (const name of names) {
    remote ??= name === undefined ? undefined : normaliseRemote(config.get(`remote.${name}.url`)?.at(-1) ?? '');
  }
  return { ...(remote ? { remote } : {}), ...(commit ? { commit } : {}) };
};
