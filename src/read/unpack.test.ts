/** Tests of the unpackers on bytes that the real programs packed, cut short, changed, and with a bound. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackBzip2 } from './unpack-bzip2.ts';
import { unpackLz4 } from './unpack-lz4.ts';
import { unpackLzma, unpackXz } from './unpack-lzma.ts';
import { type UnpackedOutput, unpackInto } from './unpack-output.ts';

/** 3000 times `ab`, then `The end.`, as the Python modules bz2, lzma and lz4.frame pack it. */
const packed: readonly (readonly [
  name: string,
  base64: string,
  unpack: (bytes: Uint8Array, out: UnpackedOutput) => void,
])[] = [
  ['bzip2', 'QlpoOTFBWSZTWQuzKZYABd0TAEABBAA2QSAAMQZMQIqDanqSQBUVOwBUVLfW/F3JFOFCQC7Mplg=', unpackBzip2],
  [
    'xz',
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Bd3ACtdADCYq/wd//f/1IEKn3RzhPowEaZpp4+RC+RFpEO932ZqShskrVwbwpCE34AAAHgrUtTzBYBrAAFH+C4AAACYLaHpscRn+wIAAAAABFla',
    unpackXz,
  ],
  ['lzma', 'XQAAgAD//////////wAwmKv8Hf/3/9SBCp90c4T6MBGmaaePkQvkRaRDvd9makobJK1cG8KVRC5R//3EIAA=', unpackLzma],
  ['LZ4', 'BCJNGGhAeBcAAAAAAAC1JgAAAC9hYgIA//////////////////////////////9ygFRoZSBlbmQuAAAAAA==', unpackLz4],
];
const text = `${'ab'.repeat(3000)}The end.`;

describe.each(packed)('%s', (_, base64, unpack) => {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const run = (given: Uint8Array, most = 100_000) => unpackInto(most, (out) => unpack(given, out));

  test('gives what was packed', () => expect(Buffer.from(run(bytes).bytes).toString()).toBe(text));

  test('stops at the bound with what it has', () => {
    const { bytes: given, why } = run(bytes, 1000);
    expect(given.length).toBeLessThanOrEqual(1000);
    expect(why).toContain('more than 1000');
  });

  test('says why where it is cut short', () => expect(run(bytes.subarray(0, bytes.length - 40)).why).toBeDefined());

  test('never throws for what is in it', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const hostile = bytes.slice();
        for (const [at, value] of changes) hostile[at] = value;
        expect(run(hostile).bytes.length).toBeLessThanOrEqual(100_000);
      }),
      { numRuns: 400 },
    );
  });
});
