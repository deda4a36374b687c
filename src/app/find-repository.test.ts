/** Finding the repository around a folder: clones, worktrees, folders below, and things that only pretend. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGit } from '../catalog/connectors/file-tree/read-git.ts';
import { findRepository } from './find-repository.ts';

let folder: string;
const git = (where: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: join(folder, where),
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-repository-'));
  mkdirSync(join(folder, 'main/deep/er'), { recursive: true });
  git('main', 'init', '-q', '-b', 'main');
  git('main', 'remote', 'add', 'origin', 'https://token@example.com/team/app.git');
  writeFileSync(join(folder, 'main/deep/er/a.txt'), 'a');
  git('main', 'add', '.');
  git('main', 'commit', '-q', '-m', 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('findRepository', () => {
  it('agrees with git about remote and commit, at the root and below', async () => {
    for (const [path, subPath] of [
      ['main', ''],
      ['main/deep/er', 'deep/er'],
    ] as const) {
      const grant = findRepository(join(folder, path))!;
      expect(grant.subPath).toBe(subPath);
      expect(await readGit(grant)).toEqual({
        remote: 'example.com/team/app',
        commit: git('main', 'rev-parse', 'HEAD'),
      });
    }
  });

  it('reads packed references as git does', async () => {
    git('main', 'pack-refs', '--all');
    expect((await readGit(findRepository(join(folder, 'main'))!)).commit).toBe(git('main', 'rev-parse', 'HEAD'));
  });

  it('follows a worktree to its own commit and the shared configuration', async () => {
    git('main', 'worktree', 'add', '-q', '../other', '-b', 'other');
    writeFileSync(join(folder, 'other/b.txt'), 'b');
    git('other', 'add', '.');
    git('other', 'commit', '-q', '-m', 'two');
    const found = await readGit(findRepository(join(folder, 'other/deep'))!);
    expect(found).toEqual({ remote: 'example.com/team/app', commit: git('other', 'rev-parse', 'HEAD') });
  });

  it('finds none where there is none, or where a `.git` file points to something else', () => {
    mkdirSync(join(folder, 'plain'));
    expect(findRepository(join(folder, 'plain'))).toBeUndefined();
    writeFileSync(join(folder, 'plain/.git'), 'gitdir: /etc\n');
    expect(findRepository(join(folder, 'plain'))).toBeUndefined();
    rmSync(join(folder, 'plain/.git'));
    mkdirSync(join(folder, 'plain/.git'));
    expect(findRepository(join(folder, 'plain'))).toBeUndefined();
  });
});
