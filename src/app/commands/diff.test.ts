/** `isobar diff` through the real program: two scans of a tree that changes, every form, the gate, and files that are no reports. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../domain/report.ts';
import { sampleReport } from '../../kit/exporter-bench.ts';

const program = join(import.meta.dirname, '../main.ts');
let folder: string;

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      ISOBAR_KEY_FILE: join(folder, 'home/key'),
      ISOBAR_CACHE_DIR: join(folder, 'home/cache'),
      ISOBAR_DATA_DIR: join(folder, 'home/data'),
      NODE_NO_WARNINGS: '1',
    },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
};
const save = (name: string, report: object): void => writeFileSync(join(folder, name), JSON.stringify(report));

const servers = {
  fetch: { command: 'uvx', args: ['mcp-server-fetch'] },
  files: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem', '/srv/documents'] },
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-diff-'));
  mkdirSync(join(folder, 'tree'));
  mkdirSync(join(folder, 'home'));
  const configuration = join(folder, 'tree/.mcp.json');
  for (const [report, mcpServers] of [
    ['before.json', { fetch: servers.fetch }],
    ['after.json', servers],
  ] as const) {
    writeFileSync(configuration, JSON.stringify({ mcpServers }));
    expect(run('scan', 'tree', '--fail-on', 'never', '-o', report).stderr).toBe('');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('isobar diff', () => {
  it('tells of a warning that a change brings, and ends with 1', () => {
    const { status, stdout, stderr } = run('diff', 'before.json', 'after.json');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^FORECAST {2}.*1 (?:new|changed)/m);
    expect(stdout).toMatch(/warning \d+ Claude Code takes in what strangers can write/);
    expect(stdout).toContain('Fix first: ');
    expect(stdout).toMatch(/^\+ MCP server configuration files/m);
    expect(stdout).not.toContain('\u001b');
    expect(status).toBe(1);
  });

  it('ends with 0 where nothing that is new hits the gate: in the other direction, against itself, or when told so', () => {
    const back = run('diff', 'after.json', 'before.json');
    expect(back.stdout).toMatch(/^(?:-|~) warning \d+/m);
    expect(back.status).toBe(0);
    const same = run('diff', 'after.json', 'after.json');
    expect(same.stdout).toContain('no forecast is new, changed or gone');
    expect(same.status).toBe(0);
    expect(run('diff', 'before.json', 'after.json', '--fail-on', 'never').status).toBe(0);
  });

  it('writes JSON whose items are those of the reports, and Markdown, into files', () => {
    run('diff', 'before.json', 'after.json', '--format', 'json', '--out', 'diff.json', '--fail-on', 'never');
    const told = JSON.parse(readFileSync(join(folder, 'diff.json'), 'utf8')) as {
      schemaVersion: string;
      isSameSource: boolean;
      findings: { appeared: Report['findings'] };
      assets: { appeared: Report['assets']; gone: unknown[] };
    };
    const after = JSON.parse(readFileSync(join(folder, 'after.json'), 'utf8')) as Report;
    expect(told).toMatchObject({ schemaVersion: '1.0', isSameSource: true });
    expect(after.findings).toEqual(expect.arrayContaining(told.findings.appeared));
    expect(told.assets.appeared.map(({ name }) => name)).toContain('files');
    expect(told.assets.gone).toEqual([]);
    const { stdout } = run('diff', 'before.json', 'after.json', '--format', 'markdown', '--fail-on', 'never');
    expect(stdout).toMatch(/^## Isobar: forecasts /);
    expect(stdout.match(/<details>/g)?.length).toBe(stdout.match(/<\/details>/g)?.length);
  });

  it('keeps names what they are, and says when the sources differ', () => {
    const name = '</details> @octocat \u001b[2J `x`';
    const assets = sampleReport.assets.map((one) => ({ ...one, name }));
    save('sample.json', { ...sampleReport, assets, forecasts: [{ ...sampleReport.forecasts[0], sentence: name }] });
    const markdown = run('diff', 'before.json', 'sample.json', '--format', 'markdown').stdout;
    expect(markdown).toContain('reports of different sources');
    for (const part of ['@octocat', '</details> @', '\u001b']) expect(markdown).not.toContain(part);
    const terminal = run('diff', 'before.json', 'sample.json').stdout;
    expect(terminal).toContain('reports of different sources');
    expect(terminal).not.toContain('\u001b');
  });

  it('reads reports that know more fields than it does', () => {
    save('newer.json', { ...sampleReport, schemaVersion: '1.7', weather: 'calm' });
    save('sample.json', sampleReport);
    expect(run('diff', 'sample.json', 'newer.json').status).toBe(0);
  });

  it.each([
    ['none.json', 'none.json does not exist'],
    ['tree', 'tree cannot be read'],
    ['text.json', 'text.json is no JSON'],
    ['null.json', 'null.json is no report of Isobar'],
    ['other.json', 'other.json is a report of version 2.0'],
    ['broken.json', 'broken.json is no report of Isobar: findings'],
  ])('ends with 2 and three parts for %s', (file, says) => {
    writeFileSync(join(folder, 'text.json'), 'no {');
    writeFileSync(join(folder, 'null.json'), 'null');
    save('other.json', { ...sampleReport, schemaVersion: '2.0' });
    save('broken.json', { ...sampleReport, findings: 'many' });
    const { status, stdout, stderr } = run('diff', 'before.json', file, '--out', 'never-written');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^isobar: .*\n {2}why it matters: .*\n {2}what to do: .*\n$/);
    expect(existsSync(join(folder, 'never-written'))).toBe(false);
  });

  it.each([[['diff', 'before.json']], [['diff', 'before.json', 'after.json', '--format', 'html']]])(
    'ends with 2 for the arguments `%j`',
    (args) => {
      const { status, stderr } = run(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^error: /);
    },
  );
});
