/** The process capability against a repository that tries to run something. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bug } from '../kit/errors.ts';
import { createProcesses } from './process.ts';

let folder: string;
let trap: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-process-'));
  trap = join(folder, 'sprung');
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'a.txt'), 'one\n');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  const script = join(folder, 'trap.sh');
  writeFileSync(script, `#!/bin/sh\ntouch ${trap}\n`);
  chmodSync(script, 0o755);
  mkdirSync(join(folder, 'hooks'));
  for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
    writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\ntouch ${trap}\n`);
    chmodSync(join(folder, 'hooks', hook), 0o755);
  }
  appendFileSync(
    join(folder, '.git/config'),
    `[core]\n\tfsmonitor = ${script}\n\thooksPath = ${join(folder, 'hooks')}\n\tpager = ${script}\n\tsshCommand = ${script}\n\talternateRefsCommand = ${script}\n` +
      `[diff]\n\texternal = ${script}\n[diff "x"]\n\ttextconv = ${script}\n\tcommand = ${script}\n[filter "x"]\n\tclean = ${script}\n\tsmudge = ${script}\n` +
      `[gpg]\n\tprogram = ${script}\n[log]\n\tshowSignature = true\n[alias]\n\trev-parse = !${script}\n[pager]\n\tlog = ${script}\n`,
  );
  writeFileSync(join(folder, '.gitattributes'), '* diff=x filter=x\n');
  writeFileSync(join(folder, 'a.txt'), 'two\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('createProcesses', () => {
  it('proves that the trap works where git runs bare', () => {
    git('status', '--short');
    expect(existsSync(trap)).toBe(true);
    rmSync(trap);
  });

  it.each([
    [['rev-parse', 'HEAD']],
    [['log', '-p', '--format=%H', '-1']],
    [['rev-list', '--count', 'HEAD']],
    [['diff-tree', '-p', '--root', 'HEAD']],
    [['for-each-ref']],
    [['cat-file', '-p', 'HEAD:a.txt']],
    [['ls-tree', '-r', 'HEAD']],
  ])('runs `git %j` and nothing of the repository’s', async (args) => {
    const { status, output } = await createProcesses().run('git', args, { folder, seconds: 10 });
    expect(status).toBe(0);
    expect(output).not.toBe('');
    expect(existsSync(trap)).toBe(false);
  });

  it.each([
    [['status']],
    [['diff']],
    [['fetch']],
    [['-c', 'core.fsmonitor=true', 'status']],
    [['log', '--ext-diff']],
    [['cat-file', '--textconv', 'HEAD:a.txt']],
    [['log', '--output=/tmp/x']],
    [[]],
  ])('refuses `git %j`', (args) => {
    expect(() => createProcesses().run('git', args, { folder, seconds: 10 })).toThrow(Bug);
  });

  it('gives git’s own answer as data', async () => {
    const { status, errors } = await createProcesses().run('git', ['rev-parse', 'no-such'], { folder, seconds: 10 });
    expect(status).toBe(128);
    expect(errors).toContain('no-such');
  });

  it('ends what takes too long', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nexec sleep 20\n');
    chmodSync(join(bin, 'git'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${bin}:${path}`;
    try {
      const running = createProcesses().run('git', ['rev-parse', 'HEAD'], { folder, seconds: 0.1 });
      await expect(running).rejects.toThrow('did not end within 0.1 s');
    } finally {
      process.env.PATH = path;
    }
  });
});
