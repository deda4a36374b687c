/** Tests of what looks into model files on bytes that mean harm to it: changed, cut, doubled, packed beyond measure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOf } from './model-bytes.ts';
import { inspectModel } from './model-inspection.ts';
import { recogniseModel } from './recognise-model.ts';

const look = (bytes: Uint8Array, format = 'pickle') => inspectModel(sourceOf(bytes), format);

describe('hostile bytes', () => {
  const cases = join(import.meta.dirname, '../catalog/detectors');
  const samples = readdirSync(cases, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:pt|pkl|joblib|npy|gguf|safetensors|onnx|pb|keras|h5)$/.test(one.name))
    .map((one) => new Uint8Array(readFileSync(join(one.parentPath, one.name))));

  test('are there', () => expect(samples.length).toBeGreaterThan(20));

  test('never make a reader throw, nor take long', () => {
    const mutation = fc.record({
      sample: fc.integer({ min: 0, max: samples.length - 1 }),
      places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
        maxLength: 12,
      }),
      cut: fc.double({ min: 0.1, max: 1, noNaN: true }),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(mutation, ({ sample, places, cut, twice }) => {
        const bytes = samples[sample]!.slice();
        for (const [where, value] of places) bytes[Math.floor(where * (bytes.length - 1))] = value;
        const short = bytes.subarray(0, Math.ceil(bytes.length * cut));
        const given = twice ? new Uint8Array(Buffer.concat([short, bytes])) : short;
        const started = performance.now();
        const model = recogniseModel({ bytes: given, size: given.length }, 'model.bin');
        const signs = inspectModel(sourceOf(given), model?.format);
        expect(Object.values(signs).every(({ found: all }) => all.length <= 13)).toBe(true);
        expect(performance.now() - started).toBeLessThan(3000);
      }),
      { numRuns: 5000 },
    );
  });

  test('numbers and texts on the border of what is read at once', () => {
    const many = Buffer.concat([
      Buffer.from('('),
      ...Array.from({ length: 700_000 }, () => Buffer.from([0x4a, 1, 2, 3, 4])),
      Buffer.from('l.'),
    ]);
    expect(look(new Uint8Array(many)).codeOnLoad).toEqual({ found: [] });
  });

  test('a memo that grows for ever is given up', () => {
    const bytes = new Uint8Array(6_000_000).fill(0x4e);
    const signs = look(bytes);
    expect(signs.codeOnLoad?.unread).toContain('more values');
  });
});
