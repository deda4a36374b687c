/** The assets of a snapshot as columns: kind, name, id, identifiers and where each was seen. */
import type { Identifier, Scheme } from '../domain/identifier.ts';
import { schemes } from '../domain/identifier.ts';
import { type AssetKind, kindIds } from '../domain/kinds.ts';
import { grown } from './growth.ts';
import { RowLists } from './row-lists.ts';
import { StringTable } from './string-table.ts';

const schemeIds = Object.keys(schemes) as readonly Scheme[];

/** Rows are asset numbers. A copy shares the columns until an asset is added to it. */
export class AssetTable {
  #kind: Uint8Array = new Uint8Array(16);
  #name: Int32Array = new Int32Array(16);
  /** The number of an id in this table is the asset’s number. */
  #ids = new StringTable();
  #texts: StringTable;
  #identifiers = RowLists.empty();
  #evidence = RowLists.empty();
  #isShared = false;
  #byKind: Map<AssetKind, Int32Array> | undefined;
  count = 0;

  constructor(texts: StringTable) {
    this.#texts = texts;
  }

  copy(): AssetTable {
    const copy = new AssetTable(this.#texts);
    copy.#kind = this.#kind;
    copy.#name = this.#name;
    copy.#ids = this.#ids;
    copy.#identifiers = this.#identifiers.copy();
    copy.#evidence = this.#evidence.copy();
    copy.#isShared = true;
    copy.#byKind = this.#byKind;
    copy.count = this.count;
    return copy;
  }

  add(kind: number, name: string, id: string): number {
    if (this.#isShared) {
      this.#kind = this.#kind.slice();
      this.#name = this.#name.slice();
      this.#ids = this.#ids.copy();
      this.#isShared = false;
    }
    const asset = this.#ids.intern(id);
    if (asset < this.count)
      throw new Error(`The asset id “${id}” is already taken; every asset needs an id of its own.`);
    this.count = asset + 1;
    this.#byKind = undefined;
    this.#kind = grown(this.#kind, this.count);
    this.#name = grown(this.#name, this.count);
    this.#kind[asset] = kind;
    this.#name[asset] = this.#texts.intern(name);
    return asset;
  }

  addIdentifier(asset: number, { scheme, value }: Identifier): void {
    const tag = schemeIds.indexOf(scheme);
    const text = this.#texts.intern(value);
    for (let row = this.#identifiers.first(asset); row >= 0; row = this.#identifiers.next(row))
      if (this.#identifiers.tag(row) === tag && this.#identifiers.a(row) === text) return;
    this.#identifiers.add(asset, tag, text, 0);
  }

  addEvidence(asset: number, chain: number): void {
    if (chain >= 0) this.#evidence.add(asset, 0, chain, 0);
  }

  kind(asset: number): AssetKind {
    return kindIds[this.#kind[asset]!]!;
  }

  name(asset: number): string {
    return this.#texts.text(this.#name[asset]!);
  }

  id(asset: number): string {
    return this.#ids.text(asset);
  }

  find(id: string): number | undefined {
    const asset = this.#ids.find(id);
    return asset !== undefined && asset < this.count ? asset : undefined;
  }

  identifiers(asset: number): readonly Identifier[] {
    const result: Identifier[] = [];
    for (let row = this.#identifiers.first(asset); row >= 0; row = this.#identifiers.next(row))
      result.push({
        scheme: schemeIds[this.#identifiers.tag(row)]!,
        value: this.#texts.text(this.#identifiers.a(row)),
      });
    return result.sort(
      (a, b) => schemeIds.indexOf(a.scheme) - schemeIds.indexOf(b.scheme) || (a.value < b.value ? -1 : 1),
    );
  }

  chains(asset: number): number[] {
    const chains: number[] = [];
    for (let row = this.#evidence.first(asset); row >= 0; row = this.#evidence.next(row))
      chains.push(this.#evidence.a(row));
    return chains;
  }

  /** Numbers of the assets of each kind, ascending. */
  byKind(): Map<AssetKind, Int32Array> {
    this.#byKind ??= this.#findByKind();
    return this.#byKind;
  }

  #findByKind(): Map<AssetKind, Int32Array> {
    const counts = new Int32Array(256);
    for (let asset = 0; asset < this.count; asset++) counts[this.#kind[asset]!]!++;
    const lists = kindIds.map((_, kind) => new Int32Array(counts[kind]!));
    counts.fill(0);
    for (let asset = 0; asset < this.count; asset++) {
      const kind = this.#kind[asset]!;
      lists[kind]![counts[kind]!++] = asset;
    }
    return new Map(kindIds.map((id, kind) => [id, lists[kind]!]));
  }
}
