/** Recognition: which statements speak of one asset, by their strong identifiers, and under which id it has been known. */
import type { Evidence } from '../domain/evidence.ts';
import { type Identifier, schemes } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { mintAssetId } from './asset-id.ts';
import { canonicalIdentifier } from './canonical-identifier.ts';
import { Clusters, compareIdentifiers } from './clusters.ts';
import type { Conflict } from './conflict.ts';
import type { AssetStatement } from './statement.ts';

/** An asset as an earlier run knew it, by which its id stays alive. */
export interface KnownAsset {
  readonly id: string;
  readonly kind: AssetKind;
  /** Strong identifiers that this asset owns; one that also stands in a conflict is owned by the asset that had it first. */
  readonly identifiers: readonly Identifier[];
  /** What tells a mention without strong identifiers from others. */
  readonly mention?: string;
  /** Other ids that mean this asset. */
  readonly aliases: readonly string[];
}

/** One asset: all statements that mean it. */
export interface Recognised {
  readonly id: string;
  readonly kind: AssetKind;
  readonly statements: readonly number[];
  readonly identifiers: readonly Identifier[];
  readonly mention?: string;
  readonly aliases: readonly string[];
}

interface Spoken {
  readonly strong: readonly Identifier[];
  readonly weak: readonly Identifier[];
  /** The node of the strongest identifier; it alone decides which asset a statement means. */
  readonly node: number;
}

/** A link between two nodes that some statement made, with where. */
interface Link {
  readonly a: number;
  readonly b: number;
  readonly evidence: Evidence[];
}

/**
 * A statement belongs to the cluster of its strongest identifier. Its further identifiers are links between clusters, which are
 * followed in a canonical order – strongest identifiers first – unless the two sides contradict each other. So the order of statements never
 * matters. What an earlier run had united is united before any link is followed, so that a new source can add to an asset, or be refused
 * by it, but never split it: not even when its links, taken first, would have been followed instead.
 */
export class Recognition {
  readonly #clusters = new Clusters();
  readonly #spoken: readonly Spoken[];
  readonly #statements: readonly AssetStatement[];
  readonly #previous: readonly KnownAsset[];
  /** Places in `#previous` of each root. */
  readonly #known = new Map<number, number[]>();
  readonly #refused: Link[] = [];

  constructor(statements: readonly AssetStatement[], previous: readonly KnownAsset[]) {
    this.#statements = statements;
    this.#previous = previous;
    const seeds = previous.map((known) => this.#seed(known));
    this.#spoken = statements.map((statement) => this.#hear(statement));
    this.#follow();
    for (const [place, nodes] of seeds.entries()) {
      const [node] = nodes;
      if (node === undefined) continue;
      const root = this.#clusters.root(node);
      this.#known.set(root, [...(this.#known.get(root) ?? []), place]);
    }
  }

  /** Weak identifiers of a statement, canonical. */
  weak(statement: number): readonly Identifier[] {
    return this.#spoken[statement]!.weak;
  }

  /** Tells whether nothing that is known speaks against the assets of two statements being one. */
  canBeOne(a: number, b: number): boolean {
    const [one, other] = [this.#spoken[a]!.node, this.#spoken[b]!.node];
    return this.#clusters.root(one) !== this.#clusters.root(other) && !this.#clusters.contradiction(one, other);
  }

  /** All assets that this run saw, in order of their ids. */
  assets(): readonly Recognised[] {
    const byRoot = new Map<number, number[]>();
    for (const [index, { node }] of this.#spoken.entries()) {
      const root = this.#clusters.root(node);
      const list = byRoot.get(root);
      if (list) list.push(index);
      else byRoot.set(root, [index]);
    }
    const identifiers = new Map<number, Identifier[]>();
    const mentions = new Map<number, string>();
    for (let node = 0; node < this.#clusters.count; node++) {
      const root = this.#clusters.root(node);
      const identifier = this.#clusters.identifier(node);
      if (!identifier) mentions.set(root, this.#clusters.key(node));
      else if (identifiers.has(root)) identifiers.get(root)!.push(identifier);
      else identifiers.set(root, [identifier]);
    }
    const taken = new Set(this.#previous.flatMap(({ id, aliases }) => [id, ...aliases]));
    const drafts = [...byRoot].map(([root, statements]) => {
      const strong = (identifiers.get(root) ?? []).sort(compareIdentifiers);
      const kind = this.#clusters.kind(root);
      const [first] = strong;
      const key = first ? `${first.scheme}\u0000${first.value}` : mentions.get(root)!;
      const readable = first?.value ?? this.#statements[statements[0]!]!.name;
      return { root, kind, statements, strong, key, readable, minted: mintAssetId(kind, key, readable) };
    });
    drafts.sort((a, b) => (a.minted === b.minted ? (a.key < b.key ? -1 : 1) : a.minted < b.minted ? -1 : 1));
    const assets = drafts.map(({ root, kind, statements, strong, key, readable, minted }): Recognised => {
      const known = (this.#known.get(root) ?? []).map((place) => this.#previous[place]!);
      const [oldest] = known;
      const own = new Set(known.flatMap(({ id, aliases }) => [id, ...aliases]));
      const isFree = !taken.has(minted) || own.has(minted);
      const fresh = isFree ? minted : mintAssetId(kind, key, readable, true);
      taken.add(fresh);
      const id = oldest?.id ?? fresh;
      const aliases = [...own.add(fresh)].filter((each) => each !== id).sort();
      const mention = mentions.get(root);
      return { id, kind, statements, identifiers: strong, aliases, ...(mention === undefined ? {} : { mention }) };
    });
    return assets.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What the next run should know: earlier assets first and in their order, also those that this run did not see. */
  known(assets: readonly Recognised[]): readonly KnownAsset[] {
    const now = new Map(assets.map((asset) => [asset.id, asset]));
    const gone = new Set(assets.flatMap((asset) => asset.aliases));
    const remembered = ({ statements: _, ...known }: Recognised): KnownAsset => known;
    const kept = this.#previous
      .filter((known) => !gone.has(known.id))
      .map((known) => (now.has(known.id) ? remembered(now.get(known.id)!) : known));
    const old = new Set(kept.map((known) => known.id));
    return [...kept, ...assets.filter((asset) => !old.has(asset.id)).map(remembered)];
  }

  /** Links that were refused, told with the ids that the assets now have. */
  conflicts(assets: readonly Recognised[]): readonly Conflict[] {
    const ids = new Map<number, string>();
    for (const { id, statements } of assets) ids.set(this.#clusters.root(this.#spoken[statements[0]!]!.node), id);
    return this.#refused.map(({ a, b, evidence }) => ({
      ...this.#clusters.contradiction(a, b)!,
      kind: this.#clusters.kind(a),
      shared: this.#clusters.identifier(b)!,
      assets: [a, b].flatMap((node) => ids.get(this.#clusters.root(node)) ?? []).sort(),
      evidence: [...evidence].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    }));
  }

  #seed({ kind, identifiers, mention }: KnownAsset): readonly number[] {
    const nodes = identifiers.map((identifier) => this.#clusters.node(kind, identifier));
    if (mention !== undefined) nodes.push(this.#clusters.standIn(kind, mention));
    for (const node of nodes) this.#clusters.unite(nodes[0]!, node);
    return nodes;
  }

  #hear({ kind, identifiers, name, evidence }: AssetStatement): Spoken {
    const source = evidence[0]?.source ?? '';
    const canonical = identifiers
      .map((identifier) => canonicalIdentifier(kind, identifier, source))
      .filter((identifier) => identifier !== undefined)
      .sort(compareIdentifiers);
    const strong = canonical.filter(({ scheme }) => schemes[scheme].strength === 'strong');
    const weak = canonical.filter(({ scheme }) => schemes[scheme].strength === 'weak');
    const [first] = strong;
    // Two mentions without a strong identifier are one only when they are the same mention.
    const place = [
      'mention',
      source,
      evidence[0]?.path ?? '',
      name,
      ...weak.map(({ scheme, value }) => `${scheme} ${value}`),
    ];
    const node = first ? this.#clusters.node(kind, first) : this.#clusters.standIn(kind, place.join('\u0000'));
    return { strong, weak, node };
  }

  #follow(): void {
    const links = new Map<string, Link>();
    for (const [index, { strong, node }] of this.#spoken.entries()) {
      const { kind, evidence } = this.#statements[index]!;
      for (const identifier of strong.slice(1)) {
        const other = this.#clusters.node(kind, identifier);
        if (other === node) continue;
        const link = links.get(`${node} ${other}`);
        if (link) link.evidence.push(...evidence.slice(0, 1));
        else links.set(`${node} ${other}`, { a: node, b: other, evidence: evidence.slice(0, 1) });
      }
    }
    const order = (one: Link, other: Link): number => {
      const { a, b } = one;
      const clusters = this.#clusters;
      return (
        compareIdentifiers(clusters.identifier(b)!, clusters.identifier(other.b)!) ||
        compareIdentifiers(clusters.identifier(a)!, clusters.identifier(other.a)!) ||
        (clusters.kind(a) < clusters.kind(other.a) ? -1 : 1)
      );
    };
    for (const link of [...links.values()].sort(order))
      if (!this.#clusters.unite(link.a, link.b)) this.#refused.push(link);
  }
}
