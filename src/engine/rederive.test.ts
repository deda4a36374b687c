/** Tests of rederive: whatever the estate, the rules and the change, it gives what deriving everything anew gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belongsTo, type FactName } from '../domain/facts.ts';
import { mayJoin } from '../domain/relations.ts';
import {
  buildEstate,
  facts,
  Invention,
  type Kind,
  kinds,
  relationKinds,
  Tape,
  valuesOf,
} from '../graph/random-question.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { type Conclusion, type Derivation, defineDerivation } from '../kit/define-derivation.ts';
import { derive } from './derive.ts';
import { Dirt } from './dirt.ts';
import { type Candidate, overlaid } from './overlay.ts';
import { rederive } from './rederive.ts';

/** Everything that can be asked of a snapshot, without the numbers of relations. */
function tell(snapshot: Snapshot): string[] {
  const lines: string[] = [];
  for (let asset = 0; asset < snapshot.assetCount; asset += 1) {
    for (const name of snapshot.factsOf(asset))
      lines.push(`${asset} ${name} ${JSON.stringify(snapshot.fact(asset, name))}`);
    for (const relation of relationKinds)
      for (const direction of ['out', 'in'] as const)
        lines.push(`${asset} ${relation} ${direction} ${JSON.stringify(snapshot.closed(asset, relation, direction))}`);
  }
  for (let relation = 0; relation < snapshot.relationCount; relation += 1) {
    const [from, to] = [snapshot.from(relation), snapshot.to(relation)];
    const seen = [
      snapshot.relationHow(relation),
      snapshot.relationConfidence(relation),
      snapshot.relationEvidence(relation),
    ];
    lines.push(`${from} ${snapshot.relationKind(relation)} ${to} ${JSON.stringify(seen)}`);
  }
  return lines.sort();
}

/** Where little is known, much is left to conclude. */
function thin(choose: Tape, estate: Snapshot): Snapshot {
  const builder = SnapshotBuilder.from(estate);
  for (let asset = 0; asset < estate.assetCount; asset += 1)
    for (const name of estate.factsOf(asset))
      if (choose.below(2) === 0) builder.replaceFact(asset, name, undefined, []);
  return builder.freeze();
}

/** Kinds among which chains of relations are long, and all of them. */
const mixtures: readonly (readonly Kind[])[] = [
  ['agent'],
  ['identity'],
  ['agent', 'tool'],
  ['identity', 'bucket'],
  kinds,
];

const factsAbout = (kind: Kind): FactName[] => facts.filter((fact) => belongsTo(fact, kind));

/** A rule that many others can follow: a fact makes another, at the same asset or at the next. */
function inventStep(choose: Tape, index: number, among: readonly Kind[]): Derivation {
  const kind = choose.of(among);
  const ways = relationKinds.flatMap((relation) =>
    among.filter((to) => mayJoin(relation, kind, to)).map((to) => ({ relation, to })),
  );
  const asked = choose.of(factsAbout(kind));
  const own = { id: `rule-${index}`, title: 'A step' };
  const check = choose.below(2) === 0 ? ({ seen: true } as const) : { is: choose.of(valuesOf(asked)) as string };
  const where = { op: 'fact', of: 'a', fact: asked, check } as const;
  if (ways.length === 0 || choose.below(3) === 0) {
    const fact = choose.of(factsAbout(kind));
    const value = choose.of(valuesOf(fact));
    const when = { variables: { a: kind }, edges: [], where };
    return { ...own, when, conclude: [{ fact, of: 'a', value, note: 'said' }] };
  }
  const { relation, to } = choose.of(ways);
  const fact = choose.of(factsAbout(to));
  const value = choose.of(valuesOf(fact));
  const backward = relationKinds.filter((each) => mayJoin(each, to, kind));
  const says: Conclusion =
    backward.length > 0 && choose.below(3) === 0
      ? { relation: choose.of(backward), from: 'b', to: 'a', note: 'joined' }
      : belongsTo(fact, kind)
        ? { fact, of: 'b', copyFrom: ['a', fact], note: 'copied' }
        : { fact, of: 'b', value, note: 'said' };
  const edges = [{ from: 'a', relation, to: 'b' }];
  return { ...own, when: { variables: { a: kind, b: to }, edges, where }, conclude: [says] };
}

/** Rules of one variable and of several; some look at what is absent, some at assets that they do not bind. */
function inventRules(choose: Tape, among: readonly Kind[]): Derivation[] {
  const invention = new Invention(choose);
  return Array.from({ length: 2 + choose.below(5) }, (_, index): Derivation => {
    if (choose.below(3) > 0) return inventStep(choose, index, among);
    const isLocal = choose.below(2) === 0;
    const { group, inside } = invention.group(new Map(), isLocal ? 1 : 2, isLocal ? 1 : 1 + choose.below(2));
    // A variable of several kinds could be concluded about what one of them cannot have.
    const variables = Object.fromEntries(Object.keys(group.variables).map((name) => [name, inside.get(name)!]));
    const names = Object.keys(variables);
    const conclusions = Array.from({ length: 1 + choose.below(2) }, (): Conclusion => {
      const [of, other] = [choose.of(names), choose.of(names)];
      const [kind, otherKind] = [inside.get(of)!, inside.get(other)!];
      const joining = relationKinds.filter((relation) => mayJoin(relation, kind, otherKind));
      if (joining.length > 0 && choose.below(2) === 0)
        return { relation: choose.of(joining), from: of, to: other, note: 'joined' };
      const fact = choose.of(factsAbout(kind));
      return belongsTo(fact, otherKind) && choose.below(3) === 0
        ? { fact, of, copyFrom: [other, fact], note: 'copied' }
        : { fact, of, value: choose.of(valuesOf(fact)), note: 'said' };
    });
    const shape = choose.below(4);
    const looksAt = choose.of(facts);
    const [first] = names as [string];
    return defineDerivation({
      id: `rule-${index}`,
      title: 'A rule',
      when: { ...group, variables },
      conclude:
        shape < 2
          ? conclusions
          : ({ bound }, snapshot) => {
              const asset = shape === 2 ? bound[first]! : (bound[first]! + 1) % snapshot.assetCount;
              return snapshot.value(asset, looksAt) === undefined ? conclusions : conclusions.slice(1);
            },
      ...(choose.below(2) === 0 ? { confidence: 0.5 } : {}),
    });
  });
}

function inventChange(choose: Tape, base: Snapshot): Candidate {
  const asset = choose.below(base.assetCount);
  const own = { remediation: 'r', asset, does: 'something', effort: 1 } as const;
  const way = choose.below(3);
  if (way === 0 && base.relationCount > 0) return { ...own, changes: [], relation: choose.below(base.relationCount) };
  if (way === 1)
    return { ...own, changes: [{ cut: choose.of(relationKinds), direction: choose.of(['out', 'in'] as const) }] };
  const fact = choose.of(factsAbout(base.kind(asset) as Kind));
  return { ...own, changes: [{ set: fact, value: choose.of(valuesOf(fact)) }] };
}

const tapes = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 400 }));

describe('on random estates', () => {
  test('an overlay is what deriving everything anew gives, however many were tried before it', () => {
    let concludedOthers = 0;
    let manyRounds = 0;
    fc.assert(
      fc.property(tapes, (numbers) => {
        const choose = new Tape(numbers);
        const among = choose.of(mixtures);
        const base = thin(choose, buildEstate(choose, 2 + choose.below(6), among));
        const derivations = inventRules(choose, among);
        const derived = derive(derivations, base);
        if (derived.rounds > 1) manyRounds += 1;
        for (let overlay = 0; overlay < 3; overlay += 1) {
          const candidates = Array.from({ length: 1 + choose.below(2) }, () => inventChange(choose, base));
          const fast = overlaid(candidates, derived, { derivations });
          // Without rules the overlay is the change alone.
          const changed = overlaid(candidates, derive([], base), { derivations: [] });
          const anew = derive(derivations, changed).snapshot;
          expect(tell(fast)).toEqual(tell(anew));
          const made = anew.relationCount - changed.relationCount;
          if (made !== derived.snapshot.relationCount - base.relationCount) concludedOthers += 1;
        }
      }),
      { numRuns: 800, seed: 11 },
    );
    expect(manyRounds).toBeGreaterThan(50);
    expect(concludedOthers).toBeGreaterThan(50);
  });

  test('a round that skips rules is what a round with all of them is', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const choose = new Tape(numbers);
        const among = choose.of(mixtures);
        const base = thin(choose, buildEstate(choose, 2 + choose.below(6), among));
        const rules = inventRules(choose, among);
        // Every rule that asks for anything whatever is run whole in every round.
        const wide = rules.map((rule): Derivation => {
          const { conclude } = rule;
          return {
            ...rule,
            conclude: (match, snapshot) => {
              snapshot.degree(0, 'reads', 'out');
              return typeof conclude === 'function' ? conclude(match, snapshot) : conclude;
            },
          };
        });
        expect(tell(derive(rules, base).snapshot)).toEqual(tell(derive(wide, base).snapshot));
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});

test('rules that nothing changed for are not asked again', () => {
  const builder = new SnapshotBuilder();
  for (const id of ['a', 'b', 'c']) builder.addAsset({ kind: 'agent', name: id, id });
  const base = builder.freeze();
  let asked = 0;
  const rule = defineDerivation({
    id: 'counts',
    title: 'Counts',
    when: { variables: { it: 'agent' }, edges: [] },
    conclude: ({ bound }, snapshot) => {
      asked += 1;
      return snapshot.value(bound.it!, 'autonomous') === undefined
        ? []
        : [{ fact: 'description', of: 'it', value: 'acts', note: 'x' }];
    },
  });
  const derived = derive([rule], base);
  expect(asked).toBe(3);
  const changed = SnapshotBuilder.from(base);
  changed.setFact(1, 'autonomous', true, []);
  const dirt = new Dirt();
  dirt.addFact('autonomous', 1);
  const snapshot = rederive([rule], derived, changed.freeze(), dirt);
  expect(snapshot.value(1, 'description')).toBe('acts');
  // Once for the change, once for its own conclusion.
  expect(asked).toBe(5);
});

test('what two rules said at once is still said when one of them falls silent, and is not said again', () => {
  const builder = new SnapshotBuilder();
  const agent = builder.addAsset({ kind: 'agent', name: 'a', id: 'a' });
  builder.setFact(agent, 'autonomous', true, []);
  builder.setFact(agent, 'framework', 'crewai', []);
  const base = builder.freeze();
  const say = (id: string, asked: FactName, says: FactName, value: string | boolean, confidence: number) =>
    defineDerivation({
      id,
      title: id,
      when: {
        variables: { it: 'agent' },
        edges: [],
        where: { op: 'fact', of: 'it', fact: asked, check: { seen: true } },
      },
      conclude: [{ fact: says, of: 'it', value, note: id }],
      confidence,
    });
  const rules = [
    say('silenced', 'autonomous', 'description', 'x', 1),
    say('kept', 'framework', 'description', 'x', 0.5),
    say('stronger', 'framework', 'description', 'y', 0.9),
    say('again', 'framework', 'autonomous', true, 1),
  ];
  const change = SnapshotBuilder.from(base);
  change.replaceFact(agent, 'autonomous', undefined, []);
  const changed = change.freeze();
  const dirt = new Dirt();
  dirt.addFact('autonomous', agent);
  const snapshot = rederive(rules, derive(rules, base), changed, dirt);
  expect(snapshot.value(agent, 'description')).toBe('y');
  expect(tell(snapshot)).toEqual(tell(derive(rules, changed).snapshot));
});
