// Holds the quick reader of lock files against the whole parser: what it reads must be the same, line by line, and the rest must go there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readLockYaml } from './plain-yaml.ts';
import { readYamlDocuments } from './yaml-positions.ts';

const extractors = join(import.meta.dirname, '../catalog/extractors');
const files = ['pnpm-lock', 'yarn-lock'].flatMap((id) =>
  readdirSync(join(extractors, id, 'cases'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^(?:pnpm-lock\.yaml|yarn\.lock)$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name)),
);

test('files that the tools wrote are read as the whole parser reads them', () => {
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(readLockYaml(text), file).toEqual(readYamlDocuments(text));
  }
});

const word = fc.oneof(
  fc.stringMatching(/^[a-z0-9@/._^~<>=| -]{1,12}$/),
  fc.constantFrom(
    '1.0.0',
    '1.0',
    '07',
    '0x1f',
    '1e3',
    'true',
    'null',
    '~',
    '',
    'a: b',
    'a #b',
    '- a',
    "it's",
    '"q"',
    'a\\b',
    'é',
    '{a}',
    '*',
  ),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, word, fc.boolean(), fc.integer(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(word, tie('any'), { maxKeys: 4 }),
}));

test('so is anything else that can be written in YAML, in blocks and in one line', () => {
  fc.assert(
    fc.property(value.map, fc.boolean(), fc.boolean(), (map, isFlow, isWide) => {
      const text = stringify(map, { collectionStyle: isFlow ? 'flow' : 'any', lineWidth: isWide ? 0 : 40 });
      expect(readLockYaml(text)).toEqual(readYamlDocuments(text));
    }),
    { numRuns: 500 },
  );
});

/** An empty document behind a last `---` says nothing. */
const tables = (documents: ReturnType<typeof readLockYaml>) => documents.filter(({ value: of }) => of?.is !== 'scalar');

test('and so is a file of which some characters were changed, where the whole parser finds no mistake', () => {
  const texts = files.map((file) => readFileSync(file, 'utf8').slice(0, 1500));
  const changes = fc.array(
    fc.tuple(fc.nat(1499), fc.constantFrom(':', ' ', '\n', '-', "'", '"', '#', '{', '}', ',', '|', '&', '')),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, (text, edits) => {
      let changed = text;
      for (const [at, to] of edits) changed = changed.slice(0, at) + to + changed.slice(at + 1);
      const whole = readYamlDocuments(changed);
      if (whole.every(({ errors }) => errors.length === 0))
        expect(tables(readLockYaml(changed))).toEqual(tables(whole));
    }),
    { numRuns: 400 },
  );
});
