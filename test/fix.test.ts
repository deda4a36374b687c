// The real program mends real trees: plans, applies whole or not at all, verifies, undoes, and finishes what was killed.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FixPlan, fixPlanSchema } from '../src/operate/fix/fix-plan.ts';
import { createProgramBench, type ProgramBench } from './program-bench.ts';

const killed = join(import.meta.dirname, 'fix-killed.ts');
let bench: ProgramBench;
let folder: string;
let tree: string;

const fix = (...args: readonly string[]) => bench.run('fix', 'tree', ...args);
const write = (files: Readonly<Record<string, string>>): void => bench.write(files);
const read = (path: string): string => readFileSync(join(tree, path), 'utf8');
const everything = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(tree.length + 1),
        readFileSync(join(entry.parentPath, entry.name)).toString('base64'),
      ]),
  );

/** An invented key of the shape that the provider gives out, put together here so that no scanner takes this file for a leak. */
const key = ['sk-Zq7vK2mX9pLw4TnBcR8y', 'T3Blbk', 'FJhD3gW6sYaE1uJ5oNfQ0i'].join('');
const files = {
  '.claude/settings.json':
    '{\r\n\t"permissions": {\r\n\t\t"defaultMode": "bypassPermissions", \r\n\t\t"allow": ["Bash(npm test)"]\r\n\t}\r\n}\r\n',
  'load.py': [
    'import torch',
    'from transformers import AutoModel',
    '',
    'model = AutoModel.from_pretrained(',
    '    "harbourlight/transit-bert",',
    '    revision="0f1e2d3c4b5a69788796a5b4c3d2e1f001122334",',
    '    trust_remote_code=True,  # asked for by the model card',
    ')',
    '',
  ].join('\r\n'),
  'client.py': `from openai import OpenAI\n\nclient = OpenAI(api_key="${key}")\nclient.chat.completions.create(model="gpt-4o", messages=[])\n`,
};

beforeEach(() => {
  bench = createProgramBench();
  ({ folder, tree } = bench);
});
afterEach(() => bench.remove());

const plan = (...args: readonly string[]): FixPlan => {
  const { stdout, stderr, status } = fix('--plan', '--format', 'json', ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return fixPlanSchema.parse(JSON.parse(stdout));
};

describe('isobar fix', () => {
  it('plans without writing, and shows no secret', () => {
    write(files);
    const before = everything();
    const made = plan();
    expect(everything()).toEqual(before);
    expect(made.files.map(({ path }) => path)).toEqual(['.claude/settings.json', 'client.py', 'load.py']);
    expect(made.steps.every(({ instructions }) => instructions.length > 0)).toBe(true);
    expect(made.steps.flatMap(({ ends }) => ends.findings).length).toBeGreaterThanOrEqual(3);
    const shown = JSON.stringify(made) + fix().stdout;
    expect(shown).not.toContain(key.slice(8, 24));
    expect(shown).toContain('+client = OpenAI(api_key=os.environ');
  });

  it('keeps line ends, tabs, comments and permissions, is verified, and gives the same bytes back', () => {
    write(files);
    chmodSync(join(tree, 'load.py'), 0o755);
    const before = everything();
    const applied = fix('--apply', '--verify', '--pull-request-text', 'pull.md');
    expect(applied.stderr).toBe('');
    expect(applied.stdout).toContain('Verified: every detector passes');
    expect(applied.status).toBe(0);
    expect(read('.claude/settings.json')).toBe(files['.claude/settings.json'].replace('bypassPermissions', 'default'));
    expect(read('load.py')).toBe(files['load.py'].replace('=True', '=False'));
    expect(statSync(join(tree, 'load.py')).mode & 0o777).toBe(0o755);
    expect(readdirSync(tree).sort()).toEqual(['.claude', 'client.py', 'load.py']);
    const text = readFileSync(join(folder, 'pull.md'), 'utf8');
    expect(text).toContain('A scan afterwards shows what was foretold');
    expect(
      text + readFileSync(join(folder, 'home/data/fixes', readdirSync(join(folder, 'home/data/fixes'))[0]!), 'utf8'),
    ).not.toContain(key);
    expect(fix('--verify').status).toBe(0);
    expect(fix('--undo').status).toBe(0);
    expect(everything()).toEqual(before);
    expect(fix('--undo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is nothing to undo here'),
    });
  });

  it('does only what was asked for', () => {
    write(files);
    const made = plan('--only', 'remote-code-trusted');
    expect(made.files.map(({ path }) => path)).toEqual(['load.py']);
    const [finding] = made.steps[0]!.ends.findings;
    expect(plan('--only', finding!.id).files).toEqual(made.files);
    expect(fix('--only', 'remote-code-trustd')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('remote-code-trustd is no detector, finding, warning or fix of this tree'),
    });
  });

  it('writes nothing where a file changed between plan and apply', () => {
    write(files);
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan()));
    write({ 'load.py': `${files['load.py']}print(model)\r\n` });
    const before = everything();
    const { status, stderr } = fix('--apply', '--as-planned', 'plan.json');
    expect(stderr).toContain('load.py was changed since the plan was made');
    expect(status).toBe(2);
    expect(everything()).toEqual(before);
    write(files);
    expect(fix('--apply', '--as-planned', 'plan.json').status).toBe(0);
  });

  it('writes nothing where one of the files is read-only, and writes through no link', () => {
    write(files);
    chmodSync(join(tree, 'client.py'), 0o444);
    const before = everything();
    const { status, stderr } = fix('--apply');
    expect(stderr).toContain('client.py may not be changed: it is read-only');
    expect(status).toBe(2);
    expect(everything()).toEqual(before);
    expect(fix('--apply', '--only', 'remote-code-trusted').status).toBe(0);
    rmSync(join(tree, 'client.py'), { force: true });
    writeFileSync(join(folder, 'outside.py'), files['client.py']);
    symlinkSync(join(folder, 'outside.py'), join(tree, 'client.py'));
    fix('--apply');
    expect(readFileSync(join(folder, 'outside.py'), 'utf8')).toBe(files['client.py']);
  });

  it('does not take back what somebody changed since', () => {
    write(files);
    expect(fix('--apply').status).toBe(0);
    write({ 'load.py': 'print("mine")\n' });
    const { status, stderr } = fix('--undo');
    expect(stderr).toContain('load.py: it was changed since');
    expect(status).toBe(2);
    expect(read('load.py')).toBe('print("mine")\n');
    expect(read('.claude/settings.json')).toContain('"default"');
  });

  it('rolls back what a scan afterwards does not confirm, and says what differs', () => {
    // The same key stands in a second file, of a kind that no patch is for.
    write({
      'client.py': files['client.py'],
      'run.sh': `#!/bin/sh\nexport OPENAI_API_KEY="${key}"\npython client.py\n`,
    });
    const before = everything();
    const { status, stdout } = fix('--apply', '--verify', '--only', 'secret-in-code');
    expect(stdout).toMatch(/✗ Withdraw the credential[\s\S]*Not verified: [\s\S]*foretold gone, found fails/);
    expect(stdout).toContain('Every file is as it was before.');
    expect(status).toBe(1);
    expect(everything()).toEqual(before);
  });

  it('tells in a work tree how to commit', () => {
    write(files);
    execFileSync('git', ['init', '-q', tree]);
    const { stdout } = fix('--apply', '--only', 'remote-code-trusted');
    expect(stdout).toMatch(/git switch -c isobar\/fix-[\w-]+\n {2}git add -- load\.py\n {2}git commit -m /);
    expect(execFileSync('git', ['-C', tree, 'status', '--short'], { encoding: 'utf8' })).toContain('?? load.py');
  });

  it.each([
    ['--finish', 'after'],
    ['--undo', 'before'],
  ])('offers to finish or roll back what was killed between two writes: %s', (how, side) => {
    write(files);
    const before = everything();
    expect(bench.runFile(killed, tree, join(bench.data, 'fixes')).signal).toBe('SIGKILL');
    const half = everything();
    expect(half).not.toEqual(before);
    for (const args of [[], ['--apply'], ['--verify']]) {
      const { status, stderr } = fix(...args);
      expect(stderr).toMatch(/it was interrupted when 1 of 3 files were written[\s\S]*--finish[\s\S]*--undo/);
      expect(status).toBe(2);
      expect(everything()).toEqual(half);
    }
    expect(fix(how).status).toBe(0);
    if (side === 'before') expect(everything()).toEqual(before);
    else {
      expect(fix('--verify').status).toBe(0);
      expect(fix('--undo').status).toBe(0);
      expect(everything()).toEqual(before);
    }
  });

  it.each([
    [['--apply', '--undo'], 'do not go together'],
    [['--verify', '--plan'], 'do not go together'],
    [['--as-planned', 'x.json'], 'is for --apply'],
    [['--apply', '--as-planned', 'none.json'], 'none.json cannot be read'],
    [['--finish'], 'there is nothing to finish here'],
    [['--verify'], 'there is nothing to verify here'],
  ])('ends with 2 and three parts for `%j`', (args, says) => {
    write(files);
    const { status, stdout, stderr } = fix(...args);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^isobar: .*\n {2}why it matters: .*\n {2}what to do: .*\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
}, 120_000);
