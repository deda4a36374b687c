/** The real program on small trees: its exit codes, its messages, its manners towards pipes and signals. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../domain/report.ts';

const program = join(import.meta.dirname, 'main.ts');
let folder: string;
let tree: string;

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  ISOBAR_KEY_FILE: join(folder, 'home/key'),
  ISOBAR_CACHE_DIR: join(folder, 'home/cache'),
  ISOBAR_DATA_DIR: join(folder, 'home/data'),
  NODE_NO_WARNINGS: '1',
});

/** Runs the program to its end; a run that takes longer than twenty seconds fails. */
const run = (args: readonly string[], more: { uid?: number; gid?: number } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    timeout: 20_000,
    ...more,
  });
  return { status, stdout, stderr };
};

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
};

const readReport = (path: string): Report => reportSchema.parse(JSON.parse(readFileSync(join(folder, path), 'utf8')));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-main-'));
  tree = join(folder, 'tree');
  mkdirSync(tree);
  mkdirSync(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clean = { 'readme.md': '# nothing to see\n', 'src/add.py': 'def add(a, b):\n    return a + b\n' };
/** An invented key of the shape that the provider gives out, put together here so that no scanner takes this file for a leak. */
const key = ['sk-Zq7vK2mX9pLw4TnBcR8y', 'T3Blbk', 'FJhD3gW6sYaE1uJ5oNfQ0i'].join('');
const planted = {
  'requirements.txt': 'openai==1.2.3\n',
  'src/agent.py': [
    'from openai import OpenAI',
    '',
    `client = OpenAI(api_key="${key}")`,
    'client.chat.completions.create(model="gpt-4o", messages=[])',
    '',
  ].join('\n'),
};

describe('isobar scan', () => {
  it('ends with 0 on a clean tree and writes nothing into it', () => {
    write(clean);
    const { status, stdout, stderr } = run(['scan', 'tree']);
    expect(stderr).toBe('');
    expect(stdout).toContain('Nothing that was seen combines to a path to harm');
    expect(stdout).not.toContain('\u001b');
    expect(status).toBe(0);
    expect(readdirSync(tree).sort()).toEqual(['readme.md', 'src']);
  });

  it('ends with 1 where the gate is hit, with 0 where it is told never to be', () => {
    write(planted);
    const { status, stdout } = run(['scan', 'tree']);
    expect(stdout).toContain('src/agent.py:3');
    expect(stdout).not.toContain('Zq7vK2mX9pLw4TnBcR8y');
    expect(status).toBe(1);
    expect(run(['scan', 'tree', '--fail-on', 'never']).status).toBe(0);
  });

  it('writes several formats in one run, each by its schema, and gives the same with and without cache and workers', () => {
    write(planted);
    const first = run([
      'scan',
      'tree',
      '--no-history',
      '--format',
      'json',
      '--out',
      'a.json',
      '--format',
      'sarif',
      '--out',
      'a.sarif',
      '--format',
      'terminal',
    ]);
    expect(first.stdout).toContain('FORECAST');
    const report = readReport('a.json');
    expect(report.findings.some(({ outcome }) => outcome === 'fail')).toBe(true);
    expect((JSON.parse(readFileSync(join(folder, 'a.sarif'), 'utf8')) as { version: string }).version).toBe('2.1.0');

    const still = ({ startedAt: _a, finishedAt: _b, ...rest }: Report) => rest;
    run(['scan', 'tree', '--no-history', '-o', 'cached.json']);
    run(['scan', 'tree', '--no-history', '-o', 'uncached.json', '--no-cache', '--workers', '1']);
    expect(still(readReport('cached.json'))).toEqual(still(report));
    expect(still(readReport('uncached.json'))).toEqual(still(report));
  });

  it('reads in workers what it reads alone', () => {
    write(Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`src/m${at}.py`, planted['src/agent.py']])));
    expect(run(['scan', 'tree', '-o', 'a.json']).stderr).toBe('');
    const report = readReport('a.json');
    expect(report.coverage.files).toMatchObject({ seen: 70, read: 70, skipped: 0 });
    const places = new Set(
      report.assets.filter(({ kind }) => kind === 'secret').flatMap(({ seen }) => seen.map(({ path }) => path)),
    );
    expect(places.size).toBe(70);
  });

  it('goes on past a file that it cannot read, and says so', () => {
    write({ ...clean, 'src/huge.py': '' });
    truncateSync(join(tree, 'src/huge.py'), 3 * 1024 ** 3);
    const { status, stdout } = run(['scan', 'tree', '-f', 'json', '-o', 'a.json', '-f', 'terminal']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/src\/huge\.py: .*larger than/);
    const report = readReport('a.json');
    expect(report.notSeen).toEqual([expect.objectContaining({ what: 'src/huge.py', scope: 'file' })]);
    expect(report.coverage.files).toMatchObject({ read: 2, skipped: 1 });
  });

  it('says what it may not read, and stops where that is the whole folder', ({ skip }) => {
    // The superuser may read everything, so it becomes nobody for this; that needs a checkout that nobody may read too.
    const isRoot = process.getuid?.() === 0;
    const as = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    if (isRoot && spawnSync(process.execPath, [program, '--version'], as).status !== 0)
      skip('only the superuser may read this checkout');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'home'), 0o777);
    write(clean);
    mkdirSync(join(tree, 'locked'));
    chmodSync(join(tree, 'locked'), 0);
    chmodSync(join(tree, 'src/add.py'), 0);
    const { status, stdout } = run(['scan', 'tree'], as);
    expect(stdout).toMatch(/locked, src\/add\.py: permission denied|src\/add\.py, locked: permission denied/);
    expect(status).toBe(0);
    chmodSync(tree, 0);
    const refused = run(['scan', 'tree'], as);
    chmodSync(tree, 0o755);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('permission denied');
  });

  it.each([
    [['scan', 'none'], 'none does not exist'],
    [['scan', 'tree/file'], 'tree/file is no folder'],
    [['scan', 'tree', '--format', 'pdf'], 'pdf is no format'],
    [['scan', 'tree', '--out', 'none/a.json'], 'its folder does not exist'],
    [['explain', 'model-pined'], 'did you mean model-pinned'],
    [['list', 'detectorz'], 'did you mean detectors'],
  ])('ends with 2 and three parts for `%j`', (args, says) => {
    write({ file: '' });
    const { status, stdout, stderr } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^isobar: .*\n {2}why it matters: .*\n {2}what to do: .*\n$/);
  });

  it.each([
    [['scan']],
    [['scam', 'tree']],
    [['scan', 'tree', '--fail-on', 'sometimes']],
    [['scan', 'tree', '--workers', 'many']],
  ])('ends with 2 for the arguments `%j`', (args) => {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: /);
  });

  it('refuses a damaged key before it reads anything', () => {
    write(clean);
    writeFileSync(join(folder, 'home/key'), 'short', { mode: 0o600 });
    const { status, stderr } = run(['scan', 'tree']);
    expect(status).toBe(2);
    expect(stderr).toContain('64 hexadecimal digits');
  });

  it('is quiet when the reader of its output goes away', () => {
    write(planted);
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" list facts | head -n 1; "$0" "$1" scan tree -v | head -n 1', process.execPath, program],
      {
        cwd: folder,
        env: environment(),
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(3);
    expect(status).toBe(0);
  });

  it('stops tidily when it is interrupted', async () => {
    write(
      Object.fromEntries(
        Array.from({ length: 4000 }, (_, at) => [`d${at % 50}/m${at}.py`, planted['src/agent.py'].repeat(8)]),
      ),
    );
    const child = spawn(process.execPath, [program, 'scan', 'tree', '--out', 'a.json'], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    // The cache is opened after the signals are heard and before the first file is read.
    while (!existsSync(join(folder, 'home/cache/readings.sqlite')) && child.exitCode === null)
      await new Promise((go) => setTimeout(go, 5));
    child.kill('SIGINT');
    const code = await new Promise((done) => child.on('close', done));
    expect(said).toBe('isobar: interrupted; nothing was written\n');
    expect(code).toBe(130);
    expect(readdirSync(folder).sort()).toEqual(['home', 'tree']);
  });
});

describe('isobar', () => {
  it('says its version and its commands', () => {
    expect(run(['--version'])).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
    expect(run(['--help']).stdout).toContain('scan');
  });

  it.each([
    ['agent', '(kind)'],
    ['uses-tool', '(relation)'],
    ['approval', '(fact)'],
    ['human-approval', '(objective)'],
    ['owasp-llm-2025', '(framework)'],
    ['LLM01', '(control)'],
    ['llm01', '(control)'],
    ['file-tree', '(connector)'],
    ['sarif', '(exporter)'],
    ['html', '(exporter)'],
  ])('explains %s', (id, says) => {
    const { status, stdout } = run(['explain', id]);
    expect(stdout).toContain(says);
    expect(status).toBe(0);
  });

  it('lists', () => {
    expect(run(['list']).stdout).toMatch(/^kinds +\d+$/m);
    expect(run(['list', 'kinds']).stdout).toMatch(/^agent +Agent$/m);
  });
});
