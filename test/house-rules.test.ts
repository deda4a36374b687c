// Plants one breach per house rule and asserts that exactly the rule for it reports.
import { expect, test } from 'vitest';
import { checkHouseRules, describeBreaches, houseRules } from '../script/house-rules.ts';
import { plantTree } from './planted-tree.ts';

// Put together here, or this file would break the rule that it tests.
const homePath = ['', 'home', 'somebody', 'notes'].join('/');

const detector = (id: string, tests: string): string =>
  `// Asks whether all is well.\nexport default { id: '${id}', tests: '${tests}' };\n`;

// A tree without fault, near misses of the rules among it.
const clean: Record<string, string> = {
  'README.md':
    '# One\n\n```sh test\ntrue\n```\n\n```sh manual: needs an account\nfalse\n```\n\n```ts\nlet it = be;\n```\n',
  LICENSE: 'All of it.\n',
  'package.json': '{ "dependencies": { "zod": "4.6.7" }, "devDependencies": { "@types/node": "24.19.2" } }\n',
  'docs/decisions/0001-dependencies.md': '| `zod` | schemas for what comes from outside |\n| `@types/node` | types |\n',
  'docs/retired-ids.txt': '# A list.\ndetectors/model-old  it asked two questions\n',
  'src/domain/kinds.ts': "// The kinds.\nexport const kinds = { agent: { description: 'A model in a loop.' } };\n",
  'src/domain/facts.ts': "// The facts.\nexport const facts = { name: { description: 'Its name.' } };\n",
  'src/domain/relations.ts':
    "// The relations.\nexport const relations = { uses: { description: 'The first uses the second.' } };\n",
  'src/domain/objectives.ts':
    "// The objectives.\nexport const objectives = {\n  'model-pinned': { statement: 'It is pinned.' },\n  'model-kind': { statement: 'It is kind.', notYet: 'nothing tells' },\n};\n",
  'src/catalog/detectors/model-unpinned/detector.ts': detector('model-unpinned', 'model-pinned'),
  'src/catalog/detectors/model-unpinned/cases.yaml': `cases: [${homePath}]\n`,
  'src/catalog/extractors/python/extractor.ts': "// Reads Python.\nexport default { id: 'python' };\n",
  'src/catalog/extractors/python/cases/One Odd_name/catch.ts': 'try { it() } catch {}\n',
  'src/catalog/frameworks/standard/framework.ts':
    "/**\n * A standard.\n */\nexport default { id: 'standard', controls: [{ id: 'A', objectives: ['model-pinned'] }, { id: 'B', manual: 'only people know' }] };\n",
  'script/run.ts':
    '#!/usr/bin/env node\n// Runs it:\n// twice.\ntry {\n  run();\n} catch (error) {\n  throw new Error(String(error));\n}\nrun().catch(() => 1);\n',
};

const framework = (control: string): Record<string, string> => ({
  'src/catalog/frameworks/standard/framework.ts': `// A standard.\nexport default { id: 'standard', controls: [${control}] };\n`,
});

const planted: [rule: keyof typeof houseRules, what: string, files: Record<string, string>][] = [
  [
    'item-id',
    'another id than its folder’s',
    { 'src/catalog/detectors/model-unpinned/detector.ts': detector('model-pin', 'model-pinned') },
  ],
  ['item-id', 'a folder without its item', { 'src/catalog/detectors/other/cases.yaml': 'cases: []\n' }],
  [
    'item-id',
    'an item without a default export',
    {
      'src/catalog/detectors/other/detector.ts': "// Asks something.\nexport const other = { id: 'other' };\n",
      'src/catalog/detectors/other/cases.yaml': 'cases: []\n',
    },
  ],
  [
    'item-id',
    'an item that does not load',
    {
      'src/catalog/detectors/other/detector.ts': "// Asks something.\nthrow new Error('no');\n",
      'src/catalog/detectors/other/cases.yaml': 'cases: []\n',
    },
  ],
  [
    'item-cases',
    'a detector without cases',
    { 'src/catalog/detectors/other/detector.ts': detector('other', 'model-pinned') },
  ],
  [
    'item-length',
    'an item without end',
    {
      'src/catalog/detectors/model-unpinned/detector.ts': `${detector('model-unpinned', 'model-pinned')}${'\n'.repeat(500)}`,
    },
  ],
  [
    'template-filled',
    'a mark of the template',
    { 'src/catalog/detectors/model-unpinned/cases.yaml': '# FILL: cases\n' },
  ],
  [
    'objective-tested',
    'an objective that nothing tests',
    {
      'src/domain/objectives.ts':
        "// The objectives.\nexport const objectives = { 'model-pinned': { statement: 'It is pinned.' }, more: { statement: 'It is more.' } };\n",
    },
  ],
  [
    'objective-tested',
    'an objective not tested for no reason',
    {
      'src/domain/objectives.ts':
        "// The objectives.\nexport const objectives = { 'model-pinned': { statement: 'It is pinned.' }, more: { statement: 'It is more.', notYet: ' ' } };\n",
    },
  ],
  ['control-mapped', 'a control that is neither', framework("{ id: 'A' }")],
  ['control-mapped', 'a control that is manual for no reason', framework("{ id: 'A', manual: '' }")],
  ['control-mapped', 'an objective that does not exist', framework("{ id: 'A', objectives: ['model-pined'] }")],
  ['control-mapped', 'a standard without controls', framework('')],
  [
    'vocabulary-described',
    'a kind',
    { 'src/domain/kinds.ts': "// The kinds.\nexport const kinds = { agent: { description: '' } };\n" },
  ],
  ['vocabulary-described', 'a fact', { 'src/domain/facts.ts': '// The facts.\nexport const facts = { name: {} };\n' }],
  [
    'vocabulary-described',
    'a relation',
    { 'src/domain/relations.ts': "// The relations.\nexport const relations = { uses: { description: 'uses' } };\n" },
  ],
  ['retired-id', 'a detector', { 'docs/retired-ids.txt': 'detectors/model-unpinned  it was wrong\n' }],
  ['retired-id', 'a fact', { 'docs/retired-ids.txt': 'facts/name  it was vague\n' }],
  ['docs-sample', 'a sample that nobody runs', { 'CONTRIBUTING.md': '```sh\nfalse\n```\n' }],
  ['docs-sample', 'a sample that is manual for no reason', { 'CONTRIBUTING.md': '```bash manual:\nfalse\n```\n' }],
  ['opening-sentence', 'no comment', { 'src/kit/one.ts': 'export const one = 1;\n' }],
  ['opening-sentence', 'a comment that is no sentence', { 'src/kit/one.ts': '// one\nexport const one = 1;\n' }],
  ['kebab-case', 'a file in camel case', { 'docs/someThing.md': 'Some thing.\n' }],
  ['kebab-case', 'a folder in snake case', { 'docs/some_thing/page.md': 'Some thing.\n' }],
  ['empty-catch', 'a block', { 'src/kit/one.ts': '// One thing.\ntry {\n  one();\n} catch {\n  // never mind\n}\n' }],
  ['empty-catch', 'a promise', { 'src/kit/one.ts': '// One thing.\none().catch(() => {});\n' }],
  ['own-machine', 'a home folder', { 'docs/page.md': `See ${homePath}.\n` }],
  [
    'own-machine',
    'a registry',
    { 'package-lock.json': `{ "x": "https://${['registry', 'npmjs', 'org'].join('.')}/x" }\n` },
  ],
  [
    'dependency-reason',
    'no reason',
    { 'docs/decisions/0001-dependencies.md': '| `@types/node` | types |\n| `zod` | |\n' },
  ],
  ['dependency-reason', 'a version that floats', { 'package.json': '{ "dependencies": { "zod": "^4.6.7" } }\n' }],
];

test('a clean tree is quiet, and was read', async () => {
  const { files, items, breaches } = await checkHouseRules(plantTree(clean));
  expect(describeBreaches(breaches)).toEqual([]);
  expect({ files, items }).toEqual({ files: Object.keys(clean).length, items: 3 });
});

test.each(planted)('%s: %s', async (rule, _what, files) => {
  const { breaches } = await checkHouseRules(plantTree({ ...clean, ...files }));
  expect(new Set(breaches.map((one) => one.rule)), describeBreaches(breaches).join('\n')).toEqual(new Set([rule]));
  expect(breaches.every((one) => one.message.split('; ').length >= 3)).toBe(true);
});

test('a checkout that holds its own path is told so', async () => {
  const root = plantTree(clean);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${root}/docs/page.md`, `See ${root}/README.md.\n`);
  const { breaches } = await checkHouseRules(root);
  expect(breaches.map((one) => one.rule)).toEqual(['own-machine']);
});

test('every rule has a planted breach', () => {
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(Object.keys(houseRules)));
});
