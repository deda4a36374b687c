/** Applies one derivation to a snapshot: what it concludes, with everything that the conclusion rests on. */
import type { Evidence } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { RelationKind } from '../domain/relations.ts';
import { Evaluation } from '../graph/evaluate.ts';
import { isSameValue } from '../graph/holds.ts';
import { ask, match } from '../graph/matcher.ts';
import type { Match, Verdict } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { trueVerdict } from '../graph/verdict.ts';
import { placesOnce } from './ask-detector.ts';
import type { Conclusion, Derivation } from './define-derivation.ts';
import { Footprint, WatchedSnapshot } from './rule-footprint.ts';

/** A conclusion about bound assets. `key` is the same for the same conclusion, whatever it rests on. */
export interface Concluded {
  readonly key: string;
  readonly says:
    | { readonly relation: RelationKind; readonly from: number; readonly to: number }
    | { readonly fact: FactName; readonly of: number; readonly value: FactValue };
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

type Said = Concluded['says'];

function sayOf(conclusion: Conclusion, { bound }: Match, snapshot: Snapshot): Said | undefined {
  const assetOf = (variable: string): number => {
    const asset = bound[variable];
    if (asset === undefined)
      throw new Error(`a derivation concludes about “${variable}”, which its pattern does not bind`);
    return asset;
  };
  if ('relation' in conclusion)
    return { relation: conclusion.relation, from: assetOf(conclusion.from), to: assetOf(conclusion.to) };
  const value =
    'copyFrom' in conclusion
      ? snapshot.value(assetOf(conclusion.copyFrom[0]), conclusion.copyFrom[1])
      : conclusion.value;
  return value === undefined ? undefined : { fact: conclusion.fact, of: assetOf(conclusion.of), value };
}

const keyOf = (says: Said): string =>
  'fact' in says ? `${says.fact} ${says.of} ${JSON.stringify(says.value)}` : `${says.relation} ${says.from} ${says.to}`;

/** Whether the snapshot says it already, so that a rule that runs again adds nothing. */
function isSaid(says: Said, snapshot: Snapshot): boolean {
  if ('relation' in says) return snapshot.between(says.from, says.relation, says.to) !== undefined;
  const value = snapshot.value(says.of, says.fact);
  return value !== undefined && isSameValue(value, says.value);
}

export interface ConcludeOptions {
  /** Of a rule that asks of one asset alone: only of these, in any order. */
  readonly among?: Iterable<number>;
  /** Conclusions, by key, that are not asked for any more. */
  readonly isMade?: (key: string) => boolean;
  /** Notes in it what the rule asked for. */
  readonly footprint?: Footprint;
}

function* matchesAmong({ when }: Derivation, snapshot: Snapshot, variable: string, among: Iterable<number>) {
  const kinds = new Set<AssetKind>([when.variables[variable] ?? []].flat() as AssetKind[]);
  const evaluation = new Evaluation(snapshot, undefined);
  for (const asset of among) {
    const bound = { [variable]: asset };
    if (!kinds.has(snapshot.kind(asset))) continue;
    if (!when.where || evaluation.truth(when.where, bound) === 'true') yield { bound, chains: [] };
  }
}

/**
 * What the rule concludes that the snapshot does not say yet, each once with the surest ground for it, in the order of their keys.
 * The last hop of the evidence names the rule; its confidence makes the chain as sure as what it rests on, times the rule’s own.
 */
export function conclude(
  derivation: Derivation,
  snapshot: Snapshot,
  { among, isMade, footprint = new Footprint(derivation) }: ConcludeOptions = {},
): Concluded[] {
  const surest = new Map<string, Concluded>();
  const { when, conclude, confidence: own = 1 } = derivation;
  const watched = new WatchedSnapshot(snapshot, footprint);
  const { alone } = footprint;
  const matches =
    among && alone !== undefined ? matchesAmong(derivation, snapshot, alone, among) : match(snapshot, when);
  for (const found of matches) {
    watched.bound = found.bound;
    const relations = found.chains.flat();
    // Most of what a rule concludes is said already; what it rests on is asked for only where it is not.
    let ground: Verdict | undefined;
    for (const conclusion of typeof conclude === 'function' ? conclude(found, watched) : conclude) {
      footprint.addConclusion(conclusion);
      const says = sayOf(conclusion, found, snapshot);
      if (!says || isSaid(says, snapshot)) continue;
      const key = keyOf(says);
      if (isMade?.(key)) continue;
      ground ??= when.where ? ask(snapshot, when.where, found.bound) : trueVerdict;
      const joined = relations.reduce((product, relation) => product * snapshot.relationConfidence(relation), 1);
      const copied =
        'copyFrom' in conclusion
          ? snapshot.fact(found.bound[conclusion.copyFrom[0]]!, conclusion.copyFrom[1])
          : undefined;
      const confidence = own * joined * ground.confidence * (copied?.confidence ?? 1);
      const known = surest.get(key);
      if (known && known.confidence >= confidence) continue;
      const places = placesOnce([
        ...relations.flatMap((relation) => snapshot.relationEvidence(relation)),
        ...ground.evidence,
        ...(copied?.evidence ?? []),
      ]);
      const last = places.at(-1) ?? { source: '', path: '', line: 0 };
      const told = places.reduce((product, place) => product * place.confidence, 1);
      const hop: Evidence = {
        source: last.source,
        path: last.path,
        line: last.line,
        how: 'inferred',
        confidence: told > 0 ? Math.min(1, confidence / told) : 0,
        note: `${derivation.id}: ${conclusion.note}`,
      };
      surest.set(key, { key, says, evidence: [...places, hop], confidence });
    }
  }
  return [...surest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Adds a conclusion to what is being built. */
export function addConclusion(builder: SnapshotBuilder, { says, evidence }: Concluded): void {
  if ('fact' in says) builder.setFact(says.of, says.fact, says.value, evidence);
  else builder.addRelation(says.relation, says.from, says.to, evidence);
}
