/** Run: one scan after another of the same source, and what the later one knows of the earlier. */
import { expect, test } from 'vitest';
import { type AssetObservation, emptyExtraction } from '../domain/observation.ts';
import { reportSchema } from '../domain/report.ts';
import { type Capabilities, defineConnector } from '../kit/define-connector.ts';
import { type ScanInput, scan } from './run.ts';
import { sampleCatalog } from './sample-catalog.ts';

type Memory = Parameters<NonNullable<ScanInput['remember']>>[0];

const bucket = (...identifiers: AssetObservation['identifiers']): AssetObservation => ({
  key: 'models',
  kind: 'bucket',
  name: 'models',
  identifiers,
  line: 1,
});
const address = { scheme: 'terraform-address', value: 'infra:aws_s3_bucket.models' } as const;
const arn = { scheme: 'arn', value: 'arn:aws:s3:::acme-models' } as const;

const scanOf = async (asset: AssetObservation, previous?: Memory['known']) => {
  let memory: Memory | undefined;
  const files: Capabilities['files'] = { list: async () => [], read: async () => new Uint8Array() };
  const report = await scan({
    catalog: { ...sampleCatalog, extractors: [], libraries: [], resolvers: [], connectors: [], exporters: [] } as never,
    version: '0.0.0',
    path: 'infra',
    now: () => new Date('2026-01-02T03:04:05Z'),
    connector: defineConnector({
      id: 'sample',
      title: 'Sample',
      reads: [],
      needs: [],
      discover: async () => ({
        source: { id: 'local:infra', name: 'infra' },
        resources: [],
        gaps: [],
        extraction: { ...emptyExtraction, assets: [asset] },
        excluded: [],
      }),
    }),
    capabilities: { files } as Capabilities,
    options: { name: 'infra' },
    reading: { files, extractors: [], stamp: () => undefined, workers: 0, seconds: 1 } as never,
    ...(previous ? { previous } : {}),
    remember: (known) => {
      memory = known;
    },
  });
  return { report: reportSchema.parse(report), memory: memory! };
};
const idOf = ({ report }: Awaited<ReturnType<typeof scanOf>>) =>
  report.assets.find(({ kind }) => kind === 'bucket')!.id;

test('an asset that gains a stronger identifier keeps its id when the earlier scan is handed in, and only then', async () => {
  const first = await scanOf(bucket(address));
  const kept = await scanOf(bucket(address, arn), JSON.parse(JSON.stringify(first.memory.known)));
  const forgotten = await scanOf(bucket(address, arn));
  expect(idOf(kept)).toBe(idOf(first));
  expect(idOf(forgotten)).not.toBe(idOf(first));
  expect(kept.memory.aliases.get(idOf(forgotten))).toBe(idOf(first));
});

test('the report names every correlation that was asked', async () => {
  const { report } = await scanOf(bucket(address));
  expect(report.coverage.correlations).toEqual(
    sampleCatalog.correlations.map(({ id, title }) => ({ correlation: id, title, warnings: 0, watches: 0 })),
  );
});
