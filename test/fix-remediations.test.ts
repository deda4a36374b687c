// Every case of every remediation, written to a disk in many encodings: its diff is one that git applies, and undoing gives the same bytes back.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWriter } from '../src/app/file-writer.ts';
import { detectors as shelfOfDetectors } from '../src/catalog/detectors.gen.ts';
import { remediations } from '../src/catalog/remediations.gen.ts';
import { viewAsset } from '../src/kit/asset-view.ts';
import { breaksSyntax } from '../src/kit/breaks-syntax.ts';
import { buildCase } from '../src/kit/build-case.ts';
import type { Detector } from '../src/kit/define-detector.ts';
import type { Edit, Remediation } from '../src/kit/define-remediation.ts';
import { readRemediationCases } from '../src/kit/remediation-bench.ts';
import { addEdits, makeEdits } from '../src/operate/fix/compose-edits.ts';
import { fitLineEnds, readFileText } from '../src/operate/fix/file-text.ts';
import { type FixRecord, openFixRecords } from '../src/operate/fix/fix-record.ts';
import { digestOf } from '../src/operate/fix/make-plan.ts';
import { diffEdits } from '../src/operate/fix/unified-diff.ts';
import { writeFiles } from '../src/operate/fix/write-files.ts';

const detectors: readonly Detector[] = shelfOfDetectors;
const shelf = join(import.meta.dirname, '../src/catalog/remediations');
const planned = (remediations as readonly Remediation[]).flatMap((remediation) =>
  readRemediationCases(readFileSync(join(shelf, remediation.id, 'cases.yaml'), 'utf8'), 'cases.yaml')
    .filter(({ own }) => own.expect === 'passes' && own.after !== undefined)
    .map((one) => ({ name: `${remediation.id}: ${one.name}`, remediation, one })),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-patch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};

/** The edits that the plan makes for these texts, by path. */
const editsFor = ({ remediation, one }: (typeof planned)[number], texts: ReadonlyMap<string, string>) => {
  const { snapshot, numberOf } = buildCase(one);
  const files = [...texts].map(([path, text]) => ({
    path,
    text,
    lines: one.own.lines ?? text.split('\n').map((_, index) => index + 1),
  }));
  const edits = remediation.plan!(viewAsset(snapshot, numberOf(one.about!)), files) ?? [];
  const byPath = Map.groupBy(edits, ({ path }) => path);
  return new Map(
    [...byPath].map(([path, own]): [string, readonly Edit[]] => {
      const all = addEdits(
        [],
        own.map((edit) => fitLineEnds(edit, texts.get(path)!)),
      );
      expect(all).toBeDefined();
      return [path, all!];
    }),
  );
};

const encodings = {
  plain: (text: string) => Buffer.from(text, 'utf8'),
  marked: (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  wide: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  // A letter that no UTF-8 holds, in a line of its own behind everything.
  single: (text: string, isWindows: boolean) => {
    const end = text.endsWith('\n') ? '' : isWindows ? '\r\n' : '\n';
    return Buffer.concat([Buffer.from(text + end, 'utf8'), Buffer.from([0xe9])]);
  },
} as const;

it('there is something to try', () => {
  expect(planned.length).toBeGreaterThan(30);
  expect(new Set(planned.map(({ remediation }) => remediation.id)).size).toBeGreaterThanOrEqual(16);
});

it('every detector that some remediation leaves alone says what to do in exact steps', () => {
  const vague = detectors.filter(({ about, tests, steps }) => {
    const kinds = typeof about === 'string' ? [about] : about;
    const isMended = kinds.every((kind) => remediations.some(({ restores, on }) => restores === tests && on === kind));
    return !isMended && (steps ?? []).join(' ').length < 60;
  });
  expect(vague.map(({ id }) => id)).toEqual([]);
});

describe.each(planned)('$name', (one) => {
  const given = Object.entries(one.one.own.files!);

  it('has a diff that git applies, to the text that the edits make, which can be read', () => {
    const edits = editsFor(one, new Map(given));
    for (const [path, text] of given) write(path, Buffer.from(text));
    const diff = given.map(([path, text]) => diffEdits(path, text, edits.get(path) ?? [])).join('');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff });
    for (const [path, text] of given) {
      const after = makeEdits(text, edits.get(path) ?? []);
      expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
      expect(after).toBe(one.one.own.after![path] ?? text);
      expect(breaksSyntax(path, text, after)).toBeUndefined();
    }
  });

  it('is undone to the same bytes, whatever the encoding, the line ends and the permissions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
        fc.boolean(),
        fc.constantFrom(0o644, 0o600, 0o755),
        fc.boolean(),
        (encoding, isWindows, mode, endsOpen) => {
          const before = new Map(
            given.map(([path, text]) => {
              const ended = endsOpen ? text.replace(/\n$/, '') : text;
              return [
                path,
                encodings[encoding](isWindows ? ended.replaceAll('\n', '\r\n') : ended, isWindows),
              ] as const;
            }),
          );
          for (const [path, bytes] of before) {
            write(path, bytes);
            chmodSync(join(folder, path), mode);
          }
          const texts = new Map([...before].map(([path, bytes]) => [path, readFileText(bytes)!]));
          const edits = editsFor(one, new Map([...texts].map(([path, { text }]) => [path, text])));
          expect(edits.size).toBeGreaterThan(0);
          const records = openFixRecords(join(folder, 'records'), new Uint8Array(32).fill(7));
          const record: FixRecord = {
            ...{
              recordVersion: 1,
              id: 'fix-one',
              root: folder,
              at: '2026-11-24T12:00:00.000Z',
              state: 'applying',
              steps: [],
            },
            files: [...edits].map(([path, own]) => {
              const { text, encode } = texts.get(path)!;
              const [old, fresh] = [before.get(path)!, encode(makeEdits(text, own))!];
              if (isWindows) expect(makeEdits(text, own)).not.toMatch(/[^\r]\n/);
              return {
                path,
                before: digestOf(old),
                after: digestOf(fresh),
                sealedBefore: records.seal(old),
                sealedAfter: records.seal(fresh),
              };
            }),
            predicted: { failing: [], forecasts: [] },
          };
          const writer = createFileWriter(folder);
          expect(writeFiles(record, 'after', writer, records)).toBeUndefined();
          for (const { path, after } of record.files) {
            expect(digestOf(writer.look(path).bytes)).toBe(after);
            expect(statSync(join(folder, path)).mode & 0o777).toBe(mode);
          }
          expect(writeFiles(record, 'before', writer, records)).toBeUndefined();
          for (const [path, bytes] of before) expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });
});
