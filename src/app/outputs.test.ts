/** Outputs: pairs as people write them, refusals before the work, files whole or untouched. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../kit/errors.ts';
import { checkWritable, type OutputWord, pairOutputs, writeWhole } from './outputs.ts';

const known = ['csv', 'cyclonedx', 'html', 'json', 'junit', 'markdown', 'sarif', 'terminal'];
const words = (text: string): OutputWord[] =>
  text.split(' ').flatMap((word): OutputWord[] => {
    const [key, value = ''] = word.split('=');
    return key === 'f' ? [{ format: value }] : key === 'o' ? [{ out: value }] : [];
  });

describe('pairOutputs', () => {
  it.each([
    ['', [{ format: 'terminal' }]],
    ['f=json', [{ format: 'json' }]],
    ['f=json o=a', [{ format: 'json', file: 'a' }]],
    ['o=a f=json', [{ format: 'json', file: 'a' }]],
    ['f=terminal f=json o=a.json', [{ format: 'terminal' }, { format: 'json', file: 'a.json' }]],
    [
      'f=json o=a f=sarif o=b f=terminal',
      [{ format: 'json', file: 'a' }, { format: 'sarif', file: 'b' }, { format: 'terminal' }],
    ],
    [
      'o=a.json o=b.sarif o=c.txt',
      [
        { format: 'json', file: 'a.json' },
        { format: 'sarif', file: 'b.sarif' },
        { format: 'terminal', file: 'c.txt' },
      ],
    ],
    ['o=a.json f=terminal', [{ format: 'json', file: 'a.json' }, { format: 'terminal' }]],
    ['o=a.txt f=terminal', [{ format: 'terminal', file: 'a.txt' }]],
    [
      'o=isobar.html o=comment.md o=tests.xml o=findings.csv',
      [
        { format: 'html', file: 'isobar.html' },
        { format: 'markdown', file: 'comment.md' },
        { format: 'junit', file: 'tests.xml' },
        { format: 'csv', file: 'findings.csv' },
      ],
    ],
    [
      'o=a/bom.json o=x.cdx.json o=carbom.json',
      [
        { format: 'cyclonedx', file: 'a/bom.json' },
        { format: 'cyclonedx', file: 'x.cdx.json' },
        { format: 'json', file: 'carbom.json' },
      ],
    ],
    ['o=b.sarif.json', [{ format: 'sarif', file: 'b.sarif.json' }]],
  ])('%j', (text, expected) => expect(pairOutputs(words(text), known)).toEqual(expected));

  it.each(['f=pdf', 'f=json f=sarif', 'f=json o=a f=sarif o=./a'])('refuses %j', (text) => {
    expect(() => pairOutputs(words(text), known)).toThrow(ConfigError);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isobar-outputs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses what could not be written, and leaves no trace of having looked', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'plain'), '');
    for (const file of ['sub', 'none/a.json', 'plain/a.json']) {
      expect(() => checkWritable([{ format: 'json', file: join(folder, file) }]), file).toThrow(ConfigError);
    }
    checkWritable([{ format: 'json', file: join(folder, 'sub/a.json') }, { format: 'terminal' }]);
    expect(readdirSync(join(folder, 'sub'))).toEqual([]);
  });

  it('replaces a file whole, and not at all when the writing fails', () => {
    const file = join(folder, 'a.json');
    writeWhole(file, ['one', 'two']);
    expect(readFileSync(file, 'utf8')).toBe('onetwo');
    const failing = function* () {
      yield 'half';
      throw new Error('broken');
    };
    expect(() => writeWhole(file, failing())).toThrow('broken');
    expect(readFileSync(file, 'utf8')).toBe('onetwo');
    expect(readdirSync(folder)).toEqual(['a.json']);
    chmodSync(file, 0o600);
    writeWhole(file, ['three']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('writes to a device as it is', () => {
    writeWhole('/dev/null', ['text']);
    expect(existsSync('/dev/null')).toBe(true);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
