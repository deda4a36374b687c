/** The bill of materials against the published schema, and against what it must say. */
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../kit/define-exporter.ts';
import { emptyReport, renderWhole, reportSchema, sampleReport, standingReport } from '../../../kit/exporter-bench.ts';
import { advisoriesFor } from '../../../read/advisories.ts';
import cyclonedx from './exporter.ts';

const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
const trouble = async (report: Report): Promise<unknown> => validator.validate(renderWhole(cyclonedx, report));

interface Element {
  'bom-ref': string;
  name: string;
  [field: string]: unknown;
}
interface Bom {
  serialNumber: string;
  metadata: { component: Element };
  components: Element[];
  services: Element[];
  dependencies: { ref: string; dependsOn?: string[] }[];
  vulnerabilities: {
    'bom-ref': string;
    id: string;
    affects: { ref: string; versions?: unknown[] }[];
    [field: string]: unknown;
  }[];
  compositions: { aggregate: string }[];
}
const read = (report: Report): Bom => JSON.parse(renderWhole(cyclonedx, report)) as Bom;

const declared = { how: 'declared', confidence: 1 } as const;
const asset = (
  id: string,
  kind: string,
  name: string,
  facts: Readonly<Record<string, string | boolean | number | string[]>>,
  more: object = {},
) => ({
  ...{ id, kind, layer: 'foundation', name, systems: [], seen: [{ path: `${id}.txt`, line: 3, ...declared }] },
  facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, ...declared, seen: [] }])),
  ...more,
});
const relation = (from: string, kind: string, to: string) => ({ from, kind, to, ...declared, seen: [] });
const commit = 'ABCDEF0123456789abcdef0123456789abcdef01';
const [advisory] = advisoriesFor('pypi', 'chromadb', '1.0.15')!;

const estate = reportSchema.parse({
  ...emptyReport,
  assets: [
    asset('app', 'ai-application', 'answers', {}, { layer: 'application' }),
    asset(
      'ranker',
      'model',
      'acme/rank',
      { source: 'hub', revision: commit, architecture: 'bert', license: 'MIT' },
      {
        identifiers: [{ scheme: 'model-name', value: 'huggingface:acme/rank' }],
      },
    ),
    asset('tuned', 'fine-tune', 'rank-tuned', {}),
    asset('weights', 'model-artifact', 'rank.safetensors', { sha256: 'a'.repeat(64), format: 'safetensors' }),
    asset('gpt', 'model', 'gpt-4o', { hosting: 'remote-api', provider: 'openai' }),
    asset('claude', 'model', 'claude', { hosting: 'remote-api', provider: 'anthropic' }),
    asset('account', 'provider-account', 'anthropic', {}),
    asset('tickets', 'dataset', 'tickets', { sensitivity: 'confidential', dataKinds: ['personal'] }),
    asset('store', 'vector-store', 'kb', { authentication: 'none', sensitivity: 'internal', selfHosted: true }),
    asset('server', 'inference-endpoint', 'ollama', { url: 'http://models:11434/v1/[x]?q=ü', public: true }),
    asset('secret', 'secret', 'OPENAI_API_KEY', {}),
    asset(
      'version',
      'package-version',
      'chromadb@1.0.15',
      { version: '1.0.15', packageName: 'chromadb', ecosystem: 'pypi' },
      {
        identifiers: [{ scheme: 'purl', value: 'pkg:pypi/chromadb@1.0.15' }],
      },
    ),
    ...['lock-1', 'lock-2'].map((id) =>
      asset(id, 'package-occurrence', 'chromadb@1.0.15', {
        version: '1.0.15',
        packageName: 'chromadb',
        ecosystem: 'pypi',
        scopeOfUse: id === 'lock-1' ? 'test' : 'production',
      }),
    ),
    ...['line-1', 'line-2'].map((id) =>
      asset(id, 'package-occurrence', '@acme/ai', {
        packageName: '@acme/ai',
        ecosystem: 'npm',
        scopeOfUse: 'development',
      }),
    ),
  ],
  relations: [
    relation('app', 'invokes', 'gpt'),
    relation('app', 'invokes', 'claude'),
    relation('app', 'reads', 'store'),
    relation('app', 'writes', 'store'),
    relation('app', 'depends-on', 'lock-1'),
    relation('app', 'depends-on', 'line-2'),
    relation('app', 'uses-secret', 'secret'),
    relation('tuned', 'fine-tuned-from', 'ranker'),
    relation('tuned', 'trained-on', 'tickets'),
    relation('lock-1', 'occurrence-of', 'version'),
    relation('lock-2', 'occurrence-of', 'version'),
  ],
  findings: ['lock-1', 'lock-2'].map((id) => ({
    ...{ id: `finding-${id}`, detector: 'known-vulnerable-package', objective: 'dependency-patched' },
    ...{ category: 'vulnerability', severity: 'critical', outcome: 'fail', asset: id, systems: [] },
    ...{
      discriminator: advisory!.id,
      message: 'chromadb has a hole.',
      evidence: [],
      remedy: 'Leave it.',
      references: [],
    },
  })),
});
const find = (bom: Bom, ref: string): Element =>
  [...bom.components, ...bom.services].find((one) => one['bom-ref'] === ref) ?? expect.fail(`${ref} is not there`);

describe('cyclonedx', () => {
  it.each([
    ['sample', sampleReport],
    ['standing', standingReport],
    ['empty', emptyReport],
    ['estate', estate],
  ])('holds against the published schema (%s)', async (_, report) => expect(await trouble(report)).toBeNull());

  it('would be refused by it where something is missing', async () => {
    const { name: _, ...nameless } = read(estate).components[0]!;
    const wrong = JSON.stringify({ ...read(estate), components: [nameless] });
    expect(await validator.validate(wrong)).toEqual([expect.objectContaining({ keyword: 'required' })]);
  });

  it.each(['</script>"', '\u0000\u202e\ud800', ' ', 'http://[::1', '%zz#a#b', ':', 'é中', 'x'.repeat(3000)])(
    'holds whatever things are called: %j',
    async (text) => {
      const report = JSON.parse(JSON.stringify(estate)) as Report;
      for (const one of report.assets) {
        one.name = text;
        for (const fact of Object.values(one.facts)) if (typeof fact?.value === 'string') fact.value = text;
      }
      expect(await trouble(report)).toBeNull();
    },
  );

  it.each([
    ['sample', sampleReport],
    ['estate', estate],
  ])('names nothing twice, and nothing that is not there (%s)', (_, report) => {
    const bom = read(report);
    const refs = [bom.metadata.component, ...bom.components, ...bom.services].map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set(refs);
    const named = [
      ...bom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]),
      ...bom.vulnerabilities.flatMap(({ affects }) => affects.map(({ ref }) => ref)),
    ];
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual(refs.toSorted());
  });

  it('has a card for every model, with what it was made from', () => {
    const bom = read(estate);
    const models = bom.components.filter(({ type }) => type === 'machine-learning-model');
    expect(models.map(({ name }) => name)).toEqual(['acme/rank', 'rank-tuned', 'rank.safetensors', 'gpt-4o', 'claude']);
    for (const model of models) expect(model.modelCard).toBeDefined();
    expect(find(bom, 'ranker')).toMatchObject({
      purl: `pkg:huggingface/acme/rank@${commit.toLowerCase()}`,
      licenses: [{ license: { name: 'MIT' } }],
      modelCard: { modelParameters: { modelArchitecture: 'bert' } },
    });
    expect(find(bom, 'tuned')).toMatchObject({
      pedigree: { ancestors: [{ name: 'acme/rank' }] },
      modelCard: { modelParameters: { datasets: [{ ref: 'tickets' }] } },
    });
    expect(find(bom, 'weights').hashes).toEqual([{ alg: 'SHA-256', content: 'a'.repeat(64) }]);
    expect(find(bom, 'tickets')).toMatchObject({
      data: [{ type: 'dataset', classification: 'confidential', sensitiveData: ['personal'] }],
    });
  });

  it('says which data flows into and out of a service, and between whom', () => {
    const bom = read(estate);
    const link = `urn:cdx:${bom.serialNumber.replace('urn:uuid:', '')}/1#app`;
    expect(find(bom, 'store')).toMatchObject({
      authenticated: false,
      data: [
        { flow: 'outbound', classification: 'internal', destination: [link] },
        { flow: 'inbound', classification: 'internal', source: [link] },
      ],
    });
    for (const [ref, name] of [
      ['provider:openai', 'openai'],
      ['account', 'anthropic'],
    ] as const)
      expect(find(bom, ref)).toMatchObject({
        ...{ name, 'x-trust-boundary': true },
        data: [{ flow: 'bi-directional', name: 'prompts and answers', source: [link], destination: [link] }],
      });
    expect(find(bom, 'server')).toMatchObject({
      endpoints: ['http://models:11434/v1/%5Bx%5D?q=%C3%BC'],
      'x-trust-boundary': true,
    });
  });

  it('tells a package once, with every place and its widest use', () => {
    const bom = read(estate);
    const libraries = bom.components.filter(({ type }) => type === 'library');
    expect(libraries).toMatchObject([
      { name: 'chromadb', version: '1.0.15', purl: 'pkg:pypi/chromadb@1.0.15', scope: 'required' },
      { name: '@acme/ai', purl: 'pkg:npm/%40acme/ai', scope: 'excluded' },
    ]);
    expect(libraries[0]).toMatchObject({
      evidence: { occurrences: ['version', 'lock-1', 'lock-2'].map((id) => ({ location: `${id}.txt`, line: 3 })) },
    });
    expect(bom.dependencies.find(({ ref }) => ref === 'app')!.dependsOn).toEqual([
      ...['claude', 'gpt', 'line-1', 'store', 'version'],
    ]);
  });

  it.each(['npm', 'pypi', 'go', 'maven', 'cargo', 'nuget'])(
    'gives a package URL or none for any name in %s',
    async (ecosystem) => {
      const names = ['a', 'a/b', 'a:b', '@a/b', ':', '/', ' ', '\ud800', 'a:b:c', '%zz'];
      const assets = names.flatMap((packageName, at) =>
        ['', 'v1.zz', '1 2', 'v'].map((version) => ({
          ...asset(`p${at}-${version}`, 'package-occurrence', packageName, { ecosystem, packageName, version }),
        })),
      ) as unknown as Report['assets'];
      const report = { ...emptyReport, assets };
      expect(await trouble(report)).toBeNull();
      expect(read(report).components.filter(({ purl }) => purl !== undefined).length).toBeGreaterThan(3);
    },
  );

  it('tells an advisory once, with its score and everything that has it', () => {
    expect(read(estate).vulnerabilities).toEqual([
      expect.objectContaining({
        id: advisory!.id,
        source: { name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${advisory!.id}` },
        ratings: [{ score: advisory!.score, severity: advisory!.severity, method: 'CVSSv3' }],
        affects: [{ ref: 'version', versions: [{ version: '1.0.15', status: 'affected' }] }],
      }),
    ]);
  });

  it('leaves credentials out, and says when it is not complete', () => {
    expect(renderWhole(cyclonedx, estate)).not.toContain('OPENAI_API_KEY');
    expect(read(estate).compositions).toMatchObject([{ aggregate: 'unknown' }]);
    expect(read(sampleReport).compositions).toMatchObject([{ aggregate: 'incomplete' }]);
  });

  it('has the same serial number for the same scan, and another for another', () => {
    const later = { ...estate, startedAt: '2026-02-02T03:04:05.000Z' };
    expect(read(estate).serialNumber).toBe(read(estate).serialNumber);
    expect(read(later).serialNumber).not.toBe(read(estate).serialNumber);
  });
});
