/** Conflicts: an identifier that would join two assets which contradict each other, so that they stay two. */
import type { Evidence } from '../domain/evidence.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { Contradiction } from './clusters.ts';

export interface Conflict extends Contradiction {
  readonly kind: AssetKind;
  /** What speaks for the two being one. */
  readonly shared: Identifier;
  /** Ids of the assets that stay apart; one where the other side was not seen in this run. */
  readonly assets: readonly string[];
  /** Where the shared identifier was said together with a contradicting one. */
  readonly evidence: readonly Evidence[];
}

/** Something that could not be said, for the report. */
export interface NotSeen {
  readonly what: string;
  readonly scope: string;
  readonly why: string;
}

/** What a reader is told about a conflict. */
export const notSeenOf = ({ kind, shared, assets, scheme, values }: Conflict): NotSeen => ({
  what: `whether the ${kind} known as ${shared.value} is one or two`,
  scope: assets.join(', '),
  why: `two sources give it a different ${scheme} (${values[0]} and ${values[1]}), so they were kept apart; mend whichever is wrong`,
});
