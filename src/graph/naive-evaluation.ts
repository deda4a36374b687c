/** The definition of the matcher’s answers, word for word and without any thought of speed: tests hold the matcher against it. */
import type { FactName, FactValue } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { RelationKind } from '../domain/relations.ts';
import { allOf, anyOf, known, negate, type Truth } from '../domain/truth.ts';
import { holds, isSameValue } from './holds.ts';
import type { Edge, Group, Test } from './pattern.ts';

/** An estate as its definition sees it. */
export interface PlainEstate {
  readonly kinds: readonly AssetKind[];
  value(asset: number, fact: FactName): FactValue | undefined;
  has(relation: RelationKind, from: number, to: number): boolean;
  isClosed(asset: number, relation: RelationKind, direction: 'out' | 'in'): boolean;
}

/** Somebody unseen; bound outside of a group it is anybody at all. */
const unseen = -1;
type Env = Readonly<Record<string, number>>;

/** One step of one relation. Somebody unseen may be linked to whoever is not closed. */
const step = (estate: PlainEstate, relation: RelationKind, from: number, to: number): Truth => {
  if (from !== unseen && to !== unseen && estate.has(relation, from, to)) return 'true';
  if (from !== unseen && estate.isClosed(from, relation, 'out')) return 'false';
  if (to !== unseen && estate.isClosed(to, relation, 'in')) return 'false';
  return 'unknown';
};

/** An edge is true when there is a chain of true steps, false when every chain has a false step, also chains over somebody unseen. */
const edgeTruth = (estate: PlainEstate, edge: Edge, from: number, to: number): Truth => {
  if (edge.orSame && from === to && from !== unseen) return 'true';
  const relations = [edge.relation].flat() as RelationKind[];
  const everybody = [...estate.kinds.keys(), unseen];
  const once = (a: number, b: number) => anyOf(relations.map((relation) => step(estate, relation, a, b)));
  let reached = new Map(everybody.map((each) => [each, once(from, each)]));
  for (let steps = 1; steps < (edge.closure ?? 1); steps++)
    reached = new Map(
      everybody.map((each) => [
        each,
        anyOf([reached.get(each)!, ...everybody.map((middle) => allOf([reached.get(middle)!, once(middle, each)]))]),
      ]),
    );
  return reached.get(to)!;
};

const assignments = (estate: PlainEstate, { variables }: Group, env: Env): Env[] => {
  let all: Env[] = [env];
  for (const [name, given] of Object.entries(variables)) {
    const kinds = [given].flat() as AssetKind[];
    const candidates = [...[...estate.kinds.keys()].filter((asset) => kinds.includes(estate.kinds[asset]!)), unseen];
    all = all.flatMap((bound) => candidates.map((asset) => ({ ...bound, [name]: asset })));
  }
  return all;
};

const membership = (estate: PlainEstate, group: Group, env: Env): Truth => {
  const isAnybody = (name: string) => env[name] === unseen && !(name in group.variables);
  return allOf([
    ...group.edges.map((edge) =>
      isAnybody(edge.from) || isAnybody(edge.to)
        ? ('unknown' as const)
        : edgeTruth(estate, edge, env[edge.from]!, env[edge.to]!),
    ),
    group.where ? naiveTruth(estate, group.where, env) : 'true',
  ]);
};

/** The answer by definition. */
export const naiveTruth = (estate: PlainEstate, test: Test, env: Env): Truth => {
  switch (test.op) {
    case 'all':
      return allOf(test.tests.map((each) => naiveTruth(estate, each, env)));
    case 'any':
      return anyOf(test.tests.map((each) => naiveTruth(estate, each, env)));
    case 'not':
      return negate(naiveTruth(estate, test.test, env));
    case 'fact': {
      const value = env[test.of] === unseen ? undefined : estate.value(env[test.of]!, test.fact);
      return value === undefined ? 'unknown' : known(holds(test.check, value));
    }
    case 'equal': {
      const [one, other] = [test.a, test.b].map(([of, fact]) =>
        env[of] === unseen ? undefined : estate.value(env[of]!, fact),
      );
      return one === undefined || other === undefined ? 'unknown' : known(isSameValue(one, other));
    }
    case 'kind':
      return env[test.of] === unseen ? 'unknown' : known(test.kinds.includes(estate.kinds[env[test.of]!]!));
    case 'distinct':
      return env[test.a] === unseen || env[test.b] === unseen ? 'unknown' : known(env[test.a] !== env[test.b]);
    case 'linked':
      return env[test.from] === unseen || env[test.to] === unseen
        ? 'unknown'
        : edgeTruth(estate, test, env[test.from]!, env[test.to]!);
    case 'failing':
      return 'unknown';
    case 'exists': {
      let sure = 0;
      let possible = 0;
      for (const bound of assignments(estate, test.group, env)) {
        const truth = membership(estate, test.group, bound);
        const isSeen = Object.keys(test.group.variables).every((name) => bound[name] !== unseen);
        if (truth === 'true') sure++;
        // Of somebody unseen there may be any number.
        if (truth !== 'false') possible += isSeen ? 1 : Number.POSITIVE_INFINITY;
      }
      const wanted = test.atLeast ?? 1;
      return sure >= wanted ? 'true' : possible >= wanted ? 'unknown' : 'false';
    }
    case 'every':
      return allOf(
        assignments(estate, test.group, env).map((bound) =>
          anyOf([negate(membership(estate, test.group, bound)), naiveTruth(estate, test.holds, bound)]),
        ),
      );
  }
};

/** All bindings of a group whose edges are there and whose condition is true, in no order. */
export const naiveMatches = (estate: PlainEstate, group: Group): Env[] =>
  assignments(estate, group, {}).filter(
    (env) => !Object.values(env).includes(unseen) && membership(estate, group, env) === 'true',
  );
