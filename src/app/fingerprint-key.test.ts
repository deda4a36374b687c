/** The fingerprint key: made once, private, and refused when it is not what it was. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../kit/errors.ts';
import { createFingerprint, findKeyFile, identifyKey, loadKey } from './fingerprint-key.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-key-'));
  path = join(folder, 'isobar/key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loadKey', () => {
  it('is made once, for its owner alone', () => {
    const key = loadKey(path);
    expect(key).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKey(path)).toEqual(key);
    expect(readFileSync(path, 'utf8').trim()).toBe(key.toString('hex'));
  });

  it.each([
    ['is cut short', () => writeFileSync(path, 'abc')],
    ['others may read', () => chmodSync(path, 0o644)],
  ])('refuses a key that %s, in three parts', (_, spoil) => {
    loadKey(path);
    spoil();
    expect(() => loadKey(path)).toThrow(ConfigError);
    expect(() => loadKey(path)).toThrow(/why it matters: .*\n {2}what to do: /);
  });

  it('says what to do where it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => loadKey(join(folder, 'file/key'))).toThrow('ISOBAR_KEY_FILE');
  });

  it('is found where the environment says', () => {
    expect(findKeyFile({ ISOBAR_KEY_FILE: '/k', XDG_CONFIG_HOME: '/c' })).toBe('/k');
    expect(findKeyFile({ XDG_CONFIG_HOME: '/c' })).toBe('/c/isobar/key');
  });
});

describe('createFingerprint', () => {
  const key = Buffer.alloc(32, 1);
  it('is the same for the same value and key, and different for any other', () => {
    const mark = createFingerprint(key)('value');
    expect(mark).toMatch(/^[0-9a-f]{32}$/);
    expect(createFingerprint(key)('value')).toBe(mark);
    expect(createFingerprint(key)('Value')).not.toBe(mark);
    expect(createFingerprint(Buffer.alloc(32, 2))('value')).not.toBe(mark);
    expect(identifyKey(key)).not.toBe(identifyKey(Buffer.alloc(32, 2)));
  });
});
