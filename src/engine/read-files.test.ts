/** Reading: once per file, the same with and without a cache or workers, and never more lost than the file that is at fault. */
import { describe, expect, it } from 'vitest';
import { emptyExtraction } from '../domain/observation.ts';
import type { Extractor } from '../kit/define-extractor.ts';
import { AccessError, SourceChanged } from '../kit/errors.ts';
import { type CacheStore, createExtractionCache } from './cache.ts';
import { compileClaims } from './claim-files.ts';
import { type ReadingPlan, readFiles } from './read-files.ts';

const extractor = (
  id: string,
  claims: Extractor['claims'],
  extract: Extractor['extract'],
  limit = 1000,
): Extractor => ({
  id,
  title: id,
  claims,
  limit,
  extract,
});

const lines = extractor('lines', { endings: ['.txt'] }, (input) => ({
  ...emptyExtraction,
  assets: [{ key: 'a', kind: 'dataset', name: input.text(), identifiers: [], line: 1 }],
}));
const secrets = extractor('secrets', { names: ['.env'], paths: [/secret/] }, (input) => ({
  ...emptyExtraction,
  assets: [
    {
      key: 's',
      kind: 'secret',
      name: 'key',
      identifiers: [{ scheme: 'secret-fingerprint', value: input.fingerprint(input.text()) }],
      line: 1,
    },
  ],
}));
const failing = extractor('failing', { endings: ['.txt'] }, (input) => {
  if (input.text().includes('boom')) throw new SyntaxError(`unexpected ${input.text()}`);
  return emptyExtraction;
});

const plan = (
  texts: Record<string, string | Error>,
  extractors: readonly Extractor[],
  more: Partial<ReadingPlan> = {},
) => {
  const reads: string[] = [];
  const made: ReadingPlan = {
    files: {
      list: async () => [],
      read: async (path, limit) => {
        reads.push(path);
        const text = texts[path];
        if (text instanceof Error) throw text;
        return new TextEncoder().encode(text).subarray(0, limit);
      },
    },
    extractors,
    stamp: (path) => (typeof texts[path] === 'string' ? `stamp of ${texts[path].length}` : undefined),
    fingerprint: (value) => `mark ${value.length}`,
    parse: () => Promise.reject(new Error('nothing is parsed here')),
    workers: 1,
    seconds: 5,
    ...more,
  };
  const resources = Object.entries(texts).map(([path, text]) => ({
    path,
    size: String(text).length,
    ignored: path === '.env',
  }));
  return { made, reads, run: () => readFiles(resources, made) };
};

const createStore = (): CacheStore & { entries: Map<string, Uint8Array> } => {
  const entries = new Map<string, Uint8Array>();
  const stamps = new Map<string, string>();
  return {
    entries,
    contentOf: (place, stamp) => stamps.get(`${place} ${stamp}`),
    remember: (place, stamp, content) => void stamps.set(`${place} ${stamp}`, content),
    read: (key) => entries.get(key),
    write: (key, body) => void entries.set(key, body),
  };
};
const scope = { build: 'one', options: '', place: '/tree' };

describe('compileClaims', () => {
  const claimers = compileClaims([
    extractor('a', { names: ['package.json'] }, () => emptyExtraction),
    extractor('b', { endings: ['.json', '.d.ts'] }, () => emptyExtraction),
    extractor('c', { paths: [/^\.github\/.*\.yml$/g] }, () => emptyExtraction),
  ]);
  it.each([
    ['package.json', [0, 1]],
    ['deep/package.json', [0, 1]],
    ['deep/other.JSON', [1]],
    ['x.d.ts', [1]],
    ['x.ts', []],
    ['package.json5', []],
    ['.github/workflows/a.yml', [2]],
    ['.github/workflows/b.yml', [2]],
    ['x/.github/a.yml', []],
  ])('%s is claimed by %j', (path, expected) => expect(claimers(path)).toEqual(expected));
});

describe('readFiles', () => {
  it('reads each file once, however many extractors claim it, and leaves unclaimed ones alone', async () => {
    const { reads, run } = plan({ 'b.txt': 'two', 'a.txt': 'one', 'c.bin': 'three', '.env': 'K=1' }, [
      lines,
      secrets,
      failing,
    ]);
    const { read, gaps, counts } = await run();
    expect(reads).toEqual(['b.txt', 'a.txt', '.env']);
    expect(read.map(({ path, extraction }) => [path, extraction.assets[0]?.name])).toEqual([
      ['b.txt', 'two'],
      ['a.txt', 'one'],
      ['.env', 'key'],
    ]);
    expect(gaps).toEqual([]);
    expect(counts).toEqual({ seen: 4, read: 3, understood: 3, bytes: 9, outlined: 0 });
  });

  it('says of a secret whether version control ignores its file', async () => {
    const { run } = plan({ '.env': 'K=1', 'my-secret.md': 'K=22' }, [secrets]);
    const { read } = await run();
    expect(read.map(({ extraction }) => extraction.assets[0]?.facts?.tracked?.value)).toEqual([false, true]);
  });

  it('makes a gap of a file that cannot be read, is too large, or that an extractor falls over, and never quotes the file', async () => {
    const { run } = plan(
      {
        'a.txt': new AccessError('permission denied'),
        'b.txt': 'x'.repeat(1001),
        'c.txt': 'boom sk-invented',
        'd.txt': 'fine',
        'e.txt': new SourceChanged('it became shorter while it was being read'),
      },
      [lines, failing],
    );
    const { read, gaps, counts } = await run();
    expect(gaps).toEqual([
      { what: 'a.txt', scope: 'file', why: 'permission denied' },
      { what: 'b.txt', scope: 'file', why: 'it is larger than the 1 KB that are read of such a file' },
      { what: 'c.txt', scope: 'file', why: 'the extractor failing failed on it (SyntaxError)' },
      { what: 'e.txt', scope: 'file', why: 'it became shorter while it was being read' },
    ]);
    expect(read.filter(({ extraction }) => extraction.assets.length > 0).map(({ path }) => path)).toEqual([
      'c.txt',
      'd.txt',
    ]);
    expect(counts).toMatchObject({ read: 2, understood: 1 });
  });

  it('gives of a larger file the beginning and the size to those who can do with that, and reads no more of it', async () => {
    const limits: (number | undefined)[] = [];
    const begun: Extractor = {
      ...extractor('begun', { endings: ['.bin'] }, (input) => ({
        ...emptyExtraction,
        assets: [
          { key: 'a', kind: 'model-artifact', name: `${input.text()} of ${input.size}`, identifiers: [], line: 1 },
        ],
      })),
      head: 4,
    };
    const whole = extractor('whole', { endings: ['.bin'] }, () => emptyExtraction, 500);
    const texts = { 'a.bin': 'x'.repeat(5000), 'b.bin': 'y'.repeat(800), 'c.bin': 'z'.repeat(5001) };
    const { made, run } = plan(texts, [begun, whole]);
    const { read: readText } = made.files;
    made.files.read = (path, limit) => {
      limits.push(limit);
      return readText(path, limit);
    };
    const { read, gaps, counts } = await run();
    expect(read.map(({ extraction }) => String(extraction.assets[0]?.name))).toEqual([
      'xxxx of 5000',
      `${'y'.repeat(800)} of 800`,
      'zzzz of 5001',
    ]);
    expect(limits).toEqual([4, 1001, 4]);
    expect(gaps.map(({ why }) => why)).toEqual(
      Array.from({ length: 3 }, () => 'whole: it is larger than the 0.5 KB that are read of such a file'),
    );
    expect(counts.bytes).toBe(808);
  });

  it('tells files apart by their size where the beginnings are the same', async () => {
    const named: Extractor = {
      ...extractor('named', { endings: ['.bin'] }, (input) => ({
        ...emptyExtraction,
        assets: [{ key: 'a', kind: 'model-artifact', name: `${input.size}`, identifiers: [], line: 1 }],
      })),
      head: 4,
    };
    const store = createStore();
    for (const size of [5000, 5001]) {
      const cache = createExtractionCache(store, scope);
      const { read } = await plan({ 'a.bin': 'x'.repeat(size) }, [named], { cache }).run();
      expect(read[0]?.extraction.assets[0]?.name).toBe(String(size));
    }
  });

  it('asks the cache by stamp, then by content, and reads nothing that it keeps', async () => {
    const store = createStore();
    const texts = { 'a.txt': 'one', 'b.txt': 'two' };
    const first = plan(texts, [lines], { cache: createExtractionCache(store, scope) });
    const fresh = await first.run();
    const second = plan(texts, [lines], { cache: createExtractionCache(store, scope) });
    expect(await second.run()).toEqual(fresh);
    expect(second.reads).toEqual([]);
    const moved = plan(texts, [extractor('lines', lines.claims, () => Promise.reject(new Error('not asked')))], {
      cache: createExtractionCache(store, { ...scope, place: '/elsewhere' }),
    });
    expect(await moved.run()).toEqual(fresh);
    expect(moved.reads).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['other reading code', { ...scope, build: 'two' }],
    ['another fingerprint key', { ...scope, options: 'other' }],
  ])('keeps readings of %s apart', async (_, other) => {
    const store = createStore();
    await plan({ 'a.txt': 'one' }, [lines], { cache: createExtractionCache(store, scope) }).run();
    const second = plan({ 'a.txt': 'one' }, [lines], { cache: createExtractionCache(store, other) });
    await second.run();
    expect(second.reads).toEqual(['a.txt']);
    expect(store.entries.size).toBe(2);
  });

  it('reads anew, and mends, what is damaged in the cache', async () => {
    const store = createStore();
    const fresh = await plan({ 'a.txt': 'one' }, [lines], { cache: createExtractionCache(store, scope) }).run();
    const [[key, whole]] = [...store.entries] as [[string, Uint8Array]];
    for (const damaged of [
      whole.subarray(0, 40),
      whole.map((byte, at) => (at === 50 ? byte ^ 1 : byte)),
      new Uint8Array(),
    ]) {
      store.entries.set(key, damaged);
      const second = plan({ 'a.txt': 'one' }, [lines], { cache: createExtractionCache(store, scope) });
      expect(await second.run()).toEqual(fresh);
      expect(second.reads).toEqual(['a.txt']);
      expect(store.entries.get(key)).toEqual(whole);
    }
  });

  it('does not keep a reading with a gap, which may be due to the moment', async () => {
    const store = createStore();
    await plan({ 'a.txt': 'boom' }, [failing], { cache: createExtractionCache(store, scope) }).run();
    expect(store.entries.size).toBe(0);
  });
});
