// Shows that generated files follow from the items, and that staleness of every sort is named.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findStale, generateFiles } from '../script/generate.ts';
import { plantTree } from './planted-tree.ts';

async function plantGenerated(): Promise<string> {
  const root = plantTree({
    'src/domain/objectives.ts':
      "// The objectives.\nexport const objectives = { 'model-pinned': { statement: 'It is | pinned.' } };\n",
    'src/catalog/detectors/model-unpinned/detector.ts':
      "// Asks something.\nexport default { id: 'model-unpinned', title: 'Model | unpinned', tests: 'model-pinned' };\n",
    // A promise that resolves with this object would take it for another promise.
    'src/catalog/derivations/one-follows/derivation.ts':
      "// Concludes something.\nexport default { id: 'one-follows', title: 'One follows', conclude: () => [] };\n",
  });
  for (const [path, text] of (await generateFiles(root)).files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test('what was just written is fresh, and tells of the items', async () => {
  const root = await plantGenerated();
  const { files, items } = await generateFiles(root);
  expect(items).toBe(2);
  expect(findStale(root, files)).toEqual([]);
  expect(files.get('src/catalog/detectors.gen.ts')).toContain(
    "import modelUnpinned from './detectors/model-unpinned/detector.ts';",
  );
  expect(files.get('docs/reference/detectors.md')).toContain('| `model-unpinned` | Model \\| unpinned |');
  expect(files.get('docs/reference/vocabulary.md')).toContain('| It is \\| pinned. | `model-unpinned` |');
});

test('a new item, a changed page, a missing page and a page too many are stale', async () => {
  const root = await plantGenerated();
  mkdirSync(join(root, 'src/catalog/exporters/html'), { recursive: true });
  writeFileSync(
    join(root, 'src/catalog/exporters/html/exporter.ts'),
    "// Writes something.\nexport default { id: 'html', title: 'HTML' };\n",
  );
  writeFileSync(join(root, 'docs/reference/detectors.md'), '# Mine\n');
  writeFileSync(join(root, 'docs/reference/extras.md'), '# Extras\n');
  rmSync(join(root, 'src/catalog/index.gen.ts'));
  expect(findStale(root, (await generateFiles(root)).files)).toEqual([
    'docs/reference/detectors.md',
    'docs/reference/exporters.md',
    'docs/reference/extras.md',
    'src/catalog/exporters.gen.ts',
    'src/catalog/index.gen.ts',
  ]);
});
