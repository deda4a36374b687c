/** An extraction under construction: what the parts of one file add to. */
import type { AssetObservation, Definition, Gap, RelationObservation, UnitLink } from '../domain/observation.ts';

export interface OpenExtraction {
  readonly assets: AssetObservation[];
  readonly relations: RelationObservation[];
  readonly definitions: Definition[];
  readonly units: UnitLink[];
  readonly gaps: Gap[];
}

/** One with nothing in it. */
export const openExtraction = (): OpenExtraction => ({
  assets: [],
  relations: [],
  definitions: [],
  units: [],
  gaps: [],
});
