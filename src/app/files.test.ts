/** The file capability on a real disk: it never follows a link, never leaves its root, never waits for a pipe. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessError } from '../kit/errors.ts';
import { createFiles } from './files.ts';

let base: string;
let root: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'isobar-files-'));
  root = join(base, 'tree');
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'src/a.txt'), 'hello');
  writeFileSync(join(base, 'outside.txt'), 'not yours');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('createFiles', () => {
  it('lists with types and sizes, and reads up to the limit', async () => {
    symlinkSync('../outside.txt', join(root, 'link'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, 'pipe')]);
    const files = createFiles(root);
    expect([...(await files.list(''))].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'link', type: 'link', size: 0 },
      { name: 'pipe', type: 'other', size: 0 },
      { name: 'src', type: 'folder', size: 0, mode: expect.any(Number) },
    ]);
    chmodSync(join(root, 'src/a.txt'), 0o640);
    expect(await files.list('src')).toEqual([{ name: 'a.txt', type: 'file', size: 5, mode: 0o640 }]);
    expect(text(await files.read('src/a.txt'))).toBe('hello');
    expect(text(await files.read('src/a.txt', 2))).toBe('he');
  });

  it('refuses everything outside, by dots, by name and by links on the way', async () => {
    symlinkSync('../outside.txt', join(root, 'link'));
    symlinkSync(base, join(root, 'up'));
    const files = createFiles(root);
    const reads = ['../outside.txt', 'src/../../outside.txt', join(base, 'outside.txt'), 'link', 'up/outside.txt'];
    for (const path of reads) await expect(files.read(path), path).rejects.toThrow(AccessError);
    for (const path of ['..', 'up', '/']) await expect(files.list(path), path).rejects.toThrow(AccessError);
  });

  it('does not wait for a pipe’s writer and says why a file is not read', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, 'pipe')]);
    const files = createFiles(root);
    await expect(files.read('pipe')).rejects.toThrow('it is no regular file');
    await expect(files.read('src/none.txt')).rejects.toThrow('it is no longer there');
    await expect(files.read('src')).rejects.toThrow(AccessError);
  });

  it.skipIf(process.getuid?.() === 0)('says that permission was denied', async () => {
    chmodSync(join(root, 'src/a.txt'), 0);
    await expect(createFiles(root).read('src/a.txt')).rejects.toThrow('permission denied');
  });

  it('stamps a file so that any change shows, and a file too young not at all', () => {
    const files = createFiles(root);
    const path = join(root, 'src/a.txt');
    expect(files.stamp('src/a.txt')).toBeUndefined();
    expect(files.stamp('src/none.txt')).toBeUndefined();
    // The change time cannot be set back, so an old file is made by asking later.
    const now = Date.now;
    try {
      Date.now = () => now() + 60_000;
      const before = files.stamp('src/a.txt');
      expect(before).toBeTypeOf('string');
      writeFileSync(path, 'HELLO');
      utimesSync(path, 1, 1);
      expect(files.stamp('src/a.txt')).not.toBe(before);
    } finally {
      Date.now = now;
    }
  });
});
