/** Which files are not as they were at a commit: asked of what git has stored and of the content on disk, never of the work tree through git. */
import type { ProcessCapability } from '../kit/define-connector.ts';
import { AccessError, ConfigError, SourceChanged } from '../kit/errors.ts';
import type { createFiles } from './files.ts';
import { sayTrouble } from './trouble.ts';

type Files = ReturnType<typeof createFiles>;

const seconds = 60;

const refuse = (what: string, act: string): never => {
  throw new ConfigError(sayTrouble(what, 'nobody could tell what is new', act));
};

/** Every stored file below the folder at the commit, as `path` to the hash of its content. */
const listTree = async (
  processes: ProcessCapability,
  folder: string,
  commit: string,
): Promise<ReadonlyMap<string, string>> => {
  const { status, output, errors } = await processes.run('git', ['ls-tree', '-r', '-z', commit], { folder, seconds });
  if (status !== 0) return refuse(`git cannot list ${commit}: ${errors.trim()}`, 'fetch the commit, then scan again');
  const found = new Map<string, string>();
  for (const line of output.split('\0')) {
    const entry = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (entry) found.set(entry[2]!, entry[1]!);
  }
  return found;
};

/** The commit that `ref` names; throws a ConfigError where it names none. */
export const findCommit = async (processes: ProcessCapability, folder: string, ref: string): Promise<string> => {
  if (ref.startsWith('-') || ref === '')
    return refuse(`--since ${ref} is no name of a commit`, 'name a branch, a tag or a commit');
  try {
    const { status, output } = await processes.run('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], {
      folder,
      seconds,
    });
    const commit = output.trim();
    if (status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return refuse(`--since needs git: ${error.message}`, 'install git, or scan without --since');
  }
  return refuse(
    `--since ${ref} names no commit of a repository that the folder lies in`,
    'name a branch, a tag or a commit that was fetched; a shallow clone has few',
  );
};

/**
 * Tells of paths whether they differ from the commit: their content does, or it was not there. A file whose line ends or encoding git
 * converts on check-out counts as changed.
 */
export const findChanges = async (
  root: string,
  commit: string,
  paths: readonly string[],
  { processes, files }: { readonly processes: ProcessCapability; readonly files: Files },
): Promise<ReadonlySet<string>> => {
  const tree = await listTree(processes, root, commit);
  const algorithm = commit.length === 64 ? 'sha256' : 'sha1';
  const changed = new Set<string>();
  for (const path of paths) {
    if (path === '') continue;
    // Members of archives and cells of notebooks lie below their file.
    let file = path;
    while (!tree.has(file) && file.includes('/') && files.stamp(file) === undefined && !files.has(file))
      file = file.slice(0, file.lastIndexOf('/'));
    const stored = tree.get(file);
    if (stored === undefined) {
      changed.add(path);
      continue;
    }
    try {
      if ((await files.digest(file, algorithm, (size) => `blob ${size}\0`)) !== stored) changed.add(path);
    } catch (error) {
      if (!(error instanceof AccessError || error instanceof SourceChanged)) throw error;
      changed.add(path);
    }
  }
  return changed;
};
