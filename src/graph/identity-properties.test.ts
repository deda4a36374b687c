/** Property tests of identity: what stays whatever the order and whatever comes later. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetKind } from '../domain/kinds.ts';
import { type Merged, merge } from './identity.ts';
import { at, estate, mention } from './sample-statements.ts';
import type { Snapshot } from './snapshot.ts';
import type { AssetStatement } from './statement.ts';

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
