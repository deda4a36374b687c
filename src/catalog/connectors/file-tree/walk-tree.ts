// The walk: every folder listed once, in a fixed order, without recursion, links or surprises.
import type {
  ConnectorOptions,
  Discovery,
  Entry,
  FileCapability,
  Gap,
  RepositoryGrant,
  Resource,
} from '../../../kit/define-connector.ts';
import { AccessError } from '../../../kit/errors.ts';
import { type IgnoreRules, noRules } from './ignore-rules.ts';
import { findLeftOut, ignoredFiles, type LeftOut, links, mattersThoughIgnored, specialFiles } from './left-out.ts';
import { readText } from './read-git.ts';

/** Deeper nesting is made by programs gone wrong or by attackers, never by people. */
const deepest = 200;
const longestIgnoreFile = 1024 * 1024;

interface Folder {
  /** Path with `/` at its end; empty for the root. */
  readonly prefix: string;
  readonly depth: number;
  readonly rules: IgnoreRules;
  readonly isIgnored: boolean;
  /** Other users of the machine may not enter it. */
  readonly isClosed: boolean;
  /** Its entries, where they were needed before. */
  readonly entries?: readonly Entry[];
}

export type Walk = Pick<Discovery, 'resources' | 'gaps' | 'excluded'>;

/** Whether others may read a file, where the bits of it were seen. */
const openness = ({ mode }: Entry, { isClosed }: Folder): Pick<Resource, 'openToOthers'> =>
  mode === undefined ? {} : { openToOthers: !isClosed && (mode & 0o004) !== 0 };

/** Rules that stand above the scanned folder or beside the tree, rewritten to paths inside the scanned folder. */
const readRulesAbove = async (
  grant: RepositoryGrant | undefined,
): Promise<readonly { folder: string; text: string }[]> => {
  if (!grant) return [];
  const found: { folder: string; text: string }[] = [];
  const exclude = await readText(grant.sharedStore, 'info/exclude', longestIgnoreFile);
  if (exclude !== undefined) found.push({ folder: '', text: exclude });
  const parts = grant.subPath === '' ? [] : grant.subPath.split('/');
  for (let depth = 0; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    const text = await readText(grant.tree, folder === '' ? '.gitignore' : `${folder}/.gitignore`, longestIgnoreFile);
    if (text !== undefined) found.push({ folder, text });
  }
  return found;
};

/** Walks everything below the granted folder. Folders that cannot be listed become gaps. */
export const walkTree = async (
  files: FileCapability,
  grant: RepositoryGrant | undefined,
  options: ConnectorOptions,
): Promise<Walk> => {
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const counts = new Map<LeftOut, number>();
  const leaveOut = (what: LeftOut): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

  // Rules are asked with paths from the top of the repository, wherever below it the walk began.
  const above = grant && grant.subPath !== '' ? `${grant.subPath}/` : '';
  let first = noRules;
  for (const { folder, text } of await readRulesAbove(grant)) first = first.with(folder, text);
  const chosen: LeftOut = {
    what: 'files left out by choice',
    why: 'named with --exclude, or under `exclude` in isobar.yaml',
  };
  const excluding = noRules.with('', (options.exclude ?? []).join('\n'));

  const isRootIgnored =
    above !== '' &&
    above
      .split('/')
      .slice(0, -1)
      .some((_, index, parts) => first.ignores(`${parts.slice(0, index + 1).join('/')}/`));
  const open: Folder[] = [{ prefix: '', depth: 0, rules: first, isIgnored: isRootIgnored, isClosed: false }];

  const list = async (path: string): Promise<readonly Entry[] | undefined> => {
    try {
      return await files.list(path);
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      gaps.push({ what: path === '' ? '.' : path, scope: 'folder', why: error.message });
      return undefined;
    }
  };

  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const { prefix, depth } = folder;
    const entries = folder.entries ?? (await list(prefix.slice(0, -1)));
    if (entries === undefined) continue;
    const names = new Set(entries.map((entry) => entry.name));
    let { rules } = folder;
    if (entries.some((entry) => entry.name === '.gitignore' && entry.type === 'file')) {
      const text = await readText(files, `${prefix}.gitignore`, longestIgnoreFile);
      if (text !== undefined) rules = rules.with(`${above}${prefix}`.slice(0, -1), text);
    }

    const below: Folder[] = [];
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${prefix}${entry.name}`;
      if (entry.type === 'link') {
        leaveOut(links);
        continue;
      }
      if (entry.type === 'other') {
        leaveOut(specialFiles);
        continue;
      }
      const asFolder = entry.type === 'folder' ? '/' : '';
      if (excluding.ignores(`${path}${asFolder}`)) {
        leaveOut(chosen);
        continue;
      }
      const isIgnored = folder.isIgnored || rules.ignores(`${above}${path}${asFolder}`);
      if (entry.type === 'file') {
        if (isIgnored && options.all !== true && !mattersThoughIgnored(path)) leaveOut(ignoredFiles);
        else
          resources.push({
            path,
            size: entry.size,
            ...(grant ? { ignored: isIgnored } : {}),
            ...openness(entry, folder),
          });
        continue;
      }
      if (depth >= deepest) {
        gaps.push({ what: path, scope: 'folder', why: `folders are nested more than ${deepest} deep` });
        continue;
      }
      // Only `.git` itself is never of interest; with --all everything else is.
      let inside: readonly Entry[] | undefined;
      if (entry.name === '.git' || options.all !== true) {
        const needsLook = /^\.?v?env|^vendor$/i.test(entry.name);
        if (needsLook) {
          inside = await list(path);
          if (inside === undefined) continue;
        }
        const namesInside = new Set(inside?.map((one) => one.name));
        const left = findLeftOut(entry.name, names, () => namesInside);
        if (left) {
          leaveOut(left);
          continue;
        }
      }
      below.push({
        prefix: `${path}/`,
        depth: depth + 1,
        rules,
        isIgnored,
        isClosed: folder.isClosed || (entry.mode !== undefined && (entry.mode & 0o001) === 0),
        ...(inside ? { entries: inside } : {}),
      });
    }
    open.push(...below.reverse());
  }

  const excluded = [...counts]
    .map(([{ what, why }, count]) => ({ what, why, count }))
    .sort((a, b) => (a.what < b.what ? -1 : 1));
  return { resources, gaps, excluded };
};
