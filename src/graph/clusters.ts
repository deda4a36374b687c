/** Clusters of strong identifiers: which of them belong to one asset, and which refuse to. */
import { type Identifier, type Scheme, schemes } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { scopeOf } from './scope.ts';

/** Strongest first: those that any source can say before those that only one source can. */
const byStrength: readonly Scheme[] = [
  'arn',
  'resource-id',
  'bucket-name',
  'image-digest',
  'sha256',
  'purl',
  'secret-fingerprint',
  'model-name',
  'dataset-name',
  'mcp-package',
  'mcp-url',
  'remote',
  'terraform-address',
  'compose-service',
  'template-resource',
  'cloud-name',
  'kubernetes-object',
  'mcp-entry',
  'symbol',
  'place',
  'provider',
];

/** Order of identifiers by strength, then by value. */
export const compareIdentifiers = (a: Identifier, b: Identifier): number =>
  rank(a.scheme) - rank(b.scheme) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

const rank = (scheme: Scheme): number => {
  const place = byStrength.indexOf(scheme);
  return place < 0 ? byStrength.length + Object.keys(schemes).indexOf(scheme) : place;
};

/** Two values of one scheme, of which an asset can have only one. */
export interface Contradiction {
  readonly scheme: Scheme;
  readonly values: readonly [string, string];
}

/** A node is one identifier of one kind, or a stand-in for a mention that has no strong one. */
export class Clusters {
  readonly #nodes = new Map<string, number>();
  readonly #identifiers: (Identifier | undefined)[] = [];
  readonly #kinds: AssetKind[] = [];
  readonly #keys: string[] = [];
  readonly #parents: number[] = [];
  /** Of each root: the one value of each scheme and scope that allows only one. */
  readonly #values: Map<string, string>[] = [];

  get count(): number {
    return this.#parents.length;
  }

  node(kind: AssetKind, identifier: Identifier): number {
    const { scheme, value } = identifier;
    const values = new Map(schemes[scheme].values === 'one' ? [[`${scheme}\u0000${scopeOf(identifier)}`, value]] : []);
    return this.#add(`${kind}\u0000${scheme}\u0000${value}`, kind, identifier, values);
  }

  /** A node that only equal mentions share. A key begins with `mention` and a NUL, so that it is never taken for an identifier. */
  standIn(kind: AssetKind, key: string): number {
    return this.#add(`${kind}\u0000${key}`, kind, undefined, new Map());
  }

  identifier(node: number): Identifier | undefined {
    return this.#identifiers[node];
  }

  kind(node: number): AssetKind {
    return this.#kinds[node]!;
  }

  /** What tells the node from others of its kind. */
  key(node: number): string {
    return this.#keys[node]!.slice(this.#kinds[node]!.length + 1);
  }

  root(node: number): number {
    let root = node;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = node; at !== root; ) {
      const next = this.#parents[at]!;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Why two nodes cannot be one asset; undefined when nothing speaks against it. Of several reasons the strongest scheme’s. */
  contradiction(a: number, b: number): Contradiction | undefined {
    const one = this.#values[this.root(a)]!;
    const other = this.#values[this.root(b)]!;
    if (one === other) return undefined;
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    let found: Contradiction | undefined;
    for (const [key, value] of small) {
      const against = large.get(key);
      if (against === undefined || against === value) continue;
      const scheme = key.slice(0, key.indexOf('\u0000')) as Scheme;
      const values = [value, against].sort() as [string, string];
      if (
        !found ||
        compareIdentifiers({ scheme, value: values[0] }, { scheme: found.scheme, value: found.values[0] }) < 0
      )
        found = { scheme, values };
    }
    return found;
  }

  /** Makes two nodes one cluster; gives false when they contradict each other. */
  unite(a: number, b: number): boolean {
    const one = this.root(a);
    const other = this.root(b);
    if (one === other) return true;
    if (this.contradiction(one, other)) return false;
    const [small, large] = this.#values[one]!.size <= this.#values[other]!.size ? [one, other] : [other, one];
    this.#parents[small] = large;
    for (const [key, value] of this.#values[small]!) this.#values[large]!.set(key, value);
    return true;
  }

  #add(key: string, kind: AssetKind, identifier: Identifier | undefined, values: Map<string, string>): number {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = this.#parents.length;
    this.#nodes.set(key, node);
    this.#keys.push(key);
    this.#identifiers.push(identifier);
    this.#kinds.push(kind);
    this.#parents.push(node);
    this.#values.push(values);
    return node;
  }
}
