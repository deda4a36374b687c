/** What is kept of runs, findings and forecasts, as every answer of the store has it. */
import type { Level } from '../domain/forecast.ts';
import type { Life, RunState } from '../domain/life.ts';
import type { Severity } from '../domain/outcome.ts';

export interface Run {
  readonly id: string;
  readonly source: string;
  readonly state: RunState;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** Why it was interrupted. */
  readonly why?: string;
}

/** When something was first and last seen to be there, and by which run. */
interface Kept {
  readonly id: string;
  readonly life: Life;
  readonly firstRun: string;
  readonly firstSeen: string;
  readonly lastRun: string;
  readonly lastSeen: string;
}

export interface KeptFinding extends Kept {
  readonly detector: string;
  readonly asset: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface KeptForecast extends Kept {
  readonly correlation: string;
  readonly level: Level;
  readonly score: number;
  readonly sentence: string;
}
