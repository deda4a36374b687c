// Loads every package that ships, once: a package that installs but does not load is found here and not by a user.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const checkout = resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

// Of a grammar only its wasm is used; its native half needs an install script, and those are off.
const grammars: Record<string, string[]> = {
  '@tree-sitter-grammars/tree-sitter-hcl': ['tree-sitter-hcl.wasm', 'tree-sitter-terraform.wasm'],
  'tree-sitter-c-sharp': ['tree-sitter-c_sharp.wasm'],
  'tree-sitter-go': ['tree-sitter-go.wasm'],
  'tree-sitter-java': ['tree-sitter-java.wasm'],
  'tree-sitter-javascript': ['tree-sitter-javascript.wasm'],
  'tree-sitter-python': ['tree-sitter-python.wasm'],
  'tree-sitter-typescript': ['tree-sitter-typescript.wasm', 'tree-sitter-tsx.wasm'],
};

test.each(Object.keys(dependencies))('%s', async (name) => {
  const files = grammars[name];
  if (files === undefined) {
    expect(Object.keys((await import(name)) as object).length).toBeGreaterThan(0);
    return;
  }
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  for (const file of files) {
    const path = join(checkout, 'node_modules', name, file);
    expect(existsSync(path), path).toBe(true);
    const parser = new Parser();
    parser.setLanguage(await Language.load(readFileSync(path)));
    expect(parser.parse('a = 1\n')?.rootNode.childCount).toBeGreaterThan(0);
  }
});

test('the packages of the lock file carry no registry address, so that any mirror serves', () => {
  expect(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});
