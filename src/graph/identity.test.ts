/** Tests of identity: what merges, what refuses, which claims hold and which ids stay. */
import { describe, expect, test } from 'vitest';
import { merge } from './identity.ts';
import { at, estate, mention } from './sample-statements.ts';
import type { Statements } from './statement.ts';

describe('merging', () => {
  test('a bucket in code, two stacks and a policy is one asset with all that was said', () => {
    const merged = merge(
      estate(
        [
          mention('bucket', 'code', [['bucket-name', 's3://models']], { mention: true, name: 's3://models' }),
          mention(
            'bucket',
            'infra',
            [
              ['terraform-address', 'infra|aws_s3_bucket.models'],
              ['bucket-name', 's3://models'],
            ],
            {
              name: 'models',
              facts: [{ fact: 'public', value: false, evidence: [at('infra', 'main.tf', 4)] }],
            },
          ),
          mention(
            'bucket',
            'other',
            [
              ['terraform-address', 'other|aws_s3_bucket.shared'],
              ['arn', 'arn:aws:s3:::models/*'],
            ],
            {
              mention: true,
            },
          ),
          mention('notebook', 'code', [['place', 'code|a.ipynb']]),
        ],
        { relations: [{ relation: 'reads', from: 3, to: 0, evidence: [at('code', 'a.ipynb', 2)] }] },
      ),
    );
    const snapshot = merged.builder.freeze();
    expect(snapshot.assetCount).toBe(2);
    const [bucket, , , notebook] = merged.numbers;
    expect(merged.numbers[0]).toBe(merged.numbers[2]);
    expect(snapshot.name(bucket!)).toBe('models');
    expect(snapshot.id(bucket!)).toMatch(/^bucket:s3-models-[0-9a-f]{8}$/);
    expect(snapshot.value(bucket!, 'public')).toBe(false);
    expect(snapshot.evidence(bucket!)).toHaveLength(3);
    expect(snapshot.between(notebook!, 'reads', bucket!)).toBe(0);
    expect(merged.conflicts).toEqual([]);
  });

  test('different kinds never merge, nor do equal paths of different sources', () => {
    const merged = merge(
      estate([
        mention('ai-application', 'one', [['place', 'one|api']]),
        mention('code-project', 'one', [['place', 'one|api']]),
        mention('code-project', 'two', [['place', 'api']]),
        mention('code-project', 'three', [['place', 'api']]),
      ]),
    );
    expect(new Set(merged.numbers).size).toBe(4);
    expect(merged.conflicts).toEqual([]);
  });

  test('a contradiction refuses the merge and says so', () => {
    const merged = merge(
      estate([
        mention('identity', 'code', [
          ['arn', 'arn:aws:iam::1:role/a'],
          ['terraform-address', 'infra|role.x'],
        ]),
        mention('identity', 'live', [
          ['arn', 'arn:aws:iam::1:role/b'],
          ['terraform-address', 'infra|role.x'],
        ]),
      ]),
    );
    expect(merged.numbers[0]).not.toBe(merged.numbers[1]);
    expect(merged.conflicts).toMatchObject([
      {
        kind: 'identity',
        scheme: 'arn',
        values: ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'],
        shared: { scheme: 'terraform-address', value: 'infra|role.x' },
        evidence: [at('live')],
      },
    ]);
    expect(merged.conflicts[0]!.assets).toHaveLength(2);
    expect(merged.notSeen[0]!.why).toContain('kept apart');
  });

  test('weak identifiers give same-as, never across machines for a local address, never against a contradiction', () => {
    const endpoint = (source: string, address: string, symbol: string) =>
      mention('inference-endpoint', source, [
        ['symbol', symbol],
        ['host-port', address],
      ]);
    const merged = merge(
      estate([
        endpoint('a', 'localhost:11434', 'x'),
        endpoint('b', 'http://localhost:11434/', 'x'),
        endpoint('a', 'llm.example.com:443', 'y'),
        endpoint('b', 'https://llm.example.com:443/v1', 'y'),
        // In one source, two symbols are two things, whatever name they share.
        endpoint('b', 'llm.example.com:443', 'z'),
      ]),
    );
    const snapshot = merged.builder.freeze();
    expect(new Set(merged.numbers).size).toBe(5);
    const same = Array.from({ length: snapshot.relationCount }, (_, relation) => [
      snapshot.from(relation),
      snapshot.to(relation),
    ]);
    const [, , a, b, c] = merged.numbers;
    expect(same.every((pair) => pair.includes(a!))).toBe(true);
    expect(same.flat().sort()).toEqual([a, b, a, c].sort());
    expect(snapshot.relationConfidence(0)).toBe(0.7);
    expect(snapshot.relationHow(0)).toBe('inferred');
  });

  test('what is two by strong identifiers is not the same, whatever name it shares', () => {
    const tool = (symbol: string) =>
      mention('tool', 's', [
        ['symbol', symbol],
        ['display-name', 'search'],
      ]);
    expect(merge(estate([tool('a.py#search'), tool('b.py#search')])).builder.freeze().relationCount).toBe(0);
  });

  test('what cannot be is left out and said', () => {
    const merged = merge(
      estate(
        [
          mention('bucket', 's', [['bucket-name', 's3://b']], {
            facts: [
              { fact: 'public', value: 'yes', evidence: [at('s')] },
              { fact: 'cellCount', value: 3, evidence: [at('s')] },
            ],
          }),
          mention('model', 's', [['model-name', 'openai:x']]),
        ],
        { relations: [{ relation: 'uses-tool', from: 0, to: 1, evidence: [at('s')] }] },
      ),
    );
    const snapshot = merged.builder.freeze();
    expect(snapshot.factsOf(merged.numbers[0]!)).toEqual([]);
    expect(snapshot.whyUnseen(merged.numbers[0]!, 'public')).toBe('what was said is not of type boolean');
    expect(merged.notSeen).toEqual([
      {
        what: 'uses-tool from s3://b to openai:x',
        scope: 's a.py',
        why: 'a bucket cannot stand in uses-tool to a model, so it was left out',
      },
    ]);
  });
});

describe('completeness', () => {
  const claim = (prefix: string, source = 's') =>
    ({
      relation: 'reads',
      direction: 'in',
      grade: 'declared',
      source,
      prefix,
      evidence: at(source, 'main.tf'),
    }) as const;
  const closedWith = (prefixes: readonly string[], gaps: Statements['gaps'], open: Statements['open'] = []) => {
    const bucket = mention('bucket', 's', [['bucket-name', 's3://b']], {
      closures: prefixes.map((prefix) => claim(prefix)),
    });
    const merged = merge(estate([bucket], { gaps, open }));
    return merged.builder.freeze().closed(merged.numbers[0]!, 'reads', 'in');
  };
  const gap = (path: string, source = 's') => ({ source, path, why: 'too large' });

  test('holds where nothing in its scope went unread', () => {
    expect(closedWith(['infra/'], [gap('other/a'), gap('infrastructure'), gap('infra/a', 'elsewhere')]).closed).toBe(
      true,
    );
    expect(closedWith(['infra/main.tf'], [gap('infra/other.tf')]).closed).toBe(true);
    expect(closedWith([''], []).closed).toBe(true);
  });

  test.each([
    ['infra/', 'infra/modules/a.tf'],
    ['infra/', 'infra/'],
    ['infra/main.tf', 'infra'],
    ['', 'anything'],
    ['infra/main.tf', ''],
    ['infra/main.tf', 'infra/main.tf'],
  ])('a claim for “%s” is broken by a gap at “%s”', (prefix, path) => {
    expect(closedWith([prefix], [gap(path)])).toMatchObject({
      closed: false,
      why: expect.stringContaining('was not read: too large'),
    });
  });

  test('another claim may still hold; an open end takes all of them away', () => {
    expect(closedWith(['', 'infra/'], [gap('other')]).closed).toBe(true);
    const open = {
      asset: 0,
      relation: 'reads',
      direction: 'in',
      why: 'a name is computed',
      evidence: at('s'),
    } as const;
    expect(closedWith(['infra/'], [], [open])).toEqual({ closed: false, why: 'a name is computed' });
  });
});

describe('ids', () => {
  const byAddress = mention('bucket', 'infra', [['terraform-address', 'infra|b.x']]);
  const byBoth = mention('bucket', 'live', [
    ['terraform-address', 'infra|b.x'],
    ['bucket-name', 's3://models'],
  ]);
  const byName = mention('bucket', 'code', [['bucket-name', 's3://models']]);

  test('an id outlives a stronger identifier, and the stronger one’s id leads to it', () => {
    const first = merge(estate([byAddress]));
    const alone = merge(estate([byBoth]));
    const later = merge(estate([byAddress, byBoth]), first.known);
    const id = first.builder.freeze().id(0);
    expect(later.builder.freeze().id(0)).toBe(id);
    expect(later.aliases).toEqual(new Map([[alone.builder.freeze().id(0), id]]));
    const last = merge(estate([byBoth]), later.known);
    expect(last.builder.freeze().id(0)).toBe(id);
    expect(last.aliases).toEqual(later.aliases);
  });

  test('two assets that turn out to be one keep the older id', () => {
    const first = merge(estate([byAddress]));
    const second = merge(estate([byName]), first.known);
    expect(second.known).toHaveLength(2);
    const third = merge(estate([byBoth]), second.known);
    const [older, newer] = second.known.map((known) => known.id);
    expect(third.builder.freeze().id(0)).toBe(older);
    expect(third.aliases.get(newer!)).toBe(older);
    expect(third.known).toHaveLength(1);
  });

  test('an asset that a run does not see is not forgotten', () => {
    const first = merge(estate([byAddress, byName]));
    expect(merge(estate([]), first.known).known).toEqual(first.known);
  });
});
