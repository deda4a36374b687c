/** A file as it was read: its path and its extraction. */
import type { Extraction } from '../../domain/observation.ts';

export interface ReadFile {
  readonly path: string;
  readonly extraction: Extraction;
}
