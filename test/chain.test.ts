/** The chain from code over its environment, Terraform and a role to a bucket and the notebook that reads it, with the evidence of every hop. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { libraries } from '../src/catalog/libraries.gen.ts';
import { resolvers } from '../src/catalog/resolvers.gen.ts';
import type { Report } from '../src/domain/report.ts';
import { judge } from '../src/engine/judge.ts';
import { readFiles } from '../src/engine/read-files.ts';
import { resolve } from '../src/engine/resolve/resolve.ts';
import type { Snapshot } from '../src/graph/snapshot.ts';
import type { Statements } from '../src/graph/statement.ts';
import { catalog, connector, now, prepareTree, scanTree } from './scan-tree.ts';

const demo = (name: string): string => join(import.meta.dirname, '../demo', name);
const scanDemo = (name: string): Promise<Report> => scanTree(demo(name));

/** What the phases up to freezing know, for what the report leaves out: ends that stayed open. */
const resolveDemo = async (name: string): Promise<{ statements: Statements; snapshot: Snapshot }> => {
  const { reading, capabilities } = prepareTree(demo(name));
  const { source, resources, extraction } = await connector.discover(capabilities, { name });
  const { read } = await readFiles(resources, reading);
  const statements = resolve({
    source: source.id,
    name: source.name,
    files: read,
    paths: resources.map(({ path }) => path),
    discovered: { path: '', extraction },
    gaps: [],
    libraries,
    resolvers,
  });
  return { statements, snapshot: judge(statements, catalog, { clock: now }).snapshot };
};

const asset = (report: Report, kind: string, name: string) => {
  const found = report.assets.filter((one) => one.kind === kind && one.name === name);
  expect(found, `${kind} ${name}`).toHaveLength(1);
  return found[0]!;
};

const places = (seen: readonly { readonly path: string; readonly line: number }[]) =>
  seen.map(({ path, line }) => `${path}:${line}`);

describe('code → environment → Terraform → role → bucket → notebook', () => {
  let report: Report;
  beforeAll(async () => {
    report = await scanDemo('chain');
  });

  const hop = (from: [string, string], kind: string, to: [string, string], which?: string) => {
    const [start, end] = [from, to].map(([assetKind, name]) =>
      report.assets.filter((one) => one.kind === assetKind && one.name === name).map(({ id }) => id),
    );
    const found = report.relations.filter(
      (one) =>
        one.kind === kind &&
        start!.includes(one.from) &&
        end!.includes(one.to) &&
        (which === undefined || one.seen.some(({ path }) => path === which)),
    );
    expect(found, `${from.join(' ')} ${kind} ${to.join(' ')}`).toHaveLength(1);
    return found[0]!;
  };

  it('makes one bucket of what code, notebook, role and stack say', () => {
    const bucket = asset(report, 'bucket', 'acme-report-models');
    expect(report.assets.filter(({ kind }) => kind === 'bucket')).toEqual([bucket]);
    expect(new Set(bucket.seen.map(({ path }) => path))).toEqual(
      new Set([
        'app/main.py',
        'infra/function.tf',
        'infra/identity.tf',
        'infra/storage.tf',
        'infra/variables.tf',
        'notebooks/train.ipynb',
      ]),
    );
    expect(bucket.facts.versioned).toMatchObject({ value: true, how: 'declared' });
    expect(bucket.facts.public).toMatchObject({ value: false, how: 'declared' });
    expect(bucket.facts.encryptedAtRest).toMatchObject({ value: true, how: 'default' });
  });

  it('follows the environment variable of the code into the stack, to the text of the name', () => {
    const reads = hop(['ai-application', 'app'], 'reads', ['bucket', 'acme-report-models']);
    expect(places(reads.seen)).toEqual([
      'app/main.py:15', // os.environ["MODEL_BUCKET"]
      'infra/function.tf:20', // MODEL_BUCKET = aws_s3_bucket.models.bucket
      'infra/storage.tf:2', // bucket = "${local.prefix}-models"
      'infra/variables.tf:7', // prefix = var.team
      'infra/variables.tf:3', // default = "acme-report"
      'infra/storage.tf:2',
    ]);
    expect(reads.how).toBe('declared');
  });

  it('joins the function with the code that it packs and the role that it has', () => {
    const runs = hop(['compute', 'report'], 'runs', ['ai-application', 'app'], 'infra/function.tf');
    expect(places(runs.seen)).toEqual(['infra/function.tf:16']);
    expect(hop(['compute', 'report'], 'runs', ['ai-application', 'app'], 'compose.yaml').how).toBe('declared');
    const runsAs = hop(['compute', 'report'], 'runs-as', ['identity', 'report']);
    expect(places(runsAs.seen)).toEqual(['infra/function.tf:13']);
    expect(asset(report, 'identity', 'report').facts.trustedPrincipals?.value).toEqual(['lambda.amazonaws.com']);
  });

  it('reads the right of the role out of its policy', () => {
    const may = hop(['identity', 'report'], 'writes', ['bucket', 'acme-report-models']);
    expect(places(may.seen)).toContain('infra/identity.tf:18');
    expect(asset(report, 'identity', 'report').facts.actions?.value).toEqual(['s3:GetObject', 's3:PutObject']);
    expect(asset(report, 'identity', 'report').facts.wildcardResources?.value).toBe(false);
  });

  it('derives that the application may write the bucket, with the evidence of every part', () => {
    const writes = hop(['ai-application', 'app'], 'writes', ['bucket', 'acme-report-models']);
    expect(writes.how).toBe('inferred');
    expect(places(writes.seen)).toEqual(
      expect.arrayContaining(['infra/function.tf:16', 'infra/function.tf:13', 'infra/identity.tf:18']),
    );
  });

  it('ends at the notebook that reads the same bucket', () => {
    const reads = hop(['notebook', 'train.ipynb'], 'reads', ['bucket', 'acme-report-models']);
    expect(places(reads.seen)).toEqual(['notebooks/train.ipynb:18', 'notebooks/train.ipynb:19']);
  });

  it('knows both models that the name can be: the one of the function and the one of the service', () => {
    const models = report.assets.filter(({ kind }) => kind === 'model');
    const seen = (name: string) =>
      new Set(models.filter((one) => one.name === name).flatMap((one) => places(one.seen)));
    expect(seen('gpt-4o')).toContain('infra/function.tf:21');
    expect(seen('llama3.2')).toContain('compose.yaml:6');
    // The code’s own default holds nowhere that is known.
    expect(models.map(({ name }) => name)).not.toContain('gpt-4o-mini');
  });

  it('sees the function address that asks nobody, and leaves the port of the loopback address alone', () => {
    expect(asset(report, 'network-exposure', 'report').facts).toMatchObject({
      public: { value: true },
      authentication: { value: 'none' },
    });
    const ways = report.assets.filter(({ kind }) => kind === 'network-exposure').flatMap(({ seen }) => places(seen));
    expect(ways).not.toContain('compose.yaml:9');
  });
});

describe('a name that is not to be had', () => {
  const why =
    'variable answer_bucket (infra/main.tf:1) has no default, and no tfvars file or module call gives it a value';
  let statements: Statements;
  let snapshot: Snapshot;
  beforeAll(async () => {
    ({ statements, snapshot } = await resolveDemo('chain-unknown'));
  });

  it('stops at the variable, and says so where the code and the role reach for the bucket', () => {
    const open = statements.open.map((one) => ({
      from: statements.assets[one.asset]!.kind,
      relation: one.relation,
      why: one.why,
      at: `${one.evidence.path}:${one.evidence.line}`,
    }));
    expect(open).toContainEqual({ from: 'ai-application', relation: 'writes', why, at: 'app/main.py:17' });
    expect(open).toContainEqual({ from: 'identity', relation: 'writes', why, at: 'infra/main.tf:28' });
  });

  it('invents no bucket, and does not say that nothing is written', () => {
    expect([...snapshot.ofKind('bucket')]).toEqual([]);
    const [app] = snapshot.ofKind('ai-application');
    expect(snapshot.closed(app!, 'writes', 'out')).toEqual({ closed: false, why });
  });
});
