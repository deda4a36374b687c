/** What all services of one Compose file add to. */
import type {
  AssetObservation,
  Definition,
  Gap,
  RelationObservation,
  UnitLink,
} from '../../../kit/define-extractor.ts';

export interface Statement {
  readonly assets: AssetObservation[];
  readonly relations: RelationObservation[];
  readonly definitions: Definition[];
  readonly units: UnitLink[];
  readonly gaps: Gap[];
}
