/** Tests of identity: what merges, what refuses, what stays whatever the order and whatever comes later. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../domain/evidence.ts';
import type { Scheme } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { type Merged, merge } from './identity.ts';
import type { Snapshot } from './snapshot.ts';
import type { AssetStatement, Statements } from './statement.ts';

const at = (source: string, path = 'a.py', line = 1): Evidence => ({
  source,
  path,
  line,
  how: 'declared',
  confidence: 1,
});

const mention = (
  kind: AssetKind,
  source: string,
  identifiers: readonly (readonly [Scheme, string])[],
  more: Partial<AssetStatement> = {},
): AssetStatement => ({
  kind,
  name: identifiers[0]?.[1] ?? 'thing',
  identifiers: identifiers.map(([scheme, value]) => ({ scheme, value })),
  facts: [],
  unseen: [],
  closures: [],
  evidence: [at(source)],
  ...more,
});
const estate = (assets: readonly AssetStatement[], more: Partial<Statements> = {}): Statements => ({
  assets,
  relations: [],
  open: [],
  gaps: [],
  ...more,
});

/** Everything that a snapshot says, as plain data. */
const tell = (snapshot: Snapshot) => ({
  assets: Array.from({ length: snapshot.assetCount }, (_, asset) => ({
    id: snapshot.id(asset),
    name: snapshot.name(asset),
    identifiers: snapshot.identifiers(asset),
    evidence: snapshot.evidence(asset),
    facts: snapshot.factsOf(asset).map((fact) => [fact, snapshot.fact(asset, fact)]),
    unseen: snapshot.unseen(asset),
    closed: snapshot.closed(asset, 'reads', 'in'),
  })),
  relations: Array.from({ length: snapshot.relationCount }, (_, relation) => [
    snapshot.relationKind(relation),
    snapshot.id(snapshot.from(relation)),
    snapshot.id(snapshot.to(relation)),
    snapshot.relationEvidence(relation),
  ]),
});
const tellAll = (merged: Merged) => ({
  snapshot: tell(merged.builder.freeze()),
  conflicts: merged.conflicts,
  aliases: [...merged.aliases],
  known: merged.known,
  notSeen: merged.notSeen,
});

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

describe('whatever the estate', () => {
  const schemesOf = ['arn', 'terraform-address', 'symbol', 'secret-fingerprint', 'host-port'] as const;
  /** Few values, so that identifiers are shared and contradict each other often. */
  const statement = fc
    .record({
      kind: fc.constantFrom<AssetKind>('identity', 'identity', 'bucket'),
      source: fc.constantFrom('s', 't'),
      identifiers: fc.array(fc.tuple(fc.constantFrom(...schemesOf), fc.constantFrom('1', '2', '3')), { maxLength: 3 }),
      name: fc.constantFrom('x', 'y'),
      longLived: fc.option(fc.boolean(), { nil: undefined }),
    })
    .map(({ kind, source, identifiers, name, longLived }) =>
      mention(kind, source, identifiers, {
        name,
        facts:
          longLived === undefined
            ? []
            : [{ fact: kind === 'identity' ? 'longLived' : 'public', value: longLived, evidence: [at(source)] }],
      }),
    );
  const someStatements = fc.array(statement, { maxLength: 8 });
  const relation = fc.record({ from: fc.nat(7), to: fc.nat(7) });
  const related = (assets: readonly AssetStatement[], pairs: readonly { from: number; to: number }[]) =>
    pairs
      .filter(({ from, to }) => assets[from]?.kind === 'identity' && assets[to]?.kind === 'identity')
      .map(({ from, to }) => ({ relation: 'assumes' as const, from, to, evidence: [at('s', `${from}-${to}`)] }));

  test('the order of statements never matters, and saying a thing twice adds nothing', () => {
    const cases = fc
      .tuple(someStatements, fc.array(relation, { maxLength: 4 }), someStatements)
      .chain(([assets, pairs, before]) =>
        fc.record({
          assets: fc.constant(assets),
          pairs: fc.constant(pairs),
          before: fc.constant(before),
          order: fc.shuffledSubarray([...assets.keys()], { minLength: assets.length, maxLength: assets.length }),
        }),
      );
    fc.assert(
      fc.property(cases, ({ assets, pairs, before, order }) => {
        const previous = merge(estate(before)).known;
        const relations = related(assets, pairs);
        const plain = tellAll(merge(estate(assets, { relations }), previous));
        const shuffled = order.map((index) => assets[index]!);
        const moved = relations
          .map((each) => ({ ...each, from: order.indexOf(each.from), to: order.indexOf(each.to) }))
          .reverse();
        expect(tellAll(merge(estate(shuffled, { relations: moved }), previous))).toEqual(plain);
        const { conflicts: _, ...twice } = tellAll(merge(estate([...assets, ...shuffled], { relations }), previous));
        expect({ ...twice, conflicts: plain.conflicts }).toEqual(plain);
      }),
      { numRuns: 400 },
    );
  });

  test('a further source never splits an asset, conflicts or not, and never changes its id', () => {
    fc.assert(
      fc.property(someStatements, someStatements, (before, added) => {
        const first = merge(estate(before));
        const second = merge(estate([...before, ...added]), first.known);
        const [one, other] = [first.builder.freeze(), second.builder.freeze()];
        const became = new Map<number, number>();
        for (const index of before.keys()) {
          const now = second.numbers[index]!;
          expect(became.get(first.numbers[index]!) ?? now).toBe(now);
          became.set(first.numbers[index]!, now);
          const id = one.id(first.numbers[index]!);
          expect(second.aliases.get(id) ?? id).toBe(other.id(now));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('no asset has two values of which it can have only one', () => {
    fc.assert(
      fc.property(someStatements, (assets) => {
        const snapshot = merge(estate(assets)).builder.freeze();
        for (let asset = 0; asset < snapshot.assetCount; asset++) {
          const seen = new Map<string, string>();
          for (const { scheme, value } of snapshot.identifiers(asset)) {
            if (scheme === 'host-port') continue;
            const key = `${scheme} ${value.includes('|') ? value.split('|')[0] : ''}`;
            expect(seen.get(key) ?? value).toBe(value);
            seen.set(key, value);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('merging what was merged changes nothing', () => {
    fc.assert(
      fc.property(someStatements, (assets) => {
        const first = merge(estate(assets));
        const plain = tellAll(first);
        expect(tellAll(merge(estate(assets), first.known))).toEqual({ ...plain, known: expect.anything() });
      }),
      { numRuns: 400 },
    );
  });

  test('strangers’ local addresses never join', () => {
    const address = fc.constantFrom(
      'localhost:11434',
      '127.0.0.1:8000',
      'http://0.0.0.0:80',
      'redis:6379',
      '192.168.1.5:80',
      '[::1]:1',
    );
    const local = fc
      .tuple(fc.constantFrom('s', 't', 'u'), address)
      .map(([source, value]) => mention('inference-endpoint', source, [['host-port', value]], { name: value }));
    fc.assert(
      fc.property(fc.array(local, { maxLength: 8 }), (assets) => {
        const merged = merge(estate(assets));
        const snapshot = merged.builder.freeze();
        const sources = (asset: number) => new Set(snapshot.evidence(asset).map((place) => place.source));
        for (let asset = 0; asset < snapshot.assetCount; asset++) expect(sources(asset).size).toBe(1);
        for (let each = 0; each < snapshot.relationCount; each++)
          expect(sources(snapshot.from(each))).toEqual(sources(snapshot.to(each)));
      }),
    );
  });
});
