/** Drafts: the statements under construction, with identifiers qualified and values turned into facts. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo, type FactName, type FactValue, facts } from '../../domain/facts.ts';
import { type Identifier, type Scheme, schemes } from '../../domain/identifier.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import type { CompletenessClaim } from '../../domain/observation.ts';
import { mayJoin, type RelationKind } from '../../domain/relations.ts';
import type {
  AssetStatement,
  ClosureStatement,
  FactStatement,
  GapStatement,
  OpenEnd,
  RelationStatement,
  Statements,
} from '../../graph/statement.ts';
import type { Trail, Value } from './value.ts';
import { alternatives } from './value.ts';

interface Draft extends AssetStatement {
  readonly facts: FactStatement[];
  readonly unseen: { fact: FactName; why: string }[];
  readonly closures: ClosureStatement[];
}

/** Longest trail that is kept as evidence; the middle of a longer one is dropped. */
const trailLimit = 12;

export class Drafts {
  readonly source: string;
  readonly assets: Draft[] = [];
  readonly relations: RelationStatement[] = [];
  readonly open: OpenEnd[] = [];
  readonly gaps: GapStatement[] = [];
  readonly #related = new Set<string>();
  readonly #dropped = new Set<number>();

  constructor(source: string) {
    this.source = source;
  }

  /** An identifier as it is compared across sources: a value of narrower scope carries its source. */
  identifier(scheme: Scheme, value: string): Identifier {
    return { scheme, value: schemes[scheme].scope === 'global' ? value : `${this.source}|${value}` };
  }

  /** Adds an asset and gives its number. */
  asset(
    kind: AssetKind,
    name: string,
    identifiers: readonly Identifier[],
    evidence: readonly Evidence[],
    mention = false,
  ): number {
    this.assets.push({
      kind,
      name,
      identifiers,
      facts: [],
      unseen: [],
      closures: [],
      evidence,
      ...(mention ? { mention } : {}),
    });
    return this.assets.length - 1;
  }

  kind(asset: number): AssetKind {
    return this.assets[asset]!.kind;
  }

  /** States a known fact; one that does not belong to the kind is dropped. */
  fact(asset: number, fact: FactName, value: FactValue, evidence: readonly Evidence[]): void {
    const draft = this.assets[asset]!;
    if (!belongsTo(fact, draft.kind)) return;
    const index = Array.isArray(value) ? draft.facts.findIndex((each) => each.fact === fact) : -1;
    const before = draft.facts[index];
    if (!before) draft.facts.push({ fact, value, evidence });
    // A list said in several places of one file is one longer list.
    else {
      const items = [...new Set([...(before.value as readonly string[]), ...(value as readonly string[])])].sort();
      draft.facts[index] = { fact, value: items, evidence: [...before.evidence, ...evidence].slice(0, trailLimit) };
    }
  }

  unseen(asset: number, fact: FactName, why: string): void {
    const draft = this.assets[asset]!;
    if (belongsTo(fact, draft.kind)) draft.unseen.push({ fact, why });
  }

  /** States a fact from a value: known when the value is, unseen with a reason when not. */
  factFrom(asset: number, fact: FactName, value: Value, at: Evidence): void {
    const own = onlyOf(value, facts[fact].type === 'strings');
    if (own !== value) {
      this.factFrom(asset, fact, own, at);
      return;
    }
    const type = facts[fact].type;
    if (value.v === 'list') {
      const items = value.items.flatMap((each) => (each.v === 'literal' ? [String(each.value)] : []));
      if (type === 'strings' && items.length === value.items.length)
        this.fact(asset, fact, items, evidenceOf(value.trail, at));
      else this.unseen(asset, fact, type === 'strings' ? 'a part of the list is not known' : 'it is a list');
      return;
    }
    const literals = alternatives(value).filter((each) => each.v === 'literal');
    if (value.v !== 'literal') {
      this.unseen(
        asset,
        fact,
        literals.length > 1 ? `it is one of ${literals.map((each) => String(each.value)).join(', ')}` : reasonOf(value),
      );
      return;
    }
    if (value.value === null) return;
    const typed = coerce(value.value, type);
    if (typed === undefined) this.unseen(asset, fact, `${String(value.value)} is not a ${type}`);
    else this.fact(asset, fact, typed, evidenceOf(value.trail, at));
  }

  closure(asset: number, claim: CompletenessClaim, prefix: string, evidence: Evidence): void {
    this.assets[asset]!.closures.push({
      relation: claim.relation,
      direction: claim.direction ?? 'out',
      grade: claim.grade,
      source: this.source,
      prefix,
      evidence,
    });
  }

  /** Adds a relation once; gives false when the kinds cannot be joined by it. */
  relate(relation: RelationKind, from: number, to: number, evidence: readonly Evidence[]): boolean {
    if (from === to || !mayJoin(relation, this.kind(from), this.kind(to))) return false;
    const key = `${relation} ${from} ${to}`;
    if (this.#related.has(key)) return true;
    this.#related.add(key);
    this.relations.push({ relation, from, to, evidence });
    return true;
  }

  /** Says that an asset is the same as another one of its kind. */
  recognise(asset: number, as: number): void {
    const { identifiers } = this.assets[as]!;
    this.assets[asset] = { ...this.assets[asset]!, identifiers };
  }

  /** Takes an asset out of what is stated, with all that joins it. */
  drop(asset: number): void {
    this.#dropped.add(asset);
  }

  statements(): Statements {
    const { assets, relations, open, gaps } = this;
    if (this.#dropped.size === 0) return { assets, relations, open, gaps };
    const kept = assets.flatMap((_, number) => (this.#dropped.has(number) ? [] : [number]));
    const numbers = new Map(kept.map((before, now) => [before, now]));
    return {
      assets: kept.map((number) => assets[number]!),
      relations: relations.flatMap((each) => {
        const [from, to] = [numbers.get(each.from), numbers.get(each.to)];
        return from === undefined || to === undefined ? [] : [{ ...each, from, to }];
      }),
      open: open.flatMap((each) => {
        const asset = numbers.get(each.asset);
        return asset === undefined ? [] : [{ ...each, asset }];
      }),
      gaps,
    };
  }
}

/** What is certain of a value that looks like several: `None` is no value, and a list of one is that one where one is asked for. */
const onlyOf = (value: Value, isList: boolean): Value => {
  if (value.v === 'list' && !isList && value.items.length === 1) return value.items[0]!;
  if (value.v !== 'several') return value;
  const known = value.of.filter((each) => !(each.v === 'literal' && each.value === null));
  return known.length === 1 ? known[0]! : value;
};

const coerce = (
  value: string | number | boolean,
  type: 'string' | 'number' | 'boolean' | 'strings',
): FactValue | undefined => {
  if (type === 'strings') return [String(value)];
  if (type === 'string') return String(value);
  if (type === 'number')
    return typeof value === 'number'
      ? value
      : Number.isFinite(Number(value)) && value !== ''
        ? Number(value)
        : undefined;
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'True' || value === 1
    ? true
    : value === 'false' || value === 'False' || value === 0
      ? false
      : undefined;
};

/** The places of a value with the place of use in front, bounded. */
export const evidenceOf = (trail: Trail, use?: Evidence): readonly Evidence[] => {
  const all = use && !(trail[0] && trail[0].path === use.path && trail[0].line === use.line) ? [use, ...trail] : trail;
  const unique = all.filter(
    (each, index) =>
      index === 0 ||
      each.path !== all[index - 1]!.path ||
      each.line !== all[index - 1]!.line ||
      each.how !== all[index - 1]!.how,
  );
  return unique.length > trailLimit ? [...unique.slice(0, trailLimit / 2), ...unique.slice(-trailLimit / 2)] : unique;
};

/** Why a value could not be had, in words. */
export const reasonOf = (value: Value): string => {
  switch (value.v) {
    case 'unknown':
      return value.why;
    case 'parameter':
      return `the parameter ${value.name} is given by a caller that was not seen`;
    case 'handle':
      return value.scheme === 'secret-fingerprint'
        ? 'it is a credential, which is not kept'
        : `${value.value} is only known after deployment`;
    case 'several':
      return `it is one of ${value.of.length} values`;
    case 'text':
    case 'mix': {
      const inner = (value.v === 'text' ? value.parts : value.of).find(
        (each) => each.v === 'unknown' || each.v === 'parameter',
      );
      return inner ? reasonOf(inner) : 'it is computed while the program runs';
    }
    case 'object':
    case 'symbol':
      return `it comes from ${value.path}`;
    default:
      return 'it is computed while the program runs';
  }
};
