/** The real program with a configuration and waivers. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { createProgramBench, failing, type ProgramBench, plantedTree as planted, trusted } from './program-bench.ts';

// Each starts the program several times over, on machines that have other things to do.
vi.setConfig({ testTimeout: 120_000 });

let bench: ProgramBench;
beforeEach(() => {
  bench = createProgramBench();
});
afterEach(() => bench.remove());

describe('isobar.yaml', () => {
  it('leaves out, switches off and overrides, and every report says so', async () => {
    bench.write({
      ...planted,
      'old/key.py': planted['bot/rank.py'],
      'isobar.yaml': [
        'exclude: [old/]',
        'detectors:',
        '  model-unpinned: { off: true, reason: the hub is mirrored }',
        '  remote-code-trusted: { severity: low, reason: reviewed in June }',
        '',
      ].join('\n'),
    });
    const report = await bench.scan();
    expect(trusted(report)).toMatchObject({ severity: 'low' });
    expect(failing(report).filter(({ detector }) => detector === 'model-unpinned')).toEqual([]);
    expect(report.coverage.excluded).toContainEqual(
      expect.objectContaining({ what: 'files left out by choice', count: 1 }),
    );
    expect(report.configuration).toMatchObject({
      file: 'isobar.yaml',
      from: 'tree',
      exclude: ['old/'],
      detectorsOff: [{ detector: 'model-unpinned', reason: 'the hub is mirrored' }],
      severities: [{ detector: 'remote-code-trusted', severity: 'low', reason: 'reviewed in June' }],
    });
  });

  it('declares systems that win, and what they are held to', async () => {
    bench.write({
      ...planted,
      'isobar.yaml': [
        'systems:',
        '  - name: Ranking',
        '    paths: [bot/]',
        '    owner: mira@acme.example',
        '    purpose: ranks applications',
        '    riskTier: high',
        '    environment: production',
        'approved:',
        '  mcpServers: [fetch]',
        '',
      ].join('\n'),
    });
    const report = await bench.scan();
    expect(report.systems).toContainEqual(
      expect.objectContaining({
        ...{ name: 'Ranking', declared: true, owner: 'mira@acme.example' },
        ...{ riskTier: 'high', environment: 'production' },
      }),
    );
    const ranking = report.systems.find(({ declared }) => declared)!.id;
    expect(trusted(report)?.systems).toContain(ranking);
    const detectors = failing(report).map(({ detector, message }) => `${detector}: ${message}`);
    expect(detectors.some((one) => one.startsWith('oversight-missing'))).toBe(true);
    expect(detectors.filter((one) => one.startsWith('unapproved-ai')).join()).toMatch(/files/);
    expect(detectors.join()).not.toMatch(/owner-missing|purpose-missing/);
  });

  it.each([
    ['failOn: sometimes\n', 'isobar.yaml:1: `failOn` is none of'],
    ['exclude: [x]\nwaiver: []\n', 'isobar.yaml:2: `waiver` is no key'],
    [
      'detectors:\n  model-unpined: { off: true, reason: x }\n',
      'isobar.yaml:2: `model-unpined` is no detector; did you mean model-unpinned?',
    ],
    ['a: [\n', 'it is no YAML'],
  ])('with a mistake stops the scan and says where: %j', async (text, says) => {
    bench.write({ ...planted, 'isobar.yaml': text });
    const { status, stderr, stdout } = bench.run('scan', 'tree');
    expect(stderr).toContain(says);
    expect(stderr).toContain('--no-config');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('of a scanned folder writes no files, and makes its gate stricter but not laxer', async () => {
    bench.write({
      ...planted,
      'isobar.yaml': 'failOn: never\noutputs:\n  - { format: json, file: written.json }\n',
    });
    const { status, stdout } = bench.run('scan', 'tree');
    expect(status).toBe(1);
    expect(stdout).toContain('not applied: outputs');
    expect(stdout).toContain('not applied: failOn: never');
    expect(existsSync(join(bench.folder, 'written.json'))).toBe(false);
    writeFileSync(join(bench.folder, 'mine.yaml'), readFileSync(join(bench.tree, 'isobar.yaml')));
    expect(bench.run('scan', 'tree', '--config', 'mine.yaml')).toMatchObject({ status: 0, stdout: '' });
    expect(existsSync(join(bench.folder, 'written.json'))).toBe(true);
    bench.write({
      'bot/pyproject.toml': '',
      'bot/rank.py': 'print(1)\n',
      '.mcp.json': '{}',
      'isobar.yaml': 'failOn: low\n',
    });
    bench.write({
      'bot/ask.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n',
    });
    expect(bench.run('scan', 'tree').status).toBe(1);
    expect(bench.run('scan', 'tree', '--fail-on', 'high').status).toBe(0);
  });

  it('is not followed out of the folder, and cannot hide itself', async () => {
    bench.write(planted);
    writeFileSync(join(bench.folder, 'outside.yaml'), 'exclude: ["*"]\n');
    symlinkSync('../outside.yaml', join(bench.tree, 'isobar.yaml'));
    expect(bench.run('scan', 'tree', '--config', 'nowhere.yaml')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('does not exist'),
    });
    const { status, stderr } = bench.run('scan', 'tree');
    expect(status === 2 ? stderr : 'the link was not followed').toMatch(/cannot be read|not followed/);
    expect(trusted(await bench.scan({ config: false }))).toBeDefined();
  });

  it('may say what its published schema says it may', async () => {
    const schema = JSON.parse(readFileSync('docs/schema/configuration-1.0.json', 'utf8')) as Record<string, unknown>;
    const { $schema: _, ...rest } = schema;
    const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });
    addFormats.default(ajv);
    const validate = ajv.compile(rest);
    validate(parse('exclude: [docs/]\nsystems:\n  - { name: bot, paths: [bot/], riskTier: high }\n'));
    expect(validate.errors).toBeNull();
    validate(parse('exlude: [docs/]\n'));
    expect(validate.errors).not.toBeNull();
  });
});

describe('waivers', () => {
  const waive = (...ids: string[]): string =>
    bench.run('waive', ...ids, '--owner', 'mira', '--reason', 'a test', '--expires', '2999-12-31').stdout;

  it('take findings and forecasts out of the gate, and stay in the report', async () => {
    bench.write(planted);
    const first = await bench.scan();
    const warnings = first.forecasts.filter(({ level }) => level === 'warning');
    expect(warnings.length).toBeGreaterThan(0);
    const serious = failing(first).filter(({ severity }) => severity === 'high' || severity === 'critical');
    bench.write({ 'isobar.yaml': waive(...warnings.map(({ id }) => id), ...serious.map(({ id }) => id)) });
    const { status, stdout } = bench.run('scan', 'tree');
    expect(status).toBe(0);
    expect(stdout).toMatch(/by mira until 2999-12-31: a test/);
    const second = await bench.scan();
    expect(second.findings.length).toBe(first.findings.length);
    expect(trusted(second)?.waived).toEqual({ owner: 'mira', reason: 'a test', expires: '2999-12-31' });
    expect(second.configuration?.waivers.every(({ state }) => state === 'holds')).toBe(true);
  });

  it('end when their day has passed, and when what they accepted has changed', async () => {
    bench.write(planted);
    const { id } = trusted(await bench.scan())!;
    const text = waive(id);
    bench.write({ 'isobar.yaml': text.replace('2999-12-31', '2020-01-31') });
    expect(trusted(await bench.scan())).toMatchObject({ waiverEnded: { why: 'expired', expires: '2020-01-31' } });
    bench.write({ 'isobar.yaml': text.replace(/state: [0-9a-f]+/, 'state: 0123456789ab') });
    const changed = await bench.scan();
    expect(trusted(changed)).toMatchObject({ waiverEnded: { why: 'changed', owner: 'mira' } });
    expect(trusted(changed)).not.toHaveProperty('waived');
    expect(bench.run('scan', 'tree').stdout).toContain('changed since mira waived it');
    bench.write({ 'isobar.yaml': text, 'bot/rank.py': 'print(1)\n' });
    expect((await bench.scan()).configuration?.waivers).toEqual([expect.objectContaining({ state: 'unmatched' })]);
  });

  it('are written for what is there alone', async () => {
    bench.write(planted);
    await bench.scan();
    const { status, stderr } = bench.run(
      ...['waive', 'finding-0123456789abcdef', '--owner', 'a', '--reason', 'b', '--expires', '2999-01-01'],
    );
    expect(stderr).toContain('is no finding or forecast');
    expect(status).toBe(2);
    const { id } = trusted(await bench.scan())!;
    expect(bench.run('waive', id, '--owner', 'a', '--reason', 'b', '--expires', '2020-01-01').status).toBe(2);
    expect(bench.run('waive', id, '--owner', 'a', '--reason', 'b').status).toBe(2);
  });
});
