/** The store’s interface: what is kept of sources, runs, findings and forecasts. All moments are ISO 8601 texts in UTC. */
import type { Level } from '../domain/forecast.ts';
import type { Life, RunState } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';
import type { KeptFinding, KeptForecast, Run } from './kept.ts';
import type { Kept as KeptText } from './pack-text.ts';
import type { Queries, Triage } from './queries.ts';

export type { KeptFinding, KeptForecast, Run };

/** What is observed again and again. The id keeps its history together; the name is for people. */
export interface Source {
  readonly id: string;
  readonly name: string;
}

/** One forecast as one run left it, beside what it was before. */
export interface ForecastChange extends KeptForecast {
  /** Absent where the forecast was not there before. */
  readonly before?: { readonly life: Life; readonly level: Level; readonly score: number };
}

/** What a finished run changed; empty where a later run of the same source had already finished. */
export interface RunChanges {
  /** The life of every finding that the run saw, missed or could not judge. */
  readonly findings: ReadonlyMap<string, Life>;
  readonly forecasts: readonly ForecastChange[];
}

/** How many things of each life one run left. */
export interface RunSummary {
  readonly findings: Readonly<Partial<Record<Life, number>>>;
  readonly forecasts: Readonly<Partial<Record<Life, number>>>;
  /** Forecasts that it saw, by level. */
  readonly levels: Readonly<Partial<Record<Level, number>>>;
}

/** One line of the audit trail: something went from one state into another. Never changed, never removed. */
export interface AuditEntry {
  readonly number: number;
  readonly at: string;
  readonly source: string;
  readonly run?: string;
  readonly subject: 'source' | 'run' | 'finding' | 'forecast';
  readonly id: string;
  readonly before?: string;
  readonly after: string;
  readonly why?: string;
}

/**
 * Keeps what was seen. Every method that writes has written when it resolves: neither a killed process nor a lost power supply takes it
 * back. Several processes may use it at once. Unknown ids and misuse throw; they are mistakes of ours.
 */
export interface Store extends Queries, Triage {
  /** Begins a run and gives its id. `scope` says what the run leaves out on purpose; another scope never resolves anything. */
  beginRun(source: Source, at: Date, scope?: string): Promise<string>;
  /**
   * Ends a run with its report, and tells what became of everything that its source had. `known` is a text that `readMemory` gives back
   * to the next run. The reports of the oldest runs of the source are let go; what they changed stays.
   */
  finishRun(run: string, report: Report, at: Date, known?: string): Promise<RunChanges>;
  /** Ends a run that has no report; what its source had becomes stale. */
  interruptRun(run: string, why: string, at: Date): Promise<void>;
  /** All sources by name. */
  listSources(): Promise<readonly Source[]>;
  /** The latest runs first. */
  listRuns(only?: {
    readonly source?: string;
    readonly state?: RunState;
    readonly limit?: number;
  }): Promise<readonly Run[]>;
  /** What the last finished run of the source left for the next. */
  readMemory(source: string): Promise<KeptText | undefined>;
  /** Counts what one run left; empty for a run that did not finish. */
  summariseRun(run: string): Promise<RunSummary>;
  /** The report as its JSON text; undefined where there is no such run, or it has no report or none any more. */
  readReport(run: string): Promise<KeptText | undefined>;
  /** Every finding that the source ever had, with its life as of its last run. */
  listFindings(source: string): Promise<readonly KeptFinding[]>;
  /** Every forecast that the source ever had, gravest first. */
  listForecasts(source: string): Promise<readonly KeptForecast[]>;
  /** What one run did to the forecasts of its source; empty for a run that did not finish. */
  listForecastChanges(run: string): Promise<readonly ForecastChange[]>;
  /** The audit trail in its order, after the entry `after`. */
  listAudit(after?: number): Promise<readonly AuditEntry[]>;
  close(): Promise<void>;
}
