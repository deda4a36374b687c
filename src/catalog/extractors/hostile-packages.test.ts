// Feeds the extractors of manifests, lock files and bills of materials with damaged and enormous files: none may throw, hang or let a credential out.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extractor } from '../../kit/define-extractor.ts';
import { claims, runExtractor } from '../../kit/extractor-bench.ts';
import { createGrammars } from '../../read/grammar.ts';
import { findSecrets } from '../../read/secret-search.ts';

const shelf = import.meta.dirname;
const ids = [
  'bun-lock',
  'cargo-lock',
  'cargo-manifest',
  'conda-environment',
  'conda-recipe',
  'cyclonedx',
  'go-mod',
  'go-sum',
  'gradle-build',
  'gradle-catalog',
  'gradle-lock',
  'maven-pom',
  'nuget-lock',
  'nuget-packages-config',
  'nuget-project',
  'pdm-lock',
  'pipfile',
  'pipfile-lock',
  'pnpm-lock',
  'poetry-lock',
  'setup-cfg',
  'setup-py',
  'spdx',
  'yarn-lock',
];
const packages = join(shelf, '../../../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));

/** Pieces of every format; each fills a file by itself, alone or behind the beginning that makes the file one of its kind. */
const parts = [
  '{"a":',
  '[',
  '- ',
  'a: &a [*a]\n',
  '[[package]]\nname = "a"\nversion = "1"\n',
  'a = {b = "',
  '"""',
  "'",
  '\\\n',
  '\0',
  '\ud800',
  '<a>',
  '<a b="',
  '<!ENTITY a "&a;">',
  '&a;',
  '{% set a = ',
  '{{ ',
  'dependencies { ',
  'a "a:a:1", ',
  'a group: "a", name: "a"',
  '/*',
  'require (\n',
  'a/',
  'a@',
  '@',
  '      ',
  '\n\n',
  '\t',
  '  version "1"\n',
  '\u0024{a}',
];
const beginnings: Readonly<Record<string, readonly string[]>> = {
  'maven-pom': [
    '<project><properties><a>\u0024{a}\u0024{a}</a></properties><dependencies><dependency><version>',
    '<project>',
  ],
  'nuget-project': ['<Project><PropertyGroup><a>$(a)$(a)</a></PropertyGroup><ItemGroup><PackageReference Include="'],
  'conda-recipe': ['package:\nrequirements:\n  run:\n    - '],
  'conda-environment': ['dependencies:\n  - '],
  'gradle-build': ['dependencies { ', 'dependencies { implementation "a:a:'],
  'setup-py': ['from setuptools import setup\nsetup(install_requires=['],
  'pnpm-lock': ["lockfileVersion: '9.0'\npackages:\n\n  "],
  'yarn-lock': ['# yarn lockfile v1\n\n', '__metadata:\n  version: 8\n\n'],
  'bun-lock': ['{"lockfileVersion":1,"workspaces":{},"packages":{"'],
};

const filesOf = (id: string, extractor: Extractor) =>
  readdirSync(join(shelf, id, 'cases'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes(`${sep}input`))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(file.slice(0, file.indexOf(`${sep}input${sep}`) + 7), file)
        .split(sep)
        .join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }))
    .filter(({ path }) => claims(extractor, path));

describe.each(ids)('%s', async (id) => {
  const { default: extractor } = (await import(join(shelf, id, 'extractor.ts'))) as { default: Extractor };
  const files = filesOf(id, extractor);

  it('survives files that are cut short, altered or doubled', async () => {
    expect(files.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        async ({ path, bytes }, part, changes) => {
          const damaged = bytes.slice(0, Math.ceil(bytes.length * part));
          if (damaged.length > 0) for (const [at, to] of changes) damaged[at % damaged.length] = to;
          await runExtractor(extractor, { path, bytes: damaged }, grammars);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('survives files of nothing but one part, over and over', { timeout: 60_000 }, async () => {
    for (const beginning of ['', ...(beginnings[id] ?? [])]) {
      for (const part of parts) {
        const bytes = new TextEncoder().encode(beginning + part.repeat(Math.ceil(100_000 / part.length)));
        const began = performance.now();
        const { gaps } = await runExtractor(extractor, { path: files[0]!.path, bytes }, grammars);
        expect(gaps.length).toBeLessThan(50);
        expect(performance.now() - began, `${beginning}${part}…`).toBeLessThan(8000);
      }
    }
  });

  it('lets no credential out', async () => {
    for (const file of files) {
      const values = findSecrets(file.bytes).map(({ value }) => value);
      const said = JSON.stringify(await runExtractor(extractor, file, grammars));
      for (const value of [...values, 'reader:invented']) expect(said, file.path).not.toContain(value);
    }
  });
});
