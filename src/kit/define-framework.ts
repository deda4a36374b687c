/** How a framework is written: a standard’s controls, each mapped to control objectives or marked manual. */
import type { ObjectiveId } from '../domain/objectives.ts';

/** What every control has. `appliesFrom` is the date (ISO 8601) from which law asks for it, where there is one. */
interface ControlName {
  readonly id: string;
  readonly name: string;
  readonly appliesFrom?: string;
}

/** A control needs objectives to hold, or is `manual` because only people can answer it. */
export type Control = ControlName &
  ({ readonly objectives: readonly [ObjectiveId, ...ObjectiveId[]] } | { readonly manual: string });

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  readonly controls: readonly Control[];
}

export const defineFramework = (framework: Framework): Framework => framework;
