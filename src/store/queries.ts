/** What can be asked of the store page by page: findings, assets, forecasts, and how each came about. */
import type { Level } from '../domain/forecast.ts';
import type { Layer } from '../domain/kinds.ts';
import type { Life } from '../domain/life.ts';
import type { Severity } from '../domain/outcome.ts';
import type { FactChange } from './keep-assets.ts';
import type { KeptFinding, KeptForecast, Run } from './kept.ts';
import type { AssetLife, Drift } from './tables.ts';

/** Where a page ended: the values by which the list is sorted, of its last entry. Keeps its meaning when entries come and go. */
export type Position = readonly (string | number)[];

interface Asking {
  readonly source?: string;
  /** Words that all must be there; the last may be the beginning of one. */
  readonly text?: string;
  readonly limit: number;
  readonly after?: Position;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; absent where there is none. */
  readonly next?: Position;
}

export const findingOrders = ['gravest', 'newest', 'due'] as const;

export interface FindingFilter {
  readonly source?: string;
  readonly text?: string;
  readonly severity?: readonly Severity[];
  readonly category?: readonly string[];
  readonly detector?: readonly string[];
  readonly life?: readonly Life[];
  readonly system?: string;
  readonly asset?: string;
  /** Who takes care of it; the empty text for nobody. */
  readonly owner?: string;
  /** Whether a waiver holds today. */
  readonly waived?: boolean;
  /** Only what should have been resolved before today. */
  readonly overdue?: boolean;
  /** Today, as `2026-01-31`. */
  readonly today: string;
}

export interface FindingAsking extends FindingFilter, Asking {
  readonly order: (typeof findingOrders)[number];
}

export interface Waiver {
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  readonly by: 'configuration' | 'person';
}

export interface FindingEntry extends KeptFinding {
  readonly source: string;
  readonly objective: string;
  readonly category: string;
  readonly assetName: string;
  readonly owner?: string;
  readonly due?: string;
  /** Absent where none holds today. */
  readonly waiver?: Waiver;
}

/** One finding with all that is kept of it. */
export interface FindingCard extends FindingEntry {
  /** As the report has them; absent for what was last seen by an earlier version, or where it is damaged. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What each run left of it, latest first. */
  readonly history: readonly { readonly run: string; readonly at: string; readonly life: Life }[];
}

/** How many findings of each word there are. */
export interface FindingCounts {
  readonly severity: Readonly<Partial<Record<Severity, number>>>;
  readonly category: Readonly<Record<string, number>>;
  readonly life: Readonly<Partial<Record<Life, number>>>;
}

export interface AssetAsking extends Asking {
  readonly kind?: readonly string[];
  readonly layer?: readonly Layer[];
  readonly life?: readonly AssetLife[];
  readonly system?: string;
}

export interface AssetEntry {
  readonly source: string;
  readonly id: string;
  readonly life: AssetLife;
  readonly kind: string;
  readonly layer: Layer;
  readonly name: string;
  readonly firstRun: string;
  readonly firstSeen: string;
  readonly lastRun: string;
  readonly lastSeen: string;
}

/** One change of one asset. */
export interface DriftEntry {
  readonly run: string;
  readonly asset: string;
  readonly at: string;
  readonly what: Drift;
  readonly facts: readonly FactChange[];
}

export interface AssetCard extends AssetEntry {
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Latest first. */
  readonly drift: readonly DriftEntry[];
  readonly findings: readonly FindingEntry[];
}

export interface ForecastAsking extends Asking {
  readonly level?: readonly Level[];
  readonly life?: readonly Life[];
  readonly correlation?: readonly string[];
  readonly system?: string;
}

export interface ForecastEntry extends KeptForecast {
  readonly source: string;
}

/** How one run left one forecast. */
export interface ForecastMoment {
  readonly run: string;
  readonly at: string;
  readonly life: Life;
  readonly level: Level;
  readonly score: number;
}

/** The measures of one finished run. */
export interface Measure {
  readonly run: string;
  readonly source: string;
  readonly at: string;
  readonly score: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly assets: number;
  readonly files: { readonly seen: number; readonly understood: number };
  readonly questions: { readonly asked: number; readonly answered: number };
}

export interface RunAsking {
  readonly source?: string;
  readonly state?: Run['state'];
  readonly limit: number;
  readonly after?: Position;
}

/** The questions; ids are those of one source, for two sources may have the same. */
export interface Queries {
  queryFindings(asking: FindingAsking): Promise<Page<FindingEntry>>;
  countFindings(filter: FindingFilter): Promise<FindingCounts>;
  readFinding(source: string, id: string, today: string): Promise<FindingCard | undefined>;
  queryAssets(asking: AssetAsking): Promise<Page<AssetEntry>>;
  readAsset(source: string, id: string, today: string): Promise<AssetCard | undefined>;
  /** What one run changed of the assets of its source. */
  listDrift(run: string): Promise<readonly DriftEntry[]>;
  queryForecasts(asking: ForecastAsking): Promise<Page<ForecastEntry>>;
  /** How a forecast went from run to run, latest first; undefined where it never was. */
  readForecastHistory(source: string, id: string): Promise<readonly ForecastMoment[] | undefined>;
  queryRuns(asking: RunAsking): Promise<Page<Run>>;
  /** Forecast, score and coverage of the finished runs of a source, latest first. */
  listMeasures(source: string, limit: number): Promise<readonly Measure[]>;
}

/** What people decide about findings. Each gives whether there is such a finding, and is kept in the audit trail. */
export interface Triage {
  /** Hands it to somebody, or to nobody. */
  assignFinding(source: string, id: string, owner: string | undefined, by: string, at: Date): Promise<boolean>;
  /** Accepts it until a day, or ends that; it holds while the finding stays what it is. */
  waiveFinding(
    source: string,
    id: string,
    waiver: { readonly owner: string; readonly reason: string; readonly expires: string } | undefined,
    by: string,
    at: Date,
  ): Promise<boolean>;
}
