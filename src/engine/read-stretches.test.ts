/** Tests of reading stretches of a file that is too large to be read whole: they are had, the file is closed again, and nothing of it is cached. */
import { expect, test } from 'vitest';
import { defineExtractor, emptyExtraction } from '../kit/define-extractor.ts';
import { decodeReading, type ReadingTools, readFile } from './read-file.ts';

const content = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);

const readWith = async (asks: boolean) => {
  let open = 0;
  const extractor = defineExtractor({
    id: 'ends',
    title: 'Ends',
    claims: { endings: ['.bin'] },
    limit: 100,
    head: 20,
    extract: ({ bytes, size, range }) => ({
      ...emptyExtraction,
      gaps: [],
      assets: [
        {
          key: 'file',
          kind: 'model-artifact',
          name: asks ? `${bytes.length} of ${size}, the last is ${range?.(size - 1, 10)[0]}` : 'beginning',
          identifiers: [],
          line: 1,
        },
      ],
    }),
  });
  const tools: ReadingTools = {
    files: {
      list: () => Promise.resolve([]),
      read: (_, limit = content.length) => Promise.resolve(content.subarray(0, limit)),
      open: () => {
        open += 1;
        return {
          read: (from, length) => content.subarray(from, from + length),
          close: () => {
            open -= 1;
          },
        };
      },
    },
    extractors: [extractor],
    fingerprint: (value) => value,
    parse: () => Promise.reject(new TypeError('nothing is parsed')),
  };
  const encoded = await readFile({ path: 'large.bin', extractors: [0], size: content.length, isWhole: true }, tools);
  return { encoded, name: decodeReading(encoded.body)?.extractions[0]?.assets[0]?.name, open };
};

test('a stretch beyond the beginning is read, and the file is closed', async () => {
  const { encoded, name, open } = await readWith(true);
  expect(name).toBe(`20 of 1000, the last is ${999 % 251}`);
  expect(open).toBe(0);
  expect(encoded.isKept).toBe(false);
});

test('where nothing beyond the beginning is asked for, the reading is kept', async () => {
  const { encoded, name } = await readWith(false);
  expect(name).toBe('beginning');
  expect(encoded.isKept).toBe(true);
});
