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
  const benched = ['connectors', 'resolvers', 'detectors', 'derivations', 'correlations', 'remediations', 'notifiers'];
  for (const shelf of benched) expect(scaffold(root, shelf, 'brand-new')).toMatchObject({ status: 0 });
  const load = (path: string): Promise<Record<string, never>> => import(join(root, path));
  const read = (path: string): string => readFileSync(join(root, 'src/catalog', path), 'utf8');
  const item = async (shelf: string): Promise<never> =>
    (await load(`src/catalog/${shelf}/brand-new/${shelves[shelf]?.file}`)).default!;

  const connectors = (await load(
    'src/kit/connector-bench.ts',
  )) as unknown as typeof import('../src/kit/connector-bench.ts');
  const { given, expected } = await connectors.runConnectorCase(
    await item('connectors'),
    read('connectors/brand-new/fixtures/one.yaml'),
  );
  expect(given).toEqual(expected);

  const resolvers = (await load(
    'src/kit/resolver-bench.ts',
  )) as unknown as typeof import('../src/kit/resolver-bench.ts');
  const answers = resolvers.runResolverCase(await item('resolvers'), read('resolvers/brand-new/cases/one.yaml'));
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer.given, answer.asked).toEqual(answer.expected);

  const detectors = (await load(
    'src/kit/detector-bench.ts',
  )) as unknown as typeof import('../src/kit/detector-bench.ts');
  const detector = await item('detectors');
  const ofDetector = detectors.readDetectorCases(read('detectors/brand-new/cases.yaml'), 'cases.yaml');
  expect(ofDetector.flatMap((one) => detectors.runDetectorCase(detector, one))).toEqual([]);
  expect([...detectors.missingDetectorCases(detector, ofDetector), ...detectors.checkDetector(detector)]).toEqual([]);

  const derivations = (await load(
    'src/kit/derivation-bench.ts',
  )) as unknown as typeof import('../src/kit/derivation-bench.ts');
  const { default: derivation } = await load('src/catalog/derivations/brand-new/derivation.ts');
  const ofDerivation = derivations.readDerivationCases(read('derivations/brand-new/cases.yaml'), 'cases.yaml');
  expect(ofDerivation.flatMap((one) => derivations.runDerivationCase(derivation!, one))).toEqual([]);
  expect([
    ...derivations.missingDerivationCases(derivation!, ofDerivation),
    ...derivations.checkDerivation(derivation!),
  ]).toEqual([]);

  const correlations = (await load(
    'src/kit/correlation-bench.ts',
  )) as unknown as typeof import('../src/kit/correlation-bench.ts');
  const correlation = await item('correlations');
  const ofCorrelation = correlations.readCorrelationCases(read('correlations/brand-new/cases.yaml'), 'cases.yaml');
  expect(ofCorrelation.flatMap((one) => correlations.runCorrelationCase(correlation, one))).toEqual([]);
  expect([
    ...correlations.missingCorrelationCases(correlation, ofCorrelation),
    ...correlations.checkCorrelation(correlation),
  ]).toEqual([]);

  const notifiers = (await load(
    'src/kit/notifier-bench.ts',
  )) as unknown as typeof import('../src/kit/notifier-bench.ts');
  const exchange = notifiers.readExchange(read('notifiers/brand-new/exchange.json'));
  const sent = notifiers.compareExchange(await item('notifiers'), exchange);
  expect(sent.given).toEqual(sent.expected);

  const remediations = (await load(
    'src/kit/remediation-bench.ts',
  )) as unknown as typeof import('../src/kit/remediation-bench.ts');
  const remediation = await item('remediations');
  const asking = (await import('../src/catalog/detectors/model-unpinned/detector.ts')).default as never;
  const ofRemediation = remediations.readRemediationCases(read('remediations/brand-new/cases.yaml'), 'cases.yaml');
  expect(ofRemediation.flatMap((one) => remediations.runRemediationCase(remediation, [asking], one))).toEqual([]);
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
