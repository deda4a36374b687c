/** Runs every extractor’s cases on the bench; `UPDATE_CASES=1` writes what the extractors say now as what is expected. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Extractor } from '../../kit/define-extractor.ts';
import { type CaseFile, runExtractorCase } from '../../kit/extractor-bench.ts';
import { createGrammars } from '../../read/grammar.ts';

const shelf = import.meta.dirname;
const isUpdate = process.env.UPDATE_CASES === '1';
const packages = join(shelf, '../../../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));
const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];

const filesBelow = (folder: string): readonly CaseFile[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: new Uint8Array(readFileSync(path)) }));

const items = foldersIn(shelf).filter((id) => existsSync(join(shelf, id, 'extractor.ts')));

describe.each(items)('extractor %s', async (id) => {
  const { default: extractor } = (await import(join(shelf, id, 'extractor.ts'))) as { default: Extractor };
  const cases = foldersIn(join(shelf, id, 'cases'));

  it('has cases', () => expect(cases).not.toHaveLength(0));
  it.each(cases)('%s', async (name) => {
    const folder = join(shelf, id, 'cases', name);
    const said = await runExtractorCase(extractor, filesBelow(join(folder, 'input')), grammars);
    expect(Object.keys(said), 'none of the case’s files is claimed by the extractor').not.toHaveLength(0);
    const expected = join(folder, 'expected.json');
    if (isUpdate) writeFileSync(expected, `${JSON.stringify(said, null, 2)}\n`);
    expect(said).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
