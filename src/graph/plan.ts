/** The plan of a group: its variables, who is joined to whom, and which parts of its condition can be asked as soon as which variables are bound. */
import type { AssetKind } from '../domain/kinds.ts';
import type { Edge, Group, Test } from './pattern.ts';

export interface Plan {
  readonly names: readonly string[];
  readonly kinds: ReadonlyMap<string, ReadonlySet<AssetKind>>;
  readonly edges: readonly Edge[];
  /** Edges at each variable of the group, and edges between outer variables under the empty name. */
  readonly edgesAt: ReadonlyMap<string, readonly Edge[]>;
  /** The parts of `where` that must all hold, each with the variables it speaks of. */
  readonly conditions: readonly { readonly test: Test; readonly needs: ReadonlySet<string> }[];
}

/** Variables that a test speaks of, without those it binds itself. */
export const freeVariables = (test: Test): ReadonlySet<string> => {
  switch (test.op) {
    case 'all':
    case 'any':
      return new Set(test.tests.flatMap((each) => [...freeVariables(each)]));
    case 'not':
      return freeVariables(test.test);
    case 'fact':
    case 'kind':
    case 'failing':
      return new Set([test.of]);
    case 'equal':
      return new Set([test.a[0], test.b[0]]);
    case 'distinct':
      return new Set([test.a, test.b]);
    case 'linked':
      return new Set([test.from, test.to]);
    case 'exists':
    case 'every': {
      const { variables, edges, where } = test.group;
      const own = new Set(Object.keys(variables));
      const inner = [
        ...edges.flatMap((edge) => [edge.from, edge.to]),
        ...(where ? freeVariables(where) : []),
        ...(test.op === 'every' ? freeVariables(test.holds) : []),
      ];
      return new Set(inner.filter((name) => !own.has(name)));
    }
  }
};

const conjuncts = (test: Test): readonly Test[] => (test.op === 'all' ? test.tests.flatMap(conjuncts) : [test]);

const plans = new WeakMap<Group, Plan>();

/** Plans a group once. */
export const planOf = (group: Group): Plan => {
  const known = plans.get(group);
  if (known) return known;
  const names = Object.keys(group.variables);
  const own = new Set(names);
  const edgesAt = new Map<string, Edge[]>();
  for (const edge of group.edges) {
    const ends = new Set([edge.from, edge.to].filter((name) => own.has(name)));
    for (const name of ends.size === 0 ? [''] : ends) edgesAt.set(name, [...(edgesAt.get(name) ?? []), edge]);
  }
  const plan: Plan = {
    names,
    kinds: new Map(
      Object.entries(group.variables).map(([name, kinds]) => [name, new Set([kinds].flat() as AssetKind[])]),
    ),
    edges: group.edges,
    edgesAt,
    conditions: (group.where ? conjuncts(group.where) : []).map((test) => ({
      test,
      needs: new Set([...freeVariables(test)].filter((name) => own.has(name))),
    })),
  };
  plans.set(group, plan);
  return plan;
};
