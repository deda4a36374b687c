// Plants one violation per wall of the house and asserts that exactly the rule for it reports.
import { expect, test } from 'vitest';
import { boundaryRules, checkBoundaries, describeViolations } from '../script/boundaries.ts';
import { plantTree } from './planted-tree.ts';

// A tree without fault that uses what is allowed, near misses of the rules among it.
const clean: Record<string, string> = {
  'src/domain/kinds.ts':
    "import { z } from 'zod';\nexport const kinds = z.enum(['agent']);\nexport type Kind = z.infer<typeof kinds>;\n",
  'src/graph/snapshot.ts':
    "import { createHash } from 'node:crypto';\nimport type { Kind } from '../domain/kinds.ts';\nexport const hash = (kind: Kind) => createHash('sha256').update(kind);\n",
  'src/read/date.ts':
    'export const parse = (text: string) => new Date(text).getTime() - Date.parse(text) + Math.max(1, 2);\n',
  'src/kit/define-detector.ts':
    "import type { Kind } from '../domain/kinds.ts';\nexport const defineDetector = (one: { id: string; kind: Kind }) => one;\n",
  'src/catalog/detectors/model-unpinned/detector.ts':
    "import { defineDetector } from '../../../kit/define-detector.ts';\nimport { words } from './words.ts';\nexport default defineDetector({ id: words[0]!, kind: 'agent' });\n",
  'src/catalog/detectors/model-unpinned/words.ts':
    'const fetch = 1;\nexport const words = [String(fetch), { process: 1 }.process, ((Buffer: string) => Buffer)("")].map(String);\nexport type Fetched = typeof fetch;\n',
  'src/catalog/detectors.gen.ts':
    "import one from './detectors/model-unpinned/detector.ts';\nexport const detectors = [one];\n",
  'src/engine/run.ts':
    "import type { Kind } from '../domain/kinds.ts';\nexport const run = (kind: Kind, now: number) => [kind, now];\n",
  'src/store/keep.ts':
    "import { readFileSync } from 'node:fs';\nexport const keep = () => [readFileSync, Date.now()];\n",
  'src/operate/schedule.ts': "import { run } from '../engine/run.ts';\nexport const schedule = run;\n",
  'src/api/contract/routes.ts': "import { z } from 'zod';\nexport const routes = z.string();\n",
  'src/api/handlers.ts': "import { routes } from './contract/routes.ts';\nexport const handlers = routes;\n",
  'src/app/process.ts': "import { execFile } from 'node:child_process';\nexport const start = execFile;\n",
  'src/app/main.ts':
    "import { detectors } from '../catalog/detectors.gen.ts';\nimport { schedule } from '../operate/schedule.ts';\nexport const main = () => [detectors, schedule, import('./process.ts')];\n",
  'console/page.ts': "import { routes } from '../src/api/contract/routes.ts';\nexport default routes;\n",
  'script/generate.ts': "import { kinds } from '../src/domain/kinds.ts';\nexport default kinds;\n",
};

const item = 'src/catalog/detectors/model-unpinned/words.ts';

const planted: [rule: string, what: string, files: Record<string, string>][] = [
  [
    'room',
    'an import upward',
    { 'src/graph/up.ts': "import { run } from '../engine/run.ts';\nexport const up = run;\n" },
  ],
  [
    'room',
    'a type import upward',
    { 'src/domain/up.ts': "import type { hash } from '../graph/snapshot.ts';\nexport type Up = typeof hash;\n" },
  ],
  [
    'room',
    'a type import inside a type',
    { 'src/domain/up.ts': "export type Up = typeof import('../graph/snapshot.ts').hash;\n" },
  ],
  ['room', 'a lazy import upward', { 'src/engine/up.ts': "export const up = () => import('../store/keep.ts');\n" }],
  [
    'room',
    'a re-export upward',
    { 'src/read/up.ts': "export { hash } from '../graph/snapshot.ts';\nexport const more = 1;\n" },
  ],
  [
    'room',
    'a worker upward',
    { 'src/engine/up.ts': "export const up = new URL('../app/main.ts', import.meta.url);\n" },
  ],
  [
    'room',
    'the engine knowing the catalog',
    { 'src/engine/up.ts': "import { detectors } from '../catalog/detectors.gen.ts';\nexport const up = detectors;\n" },
  ],
  [
    'room',
    'the catalog reaching past kit',
    { [item]: "import type { Kind } from '../../../domain/kinds.ts';\nexport const words: Kind[] = [];\n" },
  ],
  [
    'item-isolation',
    'an item importing another',
    {
      'src/catalog/detectors/other/detector.ts':
        "import { words } from '../model-unpinned/words.ts';\nexport default { id: words[0] };\n",
    },
  ],
  [
    'item-isolation',
    'an item importing a file beside the shelves',
    {
      'src/catalog/words.ts': 'export const all = [];\n',
      [item]: "import { all } from '../../words.ts';\nexport const words: string[] = all;\n",
    },
  ],
  [
    'circle',
    'two modules',
    {
      'src/read/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/read/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
  [
    'circle',
    'three modules by types alone',
    {
      'src/domain/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/domain/b.ts': "import type { C } from './c.ts';\nexport interface B { c: C }\n",
      'src/domain/c.ts': "import type { A } from './a.ts';\nexport interface C { a: A }\n",
    },
  ],
  [
    'builtin',
    'a Node built-in in the catalog',
    { [item]: "import { join } from 'node:path';\nexport const words = [join('a')];\n" },
  ],
  [
    'builtin',
    'a Node built-in without its prefix',
    { 'src/read/net.ts': "import { connect } from 'net';\nexport const open = connect;\n" },
  ],
  [
    'builtin',
    'a socket in kit',
    { 'src/kit/net.ts': "import { request } from 'node:https';\nexport const ask = request;\n" },
  ],
  ['global', 'fetch', { [item]: "export const words = [String(fetch('https://example.com'))];\n" }],
  ['global', 'process', { [item]: 'export const words = [String(process.env.HOME)];\n' }],
  ['global', 'Buffer', { [item]: "export const words = [String(Buffer.from('a'))];\n" }],
  ['global', 'setTimeout', { [item]: 'export const words = [String(setTimeout(() => 1, 1))];\n' }],
  ['global', 'globalThis', { [item]: "export const words = [String(globalThis['fetch'])];\n" }],
  [
    'global',
    'a name that only another function declares',
    { [item]: 'const own = (fetch: string) => fetch;\nexport const words = [own(""), String(fetch)];\n' },
  ],
  [
    'package',
    'a package that is not on the shelf’s list',
    { [item]: "import { parse } from 'yaml';\nexport const words = [parse('a')];\n" },
  ],
  [
    'package',
    'a package that is not on the room’s list',
    { 'src/graph/pick.ts': "import type { z } from 'zod';\nexport type Pick = z.ZodAny;\n" },
  ],
  ['clock', 'Date.now in the catalog', { [item]: 'export const words = [String(Date.now())];\n' }],
  ['clock', 'new Date() in the engine', { 'src/engine/now.ts': 'export const now = () => new Date();\n' }],
  ['clock', 'Math.random in the graph', { 'src/graph/chance.ts': 'export const chance = () => Math.random();\n' }],
  [
    'clock',
    'the clock under another name',
    { 'src/kit/now.ts': 'const { now } = Date;\nexport const moment = now;\n' },
  ],
  ['clock', 'performance', { 'src/domain/now.ts': 'export const now = () => performance.now();\n' }],
  [
    'clock',
    'a random id',
    { 'src/engine/id.ts': "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID;\n" },
  ],
  ['folder-name', 'a folder for whatever has no home', { 'src/kit/utils/trim.ts': 'export const trim = 1;\n' }],
  ['barrel', 'an index file', { 'src/kit/index.ts': 'export const kit = 1;\n' }],
  ['barrel', 'a file that only passes on', { 'src/kit/all.ts': "export * from './define-detector.ts';\n" }],
  ['default-export', 'beside the items', { 'src/kit/one.ts': 'export default 1;\n' }],
  [
    'default-export',
    'in an item’s second file',
    { [item]: 'export const words: string[] = [];\nexport default words;\n' },
  ],
  ['default-export', 'under another spelling', { 'src/kit/one.ts': 'const one = 1;\nexport { one as default };\n' }],
  [
    'child-process',
    'a process started elsewhere',
    { 'src/operate/git.ts': "import { spawn } from 'node:child_process';\nexport const git = spawn;\n" },
  ],
  [
    'file-io',
    'a file read in the engine',
    { 'src/engine/file.ts': "import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n" },
  ],
  [
    'unresolved',
    'a file that is not there',
    { 'src/kit/lost.ts': "import { lost } from './nowhere.ts';\nexport const found = lost;\n" },
  ],
  [
    'unresolved',
    'a file without its extension',
    {
      'src/kit/lost.ts': "import { defineDetector } from './define-detector';\nexport const found = defineDetector;\n",
    },
  ],
  [
    'outside',
    'what ships needing a script',
    { 'src/kit/out.ts': "import kinds from '../../script/generate.ts';\nexport const out = kinds;\n" },
  ],
  ['unknown-room', 'a file in no room', { 'src/extras/one.ts': 'export const one = 1;\n' }],
  ['unknown-shelf', 'a shelf that no phase runs', { 'src/catalog/extras/one/extra.ts': 'export const one = 1;\n' }],
  [
    'console',
    'the console reaching into the API',
    { 'console/peek.ts': "import { handlers } from '../src/api/handlers.ts';\nexport const peek = handlers;\n" },
  ],
  [
    'contract',
    'the contract reaching into the handlers',
    {
      'src/api/contract/more.ts': "import type { more } from '../more.ts';\nexport type More = typeof more;\n",
      'src/api/more.ts': 'export const more = 1;\n',
    },
  ],
  [
    'contract',
    'the contract reaching below the API',
    {
      'src/api/contract/more.ts':
        "import type { more } from '../../operate/more.ts';\nexport type More = typeof more;\n",
      'src/operate/more.ts': 'export const more = 1;\n',
    },
  ],
  ['unread', 'a file that does not parse', { 'src/kit/broken.ts': 'export const = ;\n' }],
];

test('a clean tree is quiet, and was read', () => {
  const report = checkBoundaries(plantTree(clean));
  expect(describeViolations(report.violations)).toEqual([]);
  expect(report).toMatchObject({ modules: Object.keys(clean).length, imports: 18 });
});

test.each(planted)('%s: %s', (rule, _what, files) => {
  const { violations } = checkBoundaries(plantTree({ ...clean, ...files }));
  expect(new Set(violations.map((one) => one.rule)), describeViolations(violations).join('\n')).toEqual(
    new Set([rule]),
  );
  expect(violations.every((one) => one.message.split('; ').length >= 3)).toBe(true);
});

test('every rule has a planted violation', () => {
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(boundaryRules));
});

test('an empty tree was not read', () => {
  expect(checkBoundaries(plantTree({}))).toMatchObject({ modules: 0, inSource: 0, imports: 0 });
});
