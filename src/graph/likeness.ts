/** Probably the same: relations between assets that share a weak identifier in the same scope and do not contradict each other. */
import type { Evidence } from '../domain/evidence.ts';
import type { Identifier, Scheme } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { mayJoin } from '../domain/relations.ts';

/** How probable it is that two assets with the same weak identifier are one. */
const confidences: Partial<Record<Scheme, number>> = {
  'image-name': 0.7,
  'host-port': 0.7,
  'launch-command': 0.6,
  'package-name': 0.5,
  'display-name': 0.3,
};

/** Only so many earlier assets are looked at for each: enough to find one, few enough for a name that thousands share. */
const lookBack = 16;

/** An asset’s mention by a weak identifier. */
export interface WeakMention {
  readonly asset: number;
  readonly kind: AssetKind;
  readonly identifier: Identifier;
  readonly evidence: readonly Evidence[];
}

export interface Likeness {
  readonly from: number;
  readonly to: number;
  readonly evidence: readonly Evidence[];
}

/**
 * Joins each asset to the first earlier one (by number) that shares the identifier, so that n assets need n − 1 relations.
 * `canBeOne` says whether their strong identifiers allow it.
 */
export const findLikenesses = (
  mentions: readonly WeakMention[],
  canBeOne: (a: number, b: number) => boolean,
): readonly Likeness[] => {
  const groups = new Map<string, WeakMention[]>();
  for (const mention of mentions) {
    const key = `${mention.identifier.scheme}\u0000${mention.identifier.value}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  const found: Likeness[] = [];
  for (const group of groups.values()) {
    const members = firstOfEach(group);
    for (let at = 1; at < members.length; at++) {
      const member = members[at]!;
      const earlier = members
        .slice(0, Math.min(at, lookBack))
        .find((each) => mayJoin('same-as', each.kind, member.kind) && canBeOne(each.asset, member.asset));
      if (earlier) found.push({ from: earlier.asset, to: member.asset, evidence: likenessOf(earlier, member) });
    }
  }
  return found;
};

/** One mention of each asset, in order of their numbers. */
const firstOfEach = (group: readonly WeakMention[]): WeakMention[] => {
  const byAsset = new Map<number, WeakMention>();
  for (const mention of group) {
    const other = byAsset.get(mention.asset);
    if (!other || placeOf(mention) < placeOf(other)) byAsset.set(mention.asset, mention);
  }
  return [...byAsset.values()].sort((a, b) => a.asset - b.asset);
};

const placeOf = ({ evidence: [place] }: WeakMention): string =>
  place ? `${place.source}\u0000${place.path}\u0000${String(place.line).padStart(10, '0')}` : '';

const likenessOf = (earlier: WeakMention, later: WeakMention): Evidence[] => {
  const { scheme, value } = earlier.identifier;
  const confidence = confidences[scheme] ?? 0.3;
  const [place] = earlier.evidence;
  const [other] = later.evidence;
  const certain = { how: 'inferred', confidence: 1, note: `is known as ${scheme} ${value}` } as const;
  return [
    { source: place?.source ?? '', path: place?.path ?? '', line: place?.line ?? 0, ...certain, confidence },
    { source: other?.source ?? '', path: other?.path ?? '', line: other?.line ?? 0, ...certain },
  ];
};
