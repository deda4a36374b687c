/** For which assets and relations it is claimed that all were said, and where an open end takes that away. */

import type { AssetKind } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import { type RelationKind, relationIds, relations } from '../domain/relations.ts';
import type { EvidenceTable } from './evidence-table.ts';
import { RowLists } from './row-lists.ts';
import type { Closed } from './snapshot.ts';
import type { StringTable } from './string-table.ts';

/** How sure each grade of absence is by itself. */
export const gradeConfidence: Readonly<Record<AbsenceGrade, number>> = {
  observed: 1,
  declared: 1,
  default: 0.9,
  'inferred-absent': 0.7,
};
const grades = Object.keys(gradeConfidence) as readonly AbsenceGrade[];

const numberOf = new Map(relationIds.map((id, index) => [id, index]));

/** The number of a relation kind in packed columns. */
export const relationNumber = (kind: RelationKind): number => {
  const number = numberOf.get(kind);
  if (number === undefined)
    throw new TypeError(`There is no relation “${kind}”; the relations are listed in domain/relations.ts.`);
  return number;
};

const kindsAt = {
  out: new Map(relationIds.map((id) => [id, new Set<AssetKind>(relations[id].from)])),
  in: new Map(relationIds.map((id) => [id, new Set<AssetKind>(relations[id].to)])),
};

/** Tells whether an asset of the kind can have such a relation at all. */
export const canHave = (kind: AssetKind, relation: RelationKind, direction: 'out' | 'in'): boolean =>
  kindsAt[direction].get(relation)?.has(kind) ?? false;

const impossible: Closed = { closed: true, grade: 'declared', confidence: 1, evidence: [] };

/** Rows tagged by relation and direction. `a` is a grade, or −1 − the number of a text that says why it is open. */
export class Closures {
  readonly #evidence: EvidenceTable;
  readonly #texts: StringTable;
  readonly #rows: RowLists;

  constructor(evidence: EvidenceTable, texts: StringTable, rows: RowLists = RowLists.empty()) {
    this.#evidence = evidence;
    this.#texts = texts;
    this.#rows = rows;
  }

  copy(): Closures {
    return new Closures(this.#evidence, this.#texts, this.#rows.copy());
  }

  close(asset: number, relation: RelationKind, direction: 'out' | 'in', grade: AbsenceGrade, chain: number): void {
    this.#add(asset, tagOf(relation, direction), grades.indexOf(grade), chain);
  }

  open(asset: number, relation: RelationKind, direction: 'out' | 'in', why: string, chain: number): void {
    this.#add(asset, tagOf(relation, direction), -1 - this.#texts.intern(why), chain);
  }

  /** An open end beats every claim; of several claims the surest counts. */
  read(asset: number, kind: AssetKind, relation: RelationKind, direction: 'out' | 'in'): Closed {
    if (!canHave(kind, relation, direction)) return impossible;
    const tag = tagOf(relation, direction);
    const whys: string[] = [];
    const claims: { grade: AbsenceGrade; confidence: number; chain: number }[] = [];
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row)) {
      if (this.#rows.tag(row) !== tag) continue;
      const a = this.#rows.a(row);
      if (a < 0) whys.push(this.#texts.text(-1 - a));
      else {
        const chain = this.#rows.b(row);
        const grade = grades[a]!;
        claims.push({ grade, chain, confidence: gradeConfidence[grade] * this.#evidence.strength(chain).confidence });
      }
    }
    if (whys.length > 0) return { closed: false, why: [...new Set(whys)].sort().slice(0, 3).join('; ') };
    if (claims.length === 0) return { closed: false, why: 'no source claims to have seen all of them' };
    const rank = (claim: (typeof claims)[number]) => -claim.confidence * 10 + grades.indexOf(claim.grade);
    const best = claims.reduce((a, b) => (rank(a) <= rank(b) ? a : b));
    const equal = claims.filter((claim) => claim.grade === best.grade && claim.confidence === best.confidence);
    const evidence = this.#evidence.unite(equal.map((claim) => claim.chain));
    return { closed: true, grade: best.grade, confidence: best.confidence, evidence };
  }

  #add(asset: number, tag: number, a: number, chain: number): void {
    for (let row = this.#rows.first(asset); row >= 0; row = this.#rows.next(row))
      if (this.#rows.tag(row) === tag && this.#rows.a(row) === a && this.#evidence.isSame(this.#rows.b(row), chain))
        return;
    this.#rows.add(asset, tag, a, chain);
  }
}

const tagOf = (relation: RelationKind, direction: 'out' | 'in'): number =>
  relationNumber(relation) * 2 + (direction === 'out' ? 0 : 1);
