/** Tests of the canonical form of identifiers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Identifier, type Scheme, schemes } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { canonicalIdentifier, isLocalHost } from './canonical-identifier.ts';

const canonical = (scheme: Scheme, value: string, kind: AssetKind = 'data-store', source = 'src') => {
  const found = canonicalIdentifier(kind, { scheme, value }, source);
  return found && `${found.scheme} ${found.value}`;
};

describe('one thing, one identifier', () => {
  test.each<[AssetKind, Scheme, string, string | undefined]>([
    ['bucket', 'arn', 'arn:aws:s3:::models', 'bucket-name s3://models'],
    ['bucket', 'arn', 'arn:aws:s3:::models/*', 'bucket-name s3://models'],
    ['bucket', 'arn', 'arn:aws-cn:s3:::models/weights/a.pt', 'bucket-name s3://models'],
    ['bucket', 'arn', 'arn:aws:s3:::models-*', undefined],
    ['bucket', 'arn', `arn:aws:s3:::\${var.name}`, undefined],
    ['dataset', 'arn', 'arn:aws:s3:::models/train', 'arn arn:aws:s3:::models/train'],
    ['identity', 'arn', 'ARN:AWS:IAM::123456789012:role/Trainer', 'arn arn:aws:iam::123456789012:role/Trainer'],
    ['identity', 'arn', 'arn:aws:iam::*:role/Trainer', undefined],
    ['bucket', 'bucket-name', 's3a://Models/path', 'bucket-name s3://models'],
    ['bucket', 'bucket-name', 'https://models.s3.eu-central-1.amazonaws.com/a', 'bucket-name s3://models'],
    ['bucket', 'bucket-name', 'https://s3.eu-central-1.amazonaws.com/models/a', 'bucket-name s3://models'],
    ['bucket', 'bucket-name', 'https://storage.googleapis.com/models/a', 'bucket-name gs://models'],
    ['bucket', 'bucket-name', 'gs://models', 'bucket-name gs://models'],
    ['package-version', 'purl', 'pkg:PyPI/Foo_Bar.baz@1.0', 'purl pkg:pypi/foo-bar-baz@1.0'],
    ['package-version', 'purl', 'pkg:npm/%40scope/name@1.0.0', 'purl pkg:npm/%40scope/name@1.0.0'],
    ['package-version', 'purl', 'pkg:npm/@scope/name', 'package-name npm:@scope/name'],
    ['package-version', 'purl', 'no package URL', 'purl no package URL'],
    ['mcp-server-definition', 'mcp-package', 'PyPI:MCP.Server_Git', 'mcp-package pypi:mcp-server-git'],
    ['mcp-server-definition', 'mcp-package', 'npm:@Scope/name', 'mcp-package npm:@Scope/name'],
    ['repository', 'remote', 'git@github.com:Org/Repo.git', 'remote github.com/org/repo'],
    ['repository', 'remote', 'https://user:token@GitHub.com/org/repo.git/', 'remote github.com/org/repo'],
    ['repository', 'remote', 'ssh://git@git.example.com:2222/Team/Repo.git', 'remote git.example.com/Team/Repo'],
    ['repository', 'remote', 'git+https://github.com/org/repo#sub/path/', 'remote github.com/org/repo#sub/path'],
    ['repository', 'remote', 'github.com/org/repo', 'remote github.com/org/repo'],
    ['repository', 'remote', '/srv/git/repo', 'remote /srv/git/repo'],
    ['container-image', 'image-digest', `repo/app@sha256:${'A'.repeat(64)}`, `image-digest sha256:${'a'.repeat(64)}`],
    ['model-artifact', 'sha256', `sha256:${'B'.repeat(64)}`, `sha256 ${'b'.repeat(64)}`],
    ['model', 'model-name', 'OpenAI:gpt-4o', 'model-name openai:gpt-4o'],
    [
      'mcp-server-definition',
      'mcp-url',
      'https://MCP.example.com:443/sse/?key=1',
      'mcp-url https://mcp.example.com/sse',
    ],
    ['mcp-server-definition', 'mcp-url', 'http://localhost:3000/mcp', 'host-port src|localhost:3000'],
  ])('%s %s %s', (kind, scheme, value, expected) => {
    expect(canonical(scheme, value, kind)).toBe(expected);
  });

  test('local addresses stay within their scope, public ones do not', () => {
    expect(canonical('host-port', 'HTTP://LocalHost:11434/')).toBe('host-port src|localhost:11434');
    expect(canonical('host-port', 'laptop-7|localhost:11434')).toBe('host-port laptop-7|localhost:11434');
    expect(canonical('host-port', 'laptop-7|llm.example.com:443')).toBe('host-port llm.example.com:443');
    expect(canonical('symbol', 'src/a.py#run')).toBe('symbol src|src/a.py#run');
    for (const host of [
      'localhost',
      '127.0.0.1',
      '[::1]:80',
      '::1',
      '0.0.0.0:1',
      '10.1.2.3',
      '172.20.0.1',
      '192.168.0.9:80',
      'redis:6379',
      'x.local',
    ])
      expect([host, isLocalHost(host)]).toEqual([host, true]);
    for (const host of ['example.com', '8.8.8.8:53', '172.32.0.1', '100.1.2.3', '1270.example.com'])
      expect([host, isLocalHost(host)]).toEqual([host, false]);
  });

  test('canonical is canonical: a second time changes nothing, and no text breaks it', () => {
    const identifier: fc.Arbitrary<Identifier> = fc.record({
      scheme: fc.constantFrom(...(Object.keys(schemes) as Scheme[])),
      value: fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.stringMatching(/^(arn:aws:s3:::|s3:\/\/|pkg:pypi\/|git@|npm:|https:\/\/)[a-zA-Z0-9_.:/@|#-]{0,12}$/),
      ),
    });
    fc.assert(
      fc.property(identifier, fc.constantFrom<AssetKind>('bucket', 'model', 'mcp-server-definition'), (given, kind) => {
        const once = canonicalIdentifier(kind, given, 'src');
        if (once) expect(canonicalIdentifier(kind, once, 'elsewhere')).toEqual(once);
      }),
      { numRuns: 5000 },
    );
  });
});
