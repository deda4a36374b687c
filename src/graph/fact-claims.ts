/** What sources claim of facts: every claim is kept, and which value stands never depends on the order in which they came. */
import { type Evidence, hows } from '../domain/evidence.ts';
import { type FactName, type FactValue, factNames, gatheredFacts, trueAnywhere } from '../domain/facts.ts';
import { compareStrength, type EvidenceTable, type Strength } from './evidence-table.ts';
import { RowLists } from './row-lists.ts';
import type { FactSeen } from './snapshot.ts';
import type { StringTable } from './string-table.ts';
import { ValueCodes } from './value-codes.ts';

const numberOf = new Map(factNames.map((name, index) => [name, index]));

/** The number of a fact in packed columns. */
export const factNumber = (name: FactName): number => {
  const number = numberOf.get(name);
  if (number === undefined) throw new TypeError(`There is no fact “${name}”; the facts are listed in domain/facts.ts.`);
  return number;
};

const several = Number.POSITIVE_INFINITY;

interface Candidate {
  readonly code: number;
  readonly strength: Strength;
  readonly chains: readonly number[];
}

/** One row per asset, fact, value and chain of evidence. */
export class FactClaims {
  readonly #evidence: EvidenceTable;
  readonly #codes: ValueCodes;
  readonly #rows: RowLists;

  constructor(evidence: EvidenceTable, codes: ValueCodes, rows: RowLists = RowLists.empty()) {
    this.#evidence = evidence;
    this.#codes = codes;
    this.#rows = rows;
  }

  static empty(evidence: EvidenceTable, texts: StringTable): FactClaims {
    return new FactClaims(evidence, new ValueCodes(texts));
  }

  copy(): FactClaims {
    return new FactClaims(this.#evidence, this.#codes, this.#rows.copy());
  }

  /** Adds a claim; gives whether it is new. */
  add(asset: number, name: FactName, value: FactValue, chain: number): boolean {
    return this.addRow(asset, factNumber(name), this.#codes.encode(name, value), chain);
  }

  encode(name: FactName, value: FactValue): number {
    return this.#codes.encode(name, value);
  }

  addRow(asset: number, fact: number, code: number, chain: number): boolean {
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) {
      if (this.#rows.tag(row) !== fact || this.#rows.a(row) !== code) continue;
      if (this.#evidence.isSame(this.#rows.b(row), chain)) return false;
    }
    this.#rows.add(asset, fact, code, chain);
    return true;
  }

  /** Forgets what was claimed of an asset for what is claimed in another snapshot’s facts. */
  adopt(asset: number, other: FactClaims): void {
    this.#rows.adopt(asset, other.#rows);
  }

  /** Forgets what was claimed of one fact of one asset. */
  cut(asset: number, name: FactName): void {
    const fact = factNumber(name);
    this.#rows.cut(asset, (row) => this.#rows.tag(row) === fact);
  }

  has(asset: number, fact: number): boolean {
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row))
      if (this.#rows.tag(row) === fact) return true;
    return false;
  }

  names(asset: number): readonly FactName[] {
    const numbers = new Set<number>();
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) numbers.add(this.#rows.tag(row));
    return [...numbers].sort((a, b) => a - b).map((number) => factNames[number]!);
  }

  value(asset: number, name: FactName): FactValue | undefined {
    const fact = factNumber(name);
    let only = -1;
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) {
      if (this.#rows.tag(row) !== fact) continue;
      if (only >= 0 && this.#rows.a(row) !== this.#rows.a(only)) return this.seen(asset, name)?.value;
      only = row;
    }
    return only < 0 ? undefined : this.#codes.decode(name, this.#rows.a(only));
  }

  seen(asset: number, name: FactName): FactSeen | undefined {
    const only = this.#onlyRow(asset, factNumber(name));
    if (only < 0) return undefined;
    if (only !== several) {
      const chain = this.#rows.b(only);
      const { how, confidence } = this.#evidence.strength(chain);
      const value = this.#codes.decode(name, this.#rows.a(only));
      return { value, how: hows[how]!, confidence, evidence: this.#evidence.read(chain) };
    }
    const candidates = this.#candidates(asset, name);
    const best = candidates[0]!;
    if (candidates.length > 1 && gatheredFacts.has(name)) return this.#united(name, candidates);
    const table = this.#evidence;
    const drifted = hows[best.strength.how] === 'observed' ? this.#declaredOtherwise(name, candidates.slice(1)) : [];
    return {
      value: this.#codes.decode(name, best.code),
      how: hows[best.strength.how]!,
      confidence: best.strength.confidence,
      // Few who ask for a fact go on to ask what it rests on.
      get evidence() {
        return [...table.unite(best.chains), ...drifted.flatMap((tell) => tell())];
      },
    };
  }

  /** Where files declare another value than the one observed, each place with what it declares. */
  #declaredOtherwise(name: FactName, rivals: readonly Candidate[]): readonly (() => readonly Evidence[])[] {
    return rivals
      .filter(({ strength }) => hows[strength.how] === 'declared')
      .map(({ code, chains }) => () => {
        const note = `declared otherwise here: ${JSON.stringify(this.#codes.decode(name, code))}`;
        return this.#evidence.unite(chains).map((place) => ({ ...place, note }));
      });
  }

  /** The row of a fact that was claimed once, as nearly all are; −1 for one that was not, `several` for one that was more often. */
  #onlyRow(asset: number, fact: number): number {
    let only = -1;
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) {
      if (this.#rows.tag(row) !== fact) continue;
      if (only >= 0) return several;
      only = row;
    }
    return only;
  }

  /** Values claimed besides the one that stands, strongest first; empty for facts that gather. */
  rivals(asset: number, name: FactName): readonly FactValue[] {
    if (gatheredFacts.has(name)) return [];
    return this.#candidates(asset, name)
      .slice(1)
      .map((each) => this.#codes.decode(name, each.code));
  }

  /** Claimed values, strongest first; equally strong ones by evidence and then by value. */
  #candidates(asset: number, name: FactName): Candidate[] {
    const fact = factNumber(name);
    const chains = new Map<number, number[]>();
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) {
      if (this.#rows.tag(row) !== fact) continue;
      const code = this.#rows.a(row);
      const list = chains.get(code);
      if (list) list.push(this.#rows.b(row));
      else chains.set(code, [this.#rows.b(row)]);
    }
    const candidates = [...chains].map(([code, list]) => {
      const strengths = list.map((chain) => this.#evidence.strength(chain));
      return { code, chains: list, strength: strengths.reduce((a, b) => (compareStrength(a, b) <= 0 ? a : b)) };
    });
    if (candidates.length < 2) return candidates;
    const harm = trueAnywhere.has(name) ? this.#codes.encode(name, true) : undefined;
    return candidates.sort(
      (a, b) =>
        Number(b.code === harm) - Number(a.code === harm) ||
        compareStrength(a.strength, b.strength) ||
        this.#compareValues(name, a.code, b.code),
    );
  }

  #compareValues(name: FactName, a: number, b: number): number {
    const one = JSON.stringify(this.#codes.decode(name, a));
    const other = JSON.stringify(this.#codes.decode(name, b));
    return one < other ? -1 : 1;
  }

  /** The union of lists. It is as sure as the weakest claim that added an item. */
  #united(name: FactName, candidates: readonly Candidate[]): FactSeen {
    const items = new Set<string>();
    let strength = candidates[0]!.strength;
    for (const candidate of candidates) {
      const before = items.size;
      for (const item of this.#codes.decode(name, candidate.code) as readonly string[]) items.add(item);
      if (items.size > before) strength = candidate.strength;
    }
    const table = this.#evidence;
    return {
      value: [...items].sort(),
      how: hows[strength.how]!,
      confidence: strength.confidence,
      get evidence() {
        return table.unite(candidates.flatMap((each) => each.chains));
      },
    };
  }
}
