/** Applies one derivation to a snapshot: what it concludes, with everything that the conclusion rests on. */
import type { Evidence } from '../domain/evidence.ts';
import type { FactName, FactValue } from '../domain/facts.ts';
import type { RelationKind } from '../domain/relations.ts';
import { ask, match } from '../graph/matcher.ts';
import type { Match } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { placesOnce } from './ask-detector.ts';
import type { Conclusion, Derivation } from './define-derivation.ts';

/** A conclusion about bound assets. `key` is the same for the same conclusion, whatever it rests on. */
export interface Concluded {
  readonly key: string;
  readonly says:
    | { readonly relation: RelationKind; readonly from: number; readonly to: number }
    | { readonly fact: FactName; readonly of: number; readonly value: FactValue };
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

function sayOf(
  conclusion: Conclusion,
  { bound }: Match,
  snapshot: Snapshot,
): Pick<Concluded, 'key' | 'says'> | undefined {
  const assetOf = (variable: string): number => {
    const asset = bound[variable];
    if (asset === undefined)
      throw new Error(`a derivation concludes about “${variable}”, which its pattern does not bind`);
    return asset;
  };
  if ('relation' in conclusion) {
    const { relation } = conclusion;
    const [from, to] = [assetOf(conclusion.from), assetOf(conclusion.to)];
    return { key: `${relation} ${from} ${to}`, says: { relation, from, to } };
  }
  const { fact } = conclusion;
  const of = assetOf(conclusion.of);
  const value =
    'copyFrom' in conclusion
      ? snapshot.fact(assetOf(conclusion.copyFrom[0]), conclusion.copyFrom[1])?.value
      : conclusion.value;
  return value === undefined ? undefined : { key: `${fact} ${of} ${JSON.stringify(value)}`, says: { fact, of, value } };
}

/** Whether the snapshot says it already, so that a rule that runs again adds nothing. */
function isSaid({ says }: Pick<Concluded, 'says'>, snapshot: Snapshot): boolean {
  if ('fact' in says) return JSON.stringify(snapshot.fact(says.of, says.fact)?.value) === JSON.stringify(says.value);
  let found = false;
  snapshot.out(says.from, says.relation, (to) => {
    found ||= to === says.to;
    return found;
  });
  return found;
}

/**
 * What the rule concludes that the snapshot does not say yet, each once with the surest ground for it, in the order of their keys.
 * The last hop of the evidence names the rule; its confidence makes the chain as sure as what it rests on, times the rule’s own.
 */
export function conclude(derivation: Derivation, snapshot: Snapshot): Concluded[] {
  const surest = new Map<string, Concluded>();
  const { when, conclude, confidence: own = 1 } = derivation;
  for (const found of match(snapshot, when)) {
    const ground = when.where ? ask(snapshot, when.where, found.bound) : undefined;
    const relations = found.chains.flat();
    const joined = relations.reduce((product, relation) => product * snapshot.relationConfidence(relation), 1);
    for (const conclusion of typeof conclude === 'function' ? conclude(found, snapshot) : conclude) {
      const said = sayOf(conclusion, found, snapshot);
      if (!said || isSaid(said, snapshot)) continue;
      const copied =
        'copyFrom' in conclusion
          ? snapshot.fact(found.bound[conclusion.copyFrom[0]]!, conclusion.copyFrom[1])
          : undefined;
      const confidence = own * joined * (ground?.confidence ?? 1) * (copied?.confidence ?? 1);
      const known = surest.get(said.key);
      if (known && known.confidence >= confidence) continue;
      const places = placesOnce([
        ...relations.flatMap((relation) => snapshot.relationEvidence(relation)),
        ...(ground?.evidence ?? []),
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
      surest.set(said.key, { ...said, evidence: [...places, hop], confidence });
    }
  }
  return [...surest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Adds a conclusion to what is being built. */
export function addConclusion(builder: SnapshotBuilder, { says, evidence }: Concluded): void {
  if ('fact' in says) builder.setFact(says.of, says.fact, says.value, evidence);
  else builder.addRelation(says.relation, says.from, says.to, evidence);
}
