// Measures a snapshot of one million assets with three facts each and five million relations: memory, building, a four-hop pattern.
import { type FactName, type FactValue, factNames } from '../src/domain/facts.ts';
import { type AssetKind, kindIds } from '../src/domain/kinds.ts';
import { type RelationKind, relationIds } from '../src/domain/relations.ts';
import { ask, match } from '../src/graph/matcher.ts';
import type { Group, Test } from '../src/graph/pattern.ts';
import { SnapshotBuilder } from '../src/graph/snapshot-builder.ts';
import { reportFigure } from './report-figure.ts';

const assetCount = 1_000_000;
const relationCount = 5_000_000;

// A fixed sequence, so that every run builds the same estate.
let state = 20_261_124;
function below(bound: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * bound);
}

interface Share {
  readonly kind: AssetKind;
  /** Of the estate, in percent. */
  readonly percent: number;
  /** Two facts with few values, and one with a value of its own for each asset. */
  readonly few: readonly (readonly [FactName, readonly FactValue[]])[];
  readonly own: FactName;
}

const environments = ['environment', ['production', 'staging', 'development']] as const;
const frameworks = ['framework', ['langchain', 'crewai', 'openai', 'mcp']] as const;
const shares: readonly Share[] = [
  {
    kind: 'package-occurrence',
    percent: 40,
    few: [
      ['ecosystem', ['npm', 'pypi', 'go']],
      ['scopeOfUse', ['production', 'development']],
    ],
    own: 'packageName',
  },
  { kind: 'code-project', percent: 15, few: [environments, ['language', ['python', 'typescript']]], own: 'path' },
  { kind: 'tool', percent: 15, few: [frameworks, ['executesCode', [true, false]]], own: 'description' },
  { kind: 'agent', percent: 10, few: [environments, frameworks], own: 'description' },
  {
    kind: 'bucket',
    percent: 8,
    few: [environments, ['region', ['eu-central-1', 'us-east-1', 'ap-south-1']]],
    own: 'bindAddress',
  },
  {
    kind: 'identity',
    percent: 7,
    few: [
      ['longLived', [true, false]],
      ['administrator', [true, false]],
    ],
    own: 'actions',
  },
  {
    kind: 'dataset',
    percent: 5,
    few: [
      ['format', ['parquet', 'csv']],
      ['size', [1, 2.5, 1e12]],
    ],
    own: 'revision',
  },
];
const firsts = new Map<AssetKind, { first: number; count: number }>();

function addAssets(builder: SnapshotBuilder): void {
  const origins = Array.from({ length: 50_000 }, (_, file) =>
    builder.origin(
      `github.com/example/repository-${file % 500}`,
      `services/part-${file % 97}/file-${file}.py`,
      'declared',
      1,
    ),
  );
  let asset = 0;
  for (const { kind, percent, few, own } of shares) {
    const count = (assetCount / 100) * percent;
    firsts.set(kind, { first: asset, count });
    const kindNumber = kindIds.indexOf(kind);
    const ownNumber = factNames.indexOf(own);
    const coded = few.map(([fact, values]) => ({
      fact: factNames.indexOf(fact),
      codes: values.map((value) => builder.valueCode(fact, value)),
    }));
    for (let index = 0; index < count; index++, asset++) {
      const row = builder.evidenceRow(origins[below(origins.length)]!, below(2000));
      builder.addAssetRow(kindNumber, `${kind} ${index}`, `${kind}:${index}-${below(2 ** 32).toString(16)}`, row);
      for (const { fact, codes } of coded) builder.setFactRow(asset, fact, codes[below(codes.length)]!, row);
      const text = `services/part-${index % 97}/${kind}-${index}`;
      builder.setFactRow(asset, ownNumber, builder.valueCode(own, own === 'actions' ? [text] : text), row);
    }
  }
}

function addRelations(builder: SnapshotBuilder): void {
  const kinds: readonly (readonly [RelationKind, AssetKind, AssetKind, number])[] = [
    ['depends-on', 'code-project', 'package-occurrence', 50],
    ['uses-tool', 'agent', 'tool', 14],
    ['contains', 'code-project', 'agent', 6],
    ['runs-as', 'tool', 'identity', 8],
    ['reads', 'identity', 'bucket', 10],
    ['contains', 'bucket', 'dataset', 4],
    ['assumes', 'identity', 'identity', 8],
  ];
  const origins = Array.from({ length: 2000 }, (_, file) =>
    builder.origin('github.com/example/infra', `stack-${file}.tf`, 'declared', 1),
  );
  for (const [kind, from, to, share] of kinds) {
    const code = relationIds.indexOf(kind);
    const start = firsts.get(from)!;
    const end = firsts.get(to)!;
    const until = builder.relationCount + (relationCount / 100) * share;
    while (builder.relationCount < until) {
      const row = builder.evidenceRow(origins[below(origins.length)]!, below(5000));
      builder.addRelationRow(code, start.first + below(start.count), end.first + below(end.count), row);
    }
  }
}

const began = performance.now();
const builder = new SnapshotBuilder();
addAssets(builder);
addRelations(builder);
const snapshot = builder.freeze();
const built = performance.now();
if (snapshot.assetCount !== assetCount || snapshot.relationCount !== relationCount)
  throw new Error(`built ${snapshot.assetCount} assets and ${snapshot.relationCount} relations`);

/** Projects in production whose agents have tools that run as somebody who reads a bucket in one region; the sort of question a correlation asks. */
const isRegion: Test = { op: 'fact', of: 'bucket', fact: 'region', check: { is: 'eu-central-1' } };
const fourHops: Group = {
  variables: { project: 'code-project', agent: 'agent', tool: 'tool', identity: 'identity', bucket: 'bucket' },
  edges: [
    { from: 'project', relation: 'contains', to: 'agent' },
    { from: 'agent', relation: 'uses-tool', to: 'tool' },
    { from: 'tool', relation: 'runs-as', to: 'identity' },
    { from: 'identity', relation: 'reads', to: 'bucket' },
  ],
  where: {
    op: 'all',
    tests: [
      { op: 'fact', of: 'project', fact: 'path', check: { matches: /part-42\/code-project-1\d3\d\d$/ } },
      isRegion,
    ],
  },
};
let matches = 0;
for (const _ of match(snapshot, fourHops)) matches += 1;
const matched = performance.now();
if (matches === 0) throw new Error('the four-hop pattern matched nothing, so nothing was measured');

const isProduction: Test = { op: 'fact', of: 'it', fact: 'environment', check: { is: 'production' } };
const asked = [...snapshot.ofKind('agent'), ...snapshot.ofKind('code-project')].slice(0, 200_000);
let holding = 0;
for (const it of asked) if (ask(snapshot, isProduction, { it }).truth === 'true') holding += 1;
const answered = performance.now();
if (holding === 0) throw new Error('no asset is in production, so nothing was measured');

const { maxRSS } = process.resourceUsage();
reportFigure({
  name: 'snapshot: peak memory of 1 M assets, 3 M facts, 5 M relations, building included',
  figure: maxRSS / 1024,
  unit: 'MB',
  target: 1000,
});
reportFigure({ name: 'snapshot: building it', figure: (built - began) / 1000, unit: 's', target: 30 });
reportFigure({
  name: `snapshot: four-hop pattern, ${matches} matches`,
  figure: (matched - built) / 1000,
  unit: 's',
  target: 1,
});
reportFigure({
  name: 'snapshot: one fact asked of 200,000 assets',
  figure: (answered - matched) / 1000,
  unit: 's',
  target: 1,
});
