/** A tree that means harm, or is only broken in every way that trees are: the scan ends, says what it did not see and why, and sees the rest. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/domain/report.ts';
import { scanTree } from './scan-tree.ts';

const client = (model: string): string =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;
/** Bytes of no encoding, the same in every run. */
const junk = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 2_654_435_761) >>> 24);
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefghijk'].map(
      (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`,
    ),
  )
  .join('\n');
const twoGigabytes = 2 ** 31;

const root = mkdtempSync(join(tmpdir(), 'isobar hostile '));
const at = (...path: string[]): string => join(root, ...path);

const plant = (): void => {
  writeFileSync(at('good.py'), client('gpt-4.1'));
  writeFileSync(at('wide.py'), utf16(client('gpt-4.1-mini')));
  writeFileSync(at('latin.py'), Buffer.from(`# caf\xe9\n${client('gpt-4o')}`, 'latin1'));
  writeFileSync(at('new\nline.py'), client('o4-mini'));
  writeFileSync(at('.mcp.json'), utf16('{"mcpServers":{"wide":{"command":"npx","args":["-y","wide-mcp"]}}}'));
  mkdirSync(at('loop/inner'), { recursive: true });
  symlinkSync('..', at('loop/inner/up'));
  symlinkSync('self', at('loop/self'));
  symlinkSync('/etc', at('loop/outside'));
  for (const name of ['junk.py', 'junk.ts', 'junk.ipynb', 'package-lock.json', 'junk.gguf'])
    writeFileSync(at(name), junk);
  for (const name of ['huge.py', 'huge.ipynb', 'huge.json', 'huge.safetensors', 'huge.pkl', '.env']) {
    writeFileSync(at(name), 'x');
    truncateSync(at(name), twoGigabytes);
  }
  let deep = root;
  for (let level = 0; level < 300; level += 1) deep = join(deep, 'd');
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'lost.py'), client('lost'));
  writeFileSync(at('compose.yaml'), bomb);
  writeFileSync(at('nested.json'), '['.repeat(200_000));
  writeFileSync(at('nested.ipynb'), '{"cells":'.repeat(50_000));
  writeFileSync(at('nested.py'), `from openai import OpenAI\nx = ${'('.repeat(30_000)}${')'.repeat(30_000)}\n`);
  writeFileSync(at('squeezed.js'), `import"openai";${'var a=1;'.repeat(700_000)}`);
  // A name that is no UTF-8 can only be made from bytes.
  spawnSync('sh', ['-c', 'mkdir -p "$(printf "bad\\377name")"; mkfifo pipe.py'], { cwd: root });
  mkdirSync(at('closed'));
  writeFileSync(at('closed/inside.py'), client('closed'));
  chmodSync(at('closed'), 0);
};

describe('a hostile tree', () => {
  let report: Report;
  beforeAll(async () => {
    plant();
    report = await scanTree(root);
  }, 60_000);
  afterAll(() => {
    chmodSync(at('closed'), 0o700);
    rmSync(root, { recursive: true, force: true });
  });
  const whyNot = (path: string): string =>
    report.notSeen
      .filter(({ what }) => what === path)
      .map(({ why }) => why)
      .join('; ');

  it('sees what can be read, in whatever encoding and under whatever name', () => {
    const models = report.assets.filter(({ kind }) => kind === 'model').map(({ name }) => name);
    expect(models).toEqual(expect.arrayContaining(['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'o4-mini']));
    expect(models).not.toContain('lost');
    expect(report.assets.map(({ name }) => name)).toContain('wide');
  });

  it.each([
    ['junk.ipynb', 'no notebook'],
    ['package-lock.json', 'no value'],
    ['huge.py', 'larger than'],
    ['huge.ipynb', 'larger than'],
    ['.env', 'larger than'],
    ['huge.safetensors', 'no format'],
    ['compose.yaml', 'aliases'],
    ['nested.py', 'deep'],
    ['squeezed.js', 'larger than'],
  ])('says why %s was not read: %s', (path, why) => {
    expect(whyNot(path)).toContain(why);
  });

  it('says of folders that lie too deep, and that have names it cannot open, that they were not looked into', () => {
    expect(report.notSeen.find(({ what }) => /^(?:d\/){50}/.test(what))?.why).toContain('deep');
    expect(report.notSeen.find(({ what }) => what.startsWith('bad'))?.why).toContain('UTF-8');
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not look into a closed folder', () => {
    expect(whyNot('closed')).toContain('permission denied');
  });

  it('follows no link and waits for no pipe, and counts both', () => {
    const left = Object.fromEntries((report.coverage.excluded ?? []).map(({ what, count }) => [what, count]));
    expect(left).toMatchObject({ 'symbolic links': 3, 'special files': 1 });
  });

  it('puts nothing of binary content into what it says', () => {
    const text = JSON.stringify(report.notSeen);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text.replaceAll('\\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|\\u00[01]/);
  });
});
