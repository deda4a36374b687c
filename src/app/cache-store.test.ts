/** The cache on disk: two programs may use it, damage is thrown away, and trouble never reaches the scan. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCacheFile, openCacheStore } from './cache-store.ts';

let folder: string;
let path: string;
const now = Date.UTC(2026, 0, 1);
const days = (count: number): number => now + count * 24 * 60 * 60 * 1000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-cache-'));
  path = join(folder, 'deep/readings.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fill = (key: string, at = now): void => {
  const store = openCacheStore(path, false, at)!;
  store.write(key, bytes(`body of ${key}`));
  store.remember(`place of ${key}`, 'stamp', key);
  store.close();
};

describe('openCacheStore', () => {
  it('keeps what it was given, for readers too, in a folder for its owner alone', () => {
    fill('a');
    expect(statSync(join(folder, 'deep')).mode & 0o077).toBe(0);
    const reader = openCacheStore(path, true, now)!;
    expect(reader.read('a')).toEqual(bytes('body of a'));
    expect(reader.contentOf('place of a', 'stamp')).toBe('a');
    expect(reader.contentOf('place of a', 'other stamp')).toBeUndefined();
    expect(reader.read('b')).toBeUndefined();
    reader.close();
  });

  it('serves two writers at once', () => {
    const first = openCacheStore(path, false, now)!;
    const second = openCacheStore(path, false, now)!;
    for (let at = 0; at < 600; at += 1) {
      first.write(`first ${at}`, bytes('1'));
      second.write(`second ${at}`, bytes('2'));
    }
    first.close();
    second.close();
    const reader = openCacheStore(path, true, now)!;
    for (let at = 0; at < 600; at += 1) {
      expect(reader.read(`first ${at}`)).toEqual(bytes('1'));
      expect(reader.read(`second ${at}`)).toEqual(bytes('2'));
    }
    reader.close();
  });

  it('forgets what was not used for thirty days', () => {
    fill('old');
    fill('kept');
    const user = openCacheStore(path, false, days(20))!;
    expect(user.read('kept')).toBeDefined();
    user.close();
    openCacheStore(path, false, days(31))!.close();
    const reader = openCacheStore(path, true, days(31))!;
    expect(reader.read('old')).toBeUndefined();
    expect(reader.read('kept')).toBeDefined();
    reader.close();
  });

  it.each([
    ['no database at all', () => bytes('not a database')],
    ['a database cut short', (whole: Uint8Array) => whole.subarray(0, 3000)],
    [
      'a database overwritten in the middle',
      (whole: Uint8Array) => whole.map((byte, at) => (at > 4096 && at < 12000 ? 0xaa : byte)),
    ],
  ])('begins anew from %s', (_, damage: (whole: Uint8Array) => Uint8Array) => {
    fill('a');
    writeFileSync(path, damage(readFileSync(path)));
    const store = openCacheStore(path, false, now)!;
    expect(store.read('a')).toBeUndefined();
    store.write('b', bytes('b'));
    store.close();
    fill('c');
    const reader = openCacheStore(path, true, now)!;
    expect(reader.read('c')).toEqual(bytes('body of c'));
    reader.close();
  });

  it('is absent where it has no place, and for a reader before anything was kept', () => {
    expect(openCacheStore(path, true, now)).toBeUndefined();
    writeFileSync(join(folder, 'file'), '');
    expect(openCacheStore(join(folder, 'file/readings.sqlite'), false, now)).toBeUndefined();
    chmodSync(folder, 0o700);
    expect(existsSync(path)).toBe(false);
  });

  it('lies where the user’s caches lie', () => {
    expect(findCacheFile({ ISOBAR_CACHE_DIR: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a/readings.sqlite');
    expect(findCacheFile({ XDG_CACHE_HOME: '/b' })).toBe('/b/isobar/readings.sqlite');
    expect(findCacheFile({})).toMatch(/\.cache\/isobar\/readings\.sqlite$/);
  });
});
