// Feeds the extractors of manifests, settings and credentials with damaged and enormous files: none may throw, hang or let a credential out.
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
  'arm',
  'aws-cli',
  'azure-cli',
  'cloudformation',
  'github-actions',
  'gitlab-ci',
  'kubernetes',
  'agent-cards',
  'agent-settings',
  'dify-app',
  'dotenv',
  'flowise-flow',
  'gcloud-cli',
  'hugging-face-files',
  'langflow-flow',
  'mcp-configuration',
  'model-artifacts',
  'n8n-workflow',
  'package-json',
  'package-lock',
  'prompt-files',
  'pyproject',
  'requirements-txt',
  'secrets',
  'skills',
  'uv-lock',
];
const grammars = createGrammars(() => Promise.reject(new Error('no grammar is needed here')));

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
    expect(files.length).toBeGreaterThan(2);
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

  it('survives files of nothing but one part, over and over', async () => {
    const began = performance.now();
    // One file of each format: every reader gets every part.
    const paths = [...new Map(files.map(({ path }) => [path.slice(path.lastIndexOf('.')), path])).values()];
    for (const part of [
      '[',
      '{"a":',
      '{"mcpServers":{',
      '- ',
      'a: &a [*a]\n',
      '[a.b]\n',
      'x = "',
      "K='",
      '\\\n',
      '\0',
      'é',
      '((',
      '[[a]]\n',
    ]) {
      const bytes = new TextEncoder().encode(part.repeat(Math.ceil(100_000 / part.length)));
      for (const path of paths)
        expect((await runExtractor(extractor, { path, bytes }, grammars)).gaps.length).toBeLessThan(50);
    }
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('lets no credential out', async () => {
    for (const file of files) {
      const values = findSecrets(file.bytes).map(({ value }) => value);
      const said = JSON.stringify(await runExtractor(extractor, file, grammars));
      for (const value of values) expect(said, file.path).not.toContain(value);
    }
  });
});
