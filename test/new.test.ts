// Scaffolds an item on every shelf in a copy of the checkout and holds the result against compiler, linter and boundaries.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkBoundaries, describeViolations } from '../script/boundaries.ts';
import { findStale, generateFiles } from '../script/generate.ts';
import { checkHouseRules, describeBreaches } from '../script/house-rules.ts';
import { shelves } from '../script/rooms.ts';
import { plantTree } from './planted-tree.ts';

const checkout = resolve(import.meta.dirname, '..');

/** The house without its items, its programs and its tests. */
function plantHouse(): string {
  const root = plantTree({ 'docs/retired-ids.txt': '# A list.\ndetectors/model-old  it asked two questions\n' });
  for (const path of [
    'script',
    'src/domain',
    'src/graph',
    'src/kit',
    'src/read',
    'tsconfig.json',
    'biome.json',
    'package.json',
    'bench/report-figure.ts',
  ]) {
    cpSync(join(checkout, path), join(root, path), { recursive: true });
  }
  mkdirSync(join(root, 'src/catalog'));
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function scaffold(root: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(root, 'script/new.ts'), ...args], { encoding: 'utf8' });
}

test('a new item of every shelf compiles, keeps the walls, is in the index, and is unfinished', async () => {
  const root = plantHouse();
  for (const shelf of Object.keys(shelves))
    expect(scaffold(root, shelf, 'brand-new')).toMatchObject({ status: 0, stderr: '' });

  const tool = (name: string, ...args: string[]): string[] => {
    const { stdout, stderr } = spawnSync(join(checkout, 'node_modules/.bin', name), args, {
      cwd: root,
      encoding: 'utf8',
    });
    return `${stdout}${stderr}`.split('\n').filter((line) => line.includes('src/catalog'));
  };
  expect(tool('tsc', '--noEmit', '--pretty', 'false')).toEqual([]);
  expect(tool('biome', 'check', '--vcs-enabled=false', '--colors=off', '--error-on-warnings', 'src/catalog')).toEqual(
    [],
  );
  expect(describeViolations(checkBoundaries(root).violations).filter((line) => line.includes('src/catalog'))).toEqual(
    [],
  );
  const { files, items } = await generateFiles(root);
  expect(items).toBe(Object.keys(shelves).length);
  expect(findStale(root, files)).toEqual([]);

  // Everything but the objectives that no detector of this empty house tests.
  const { breaches } = await checkHouseRules(root);
  const own = breaches.filter(({ path }) => path.startsWith('src/catalog'));
  expect(new Set(own.map(({ rule }) => rule)), describeBreaches(own).join('\n')).toEqual(new Set(['template-filled']));
  expect(new Set(own.map(({ path }) => path.split('/')[2]))).toEqual(new Set(Object.keys(shelves)));
});

test('the cases of a new item run on the bench of its shelf', async () => {
  const root = plantHouse();
  const load = (path: string): Promise<Record<string, never>> => import(join(root, path));
  const read = (path: string): string => readFileSync(join(root, 'src/catalog', path), 'utf8');
  for (const shelf of ['connectors', 'resolvers'])
    expect(scaffold(root, shelf, 'brand-new')).toMatchObject({ status: 0 });

  const { runConnectorCase } = (await load(
    'src/kit/connector-bench.ts',
  )) as unknown as typeof import('../src/kit/connector-bench.ts');
  const { default: connector } = await load('src/catalog/connectors/brand-new/connector.ts');
  const { given, expected } = await runConnectorCase(connector!, read('connectors/brand-new/fixtures/one.yaml'));
  expect(given).toEqual(expected);

  const { runResolverCase } = (await load(
    'src/kit/resolver-bench.ts',
  )) as unknown as typeof import('../src/kit/resolver-bench.ts');
  const { default: resolver } = await load('src/catalog/resolvers/brand-new/resolver.ts');
  const answers = runResolverCase(resolver!, read('resolvers/brand-new/cases/one.yaml'));
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer.given, answer.asked).toEqual(answer.expected);
});

test('an id that exists, is retired, or is none, is refused', () => {
  const root = plantHouse();
  expect(scaffold(root, 'detectors', 'one-new')).toMatchObject({ status: 0 });
  appendFileSync(join(root, 'src/catalog/detectors/one-new/detector.ts'), '// Mine.\n');
  const told = /why it matters: .*\n.*what to do: /;
  for (const [args, wrong] of [
    [['detectors', 'one-new'], 'src/catalog/detectors/one-new/ exists'],
    [['detectors', 'model-old'], 'detectors/model-old is retired'],
    [['detectors', 'modelOld'], 'is not in kebab-case'],
    [['detectors', '../escape'], 'is not in kebab-case'],
    [['detectors'], 'no id was named'],
    [['rules', 'one'], 'is no shelf of the catalog'],
    [[], 'no shelf was named'],
  ] as const) {
    const { status, stderr } = scaffold(root, ...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(wrong) });
    expect(stderr).toMatch(told);
  }
  expect(readFileSync(join(root, 'src/catalog/detectors/one-new/detector.ts'), 'utf8')).toContain('// Mine.');
  expect(existsSync(join(root, 'src/catalog/escape'))).toBe(false);
});
