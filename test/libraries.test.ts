/** Runs every library’s cases: small programs, read and resolved with all libraries; `UPDATE_CASES=1` writes what they mean now as what is expected. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyExtraction } from '../src/domain/observation.ts';
import { resolve } from '../src/engine/resolve/resolve.ts';
import type { Extractor } from '../src/kit/define-extractor.ts';
import type { Library } from '../src/kit/define-library.ts';
import type { Resolver } from '../src/kit/define-resolver.ts';
import { claims, runExtractor } from '../src/kit/extractor-bench.ts';
import { describeStatements } from '../src/kit/library-bench.ts';
import { createGrammars } from '../src/read/grammar.ts';

const catalog = join(import.meta.dirname, '../src/catalog');
const shelf = join(catalog, 'libraries');
const isUpdate = process.env.UPDATE_CASES === '1';
const packages = join(import.meta.dirname, '../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));

const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
/** Every item of a shelf whose file is there. */
const itemsOf = async <Item>(folder: string, file: string): Promise<readonly (readonly [id: string, item: Item])[]> => {
  const ids = foldersIn(folder).filter((id) => existsSync(join(folder, id, file)));
  return Promise.all(
    ids.map(async (id) => [id, ((await import(join(folder, id, file))) as { default: Item }).default] as const),
  );
};

const libraries = await itemsOf<Library>(shelf, 'library.ts');
const resolvers = (await itemsOf<Resolver>(join(catalog, 'resolvers'), 'resolver.ts')).map(([, resolver]) => resolver);
/** What a case’s files are read with: code, its environment and its manifests. */
const readers = new Set([
  'python',
  'javascript',
  'notebook',
  'dotenv',
  'requirements-txt',
  'package-json',
  'pyproject',
  'tsconfig',
  'go',
  'go-mod',
  'java',
  'csharp',
  'java-settings',
  'dotnet-settings',
]);
const extractors = (await itemsOf<Extractor>(join(catalog, 'extractors'), 'extractor.ts'))
  .map(([, extractor]) => extractor)
  .filter(({ id }) => readers.has(id));

const meaningOf = async (folder: string) => {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const files = await Promise.all(
    paths.flatMap((path) =>
      extractors
        .filter((extractor) => claims(extractor, path))
        .map(async (extractor) => {
          const bytes = new Uint8Array(readFileSync(join(folder, path)));
          return { path, extraction: await runExtractor(extractor, { path, bytes }, grammars) };
        }),
    ),
  );
  return describeStatements(
    resolve({
      source: 'case',
      name: 'case',
      files,
      paths,
      discovered: { path: '', extraction: emptyExtraction },
      gaps: [],
      libraries: libraries.map(([, library]) => library),
      resolvers,
    }),
  );
};

describe.each(libraries)('library %s', (id) => {
  const cases = foldersIn(join(shelf, id, 'cases'));

  it.each(cases)('%s', async (name) => {
    const folder = join(shelf, id, 'cases', name);
    const meaning = await meaningOf(join(folder, 'input'));
    const expected = join(folder, 'expected.json');
    if (isUpdate) writeFileSync(expected, `${JSON.stringify(meaning, null, 2)}\n`);
    expect(meaning).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
