/** Random small estates and random questions to them, for tests: everything is read off one list of random numbers. */
import type { Evidence } from '../domain/evidence.ts';
import { belongsTo, type FactName, type FactValue } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import { mayJoin, type RelationKind } from '../domain/relations.ts';
import type { Edge, Group, Test } from './pattern.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

export const kinds = ['agent', 'tool', 'identity', 'bucket'] as const;
export type Kind = (typeof kinds)[number];
export const relationKinds: readonly RelationKind[] = ['uses-tool', 'delegates-to', 'runs-as', 'assumes', 'reads'];
export const facts: readonly FactName[] = ['autonomous', 'approval', 'readsPrivateData', 'longLived', 'public'];
export const valuesOf = (fact: FactName): readonly FactValue[] =>
  fact === 'approval' ? ['always-asks', 'never-asks'] : [true, false];
const grades: readonly AbsenceGrade[] = ['observed', 'declared', 'default', 'inferred-absent'];
const place: Evidence = { source: 's', path: 'p', line: 1, how: 'declared', confidence: 1 };

/** Reads choices off a list of random numbers, so that whatever is built from it shrinks with it. */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(bound: number): number {
    return (this.#numbers[this.#at++ % Math.max(1, this.#numbers.length)] ?? 0) % bound;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

export const buildEstate = (choose: Tape, size: number, from: readonly Kind[] = kinds): Snapshot => {
  const builder = new SnapshotBuilder();
  for (let asset = 0; asset < size; asset++) {
    const kind = choose.of(from);
    builder.addAsset({ kind, name: `${kind}${asset}`, id: `${asset}` });
    for (const fact of facts)
      if (belongsTo(fact, kind) && choose.below(3) > 0)
        builder.setFact(asset, fact, choose.of(valuesOf(fact)), [{ ...place, confidence: choose.of([1, 0.8]) }]);
    for (const relation of relationKinds)
      for (const direction of ['out', 'in'] as const)
        if (choose.below(5) < 3) builder.setClosed(asset, relation, direction, choose.of(grades), [place]);
  }
  for (const relation of relationKinds)
    for (let from = 0; from < size; from++)
      for (let to = 0; to < size; to++)
        if (mayJoin(relation, builder.kind(from), builder.kind(to)) && choose.below(3) === 0)
          builder.addRelation(relation, from, to, [{ ...place, confidence: choose.of([1, 0.5]) }]);
  return builder.freeze();
};

/** A test over the variables in scope, as the type check would let it pass. Names are never used twice. */
export class Invention {
  readonly #choose: Tape;
  #names = 0;

  constructor(choose: Tape) {
    this.#choose = choose;
  }

  test(scope: ReadonlyMap<string, Kind>, depth: number): Test {
    const choose = this.#choose;
    const names = [...scope.keys()];
    const inner = () => this.test(scope, depth - 1);
    switch (choose.below(depth > 0 ? 10 : 4)) {
      case 1:
        return this.#linked(scope, names);
      case 2:
        return choose.below(4) > 0
          ? this.#fact(scope, names)
          : { op: 'equal', a: [choose.of(names), choose.of(facts)], b: [choose.of(names), choose.of(facts)] };
      case 3:
        return choose.below(2) > 0
          ? { op: 'distinct', a: choose.of(names), b: choose.of(names) }
          : { op: 'kind', of: choose.of(names), kinds: [choose.of(kinds), choose.of(kinds)] };
      case 4:
        return { op: 'not', test: inner() };
      case 5:
        return { op: choose.of(['all', 'any'] as const), tests: [inner(), inner()] };
      case 6:
      case 7:
      case 8:
        return { op: 'exists', ...this.#quantified(scope, depth), atLeast: choose.of([1, 1, 1, 2]) };
      case 9: {
        const { group, inside } = this.#quantified(scope, depth);
        return { op: 'every', group, holds: this.test(inside, depth - 1) };
      }
      default:
        return this.#fact(scope, names);
    }
  }

  group(outer: ReadonlyMap<string, Kind>, depth: number, count: number): { group: Group; inside: Map<string, Kind> } {
    const choose = this.#choose;
    const inside = new Map(outer);
    const variables: Record<string, AssetKind | AssetKind[]> = {};
    const edges: Edge[] = [];
    for (let index = 0; index < count; index++) {
      const name = `v${this.#names++}`;
      const known = [...inside.keys()];
      if (known.length > 0) {
        const other = choose.of(known);
        const [relation, kind, isOut] = this.#joining(inside.get(other)!);
        const edge = isOut ? { from: other, relation, to: name } : { from: name, relation, to: other };
        edges.push(this.#closure(edge));
        inside.set(name, kind);
      } else inside.set(name, choose.of(kinds));
      variables[name] = choose.below(3) > 0 ? inside.get(name)! : [inside.get(name)!, 'agent'];
    }
    if (choose.below(3) === 0 && inside.size > 1) edges.push(this.#closure(this.#anyEdge([...inside.keys()])));
    const where = choose.below(3) > 0 ? { where: this.test(inside, depth - 1) } : {};
    return { group: { variables, edges, ...where }, inside };
  }

  #quantified(scope: ReadonlyMap<string, Kind>, depth: number) {
    return this.group(scope, depth, this.#choose.of([1, 1, 2]));
  }

  #joining(kind: Kind): [RelationKind, Kind, boolean] {
    const ways: [RelationKind, Kind, boolean][] = relationKinds.flatMap((relation) =>
      kinds.flatMap((other): [RelationKind, Kind, boolean][] => [
        ...(mayJoin(relation, kind, other) ? [[relation, other, true] as [RelationKind, Kind, boolean]] : []),
        ...(mayJoin(relation, other, kind) ? [[relation, other, false] as [RelationKind, Kind, boolean]] : []),
      ]),
    );
    return this.#choose.of(ways);
  }

  #anyEdge(names: readonly string[]): Edge {
    return { from: this.#choose.of(names), relation: this.#choose.of(relationKinds), to: this.#choose.of(names) };
  }

  #closure(edge: Edge): Edge {
    const choose = this.#choose;
    const relation = choose.below(4) > 0 ? edge.relation : [edge.relation as RelationKind, choose.of(relationKinds)];
    const closure = choose.of([1, 1, 2, 3]);
    return {
      ...edge,
      relation,
      ...(closure > 1 ? { closure } : {}),
      ...(choose.below(5) === 0 ? { orSame: true } : {}),
    };
  }

  #linked(scope: ReadonlyMap<string, Kind>, names: readonly string[]): Test {
    const name = this.#choose.of(names);
    const [relation, kind, isOut] = this.#joining(scope.get(name)!);
    const others = names.filter((each) => scope.get(each) === kind);
    if (others.length === 0) return { op: 'linked', ...this.#closure(this.#anyEdge(names)) };
    const other = this.#choose.of(others);
    return {
      op: 'linked',
      ...this.#closure(isOut ? { from: name, relation, to: other } : { from: other, relation, to: name }),
    };
  }

  #fact(scope: ReadonlyMap<string, Kind>, names: readonly string[]): Test {
    const of = this.#choose.of(names);
    const fact = this.#choose.of(facts.filter((each) => belongsTo(each, scope.get(of)!)));
    return { op: 'fact', of, fact, check: { is: this.#choose.of(valuesOf(fact)) as string } };
  }
}
