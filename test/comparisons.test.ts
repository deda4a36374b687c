/** The real program held against a baseline and a commit, and its further words. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../src/domain/report.ts';
import { createProgramBench, failing, type ProgramBench, plantedTree as planted, trusted } from './program-bench.ts';

// Each starts the program several times over, on machines that have other things to do.
vi.setConfig({ testTimeout: 120_000 });

let bench: ProgramBench;
beforeEach(() => {
  bench = createProgramBench();
});
afterEach(() => bench.remove());

describe('--baseline', () => {
  it('lets a build pass for what was there, and stops it for what is new or graver', async () => {
    bench.write(planted);
    const first = await bench.scan();
    writeFileSync(join(bench.folder, 'before.json'), JSON.stringify(first));
    expect(bench.run('baseline', 'before.json', '-o', 'baseline.json').status).toBe(0);
    for (const file of ['before.json', 'baseline.json'])
      expect(bench.run('scan', 'tree', '--baseline', file).status, file).toBe(0);
    const second = await bench.scan({ baseline: 'baseline.json' });
    expect(failing(second).every(({ baseline }) => baseline === true)).toBe(true);
    expect(second.findings.length).toBe(first.findings.length);
    bench.write({ 'bot/more.py': planted['bot/rank.py'].replace('acme/rank', 'acme/other') });
    const { status, stdout } = bench.run('scan', 'tree', '--baseline', 'baseline.json');
    expect(stdout).toMatch(/Held against the baseline of .*: \d+ not in it or graver, \d+ known, 0 gone/);
    expect(status).toBe(1);
    const text = readFileSync(join(bench.folder, 'baseline.json'), 'utf8');
    writeFileSync(join(bench.folder, 'baseline.json'), text.replaceAll('"high"', '"low"'));
    bench.write({ 'bot/more.py': '' });
    expect(trusted(await bench.scan({ baseline: 'baseline.json' }))).not.toHaveProperty('baseline');
  });

  it('that is none is refused before the scan', async () => {
    bench.write({ 'a.json': '{}' });
    expect(bench.run('scan', 'tree', '--baseline', 'tree/a.json')).toMatchObject({ status: 2, stdout: '' });
    expect(bench.run('scan', 'tree', '--baseline', 'nothing.json')).toMatchObject({ status: 2, stdout: '' });
  });

  it('of another source counts for nothing, and says so', async () => {
    bench.write(planted);
    const report = await bench.scan();
    writeFileSync(
      join(bench.folder, 'other.json'),
      JSON.stringify({
        ...report,
        target: { ...report.target, source: 'github.com/acme/other' },
        findings: [],
        forecasts: [],
      }),
    );
    const { status, stderr } = bench.run('scan', 'tree', '--baseline', 'other.json');
    expect(stderr).toContain('the baseline is of github.com/acme/other');
    expect(status).toBe(1);
  });
});

describe('--since', () => {
  it('reports what rests on a changed or a new file, committed or not', async () => {
    bench.write(planted);
    bench.git('init', '-q', '-b', 'main');
    bench.git('add', '-A');
    bench.git('commit', '-qm', 'first');
    const all = await bench.scan();
    const untouched = await bench.scan({ since: 'main' });
    expect(untouched.findings).toEqual([]);
    expect(untouched.since).toMatchObject({
      ref: 'main',
      findings: all.findings.length,
      forecasts: all.forecasts.length,
    });
    expect(untouched.assets.length).toBe(all.assets.length);
    bench.write({ 'bot/rank.py': `\n${planted['bot/rank.py']}` });
    const touched = await bench.scan({ since: 'HEAD' });
    expect(trusted(touched)).toBeDefined();
    expect(touched.findings.every(({ detector }) => detector !== 'mcp-package-unpinned')).toBe(true);
    bench.git('commit', '-qam', 'second');
    expect(trusted(await bench.scan({ since: 'HEAD' }))).toBeUndefined();
    expect(trusted(await bench.scan({ since: 'HEAD~1' }))).toBeDefined();
    bench.write({ 'bot/new.py': planted['bot/rank.py'].replace('acme/rank', 'acme/new') });
    expect(failing(await bench.scan({ since: 'HEAD' })).map(({ evidence }) => evidence[0]?.path)).toContain(
      'bot/new.py',
    );
  });

  it('shows what a change brings about in a file that it does not touch, where that commit was scanned', async () => {
    const entry = (name: string, server: object): string => `${JSON.stringify({ mcpServers: { [name]: server } })}\n`;
    bench.write({
      '.mcp.json': entry('fetch', { command: 'uvx', args: ['mcp-server-fetch'] }),
      'bot/rank.py': planted['bot/rank.py'],
    });
    bench.git('init', '-q', '-b', 'main');
    bench.git('add', '-A');
    bench.git('commit', '-qm', 'first');
    bench.git('tag', 'before');
    await bench.scan();
    // Nothing of what is found stands in this file.
    bench.write({ CODEOWNERS: '/docs/ @acme/writers\n' });
    bench.git('add', '-A');
    bench.git('commit', '-qm', 'second');
    const added = (report: Report) => failing(report).map(({ detector, asset }) => `${detector} ${asset}`);
    const compared = await bench.scan({ since: 'before' });
    expect(compared.since?.isCompared).toBe(true);
    expect(added(compared).filter((one) => one.startsWith('owner-missing'))).toHaveLength(1);
    const alone = await bench.scan({ since: 'before', history: false });
    expect(alone.since?.isCompared).toBe(false);
    expect(added(alone).filter((one) => one.startsWith('owner-missing'))).toEqual([]);
  });

  it.each(['nowhere', '--output=x', 'HEAD:bot', ''])('%j is refused where it names no commit', (ref) => {
    bench.write(planted);
    bench.git('init', '-q');
    const { status, stdout } = bench.run('scan', 'tree', `--since=${ref}`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('starts nothing that the repository names', async () => {
    bench.write({ ...planted, '.gitattributes': '*.py filter=evil diff=evil\n' });
    bench.git('init', '-q', '-b', 'main');
    bench.git('add', '-A');
    bench.git('commit', '-qm', 'first');
    const mark = join(bench.folder, 'started');
    for (const key of ['filter.evil.clean', 'filter.evil.smudge', 'diff.evil.textconv', 'core.fsmonitor', 'core.pager'])
      bench.git('config', key, `touch ${mark}`);
    bench.write({ 'bot/rank.py': `\n${planted['bot/rank.py']}` });
    expect(trusted(await bench.scan({ since: 'main' }))).toBeDefined();
    expect(existsSync(mark)).toBe(false);
  });
});

describe('further words', () => {
  it('--quiet says what must be done and nothing else; --json is --format json', async () => {
    bench.write(planted);
    const quiet = bench.run('scan', 'tree', '-q');
    expect(quiet.stdout.split('\n').length).toBeLessThan(10);
    expect(quiet.stdout).toMatch(/^local:tree 1 warning, /);
    expect(quiet.stderr).toBe('');
    expect(quiet.status).toBe(1);
    expect(JSON.parse(bench.run('scan', 'tree', '--json').stdout)).toMatchObject({ schemaVersion: '1.0' });
    expect(bench.run('scan', 'tree', '-q', '-v').status).toBe(2);
  });

  it('--hash hashes a model file of any size, and a cached reading without a hash does not answer for it', async () => {
    mkdirSync(join(bench.tree, 'models'));
    const path = join(bench.tree, 'models/rank.safetensors');
    const size = 65 * 1024 * 1024;
    const header = Buffer.from(JSON.stringify({ w: { dtype: 'F32', shape: [size / 4], data_offsets: [0, size] } }));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    writeFileSync(path, Buffer.concat([length, header]));
    truncateSync(path, 8 + header.length + size);
    const hashOf = (report: Report) => report.assets.find(({ kind }) => kind === 'model-artifact')?.facts.sha256?.value;
    expect(hashOf(await bench.scan())).toBeUndefined();
    expect(hashOf(await bench.scan({ hash: true }))).toBe(
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    );
    expect(hashOf(await bench.scan())).toBeUndefined();
  });
});
