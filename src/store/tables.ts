/** The tables of the store as its queries see them; migrations make them. Moments are ISO 8601 texts in UTC, lists JSON texts. */
import type { Generated } from 'kysely';
import type { Level } from '../domain/forecast.ts';
import type { Layer } from '../domain/kinds.ts';
import type { Life, RunState } from '../domain/life.ts';
import type { Severity } from '../domain/outcome.ts';

/** Which database keeps what was seen; the queries are the same. */
export type Kind = 'sqlite' | 'postgres';

interface KeptColumns {
  readonly source: string;
  readonly id: string;
  readonly life: Life;
  readonly scope: string;
  readonly first_run: string;
  readonly first_seen: string;
  readonly last_run: string;
  readonly last_seen: string;
}

interface RunTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly source: string;
  readonly scope: string;
  readonly owner: string;
  readonly state: RunState;
  readonly started: string;
  readonly finished: string | null;
  readonly why: string | null;
  /** Reports that were kept before they were packed; else the empty text where the run is complete. */
  readonly report: string | null;
  readonly packed: Uint8Array | null;
}

export interface FindingTable extends KeptColumns {
  readonly number: Generated<number>;
  readonly detector: string;
  /** Empty, as `category`, for what was last seen before this was kept. */
  readonly objective: string;
  readonly category: string;
  readonly severity: Severity;
  /** Place of the severity among severities: 0 is gravest. */
  readonly rank: number;
  readonly asset: string;
  readonly asset_name: string;
  readonly message: string;
  /** Who takes care of it. */
  readonly owner: string | null;
  /** Day by which it should be resolved. */
  readonly due: string | null;
  /** Digest of what it says; a waiver holds only while it stays. */
  readonly state: string | null;
  readonly waived_owner: string | null;
  readonly waived_reason: string | null;
  /** Last day on which the waiver holds. */
  readonly waived_until: string | null;
  readonly waived_state: string | null;
  readonly waived_by: 'configuration' | 'person' | null;
}

interface FindingDetailTable {
  readonly number: number;
  readonly paths: string;
  /** What a person reads beside the message: evidence, remedy, references, systems. */
  readonly body: string;
}

export interface ForecastTable extends KeptColumns {
  readonly correlation: string;
  readonly level: Level;
  readonly score: number;
  readonly sentence: string;
  readonly paths: string;
  readonly findings: string;
  readonly systems: string;
}

interface ForecastInRunTable {
  readonly run: string;
  readonly forecast: string;
  readonly life: Life;
  readonly level: Level;
  readonly score: number;
  readonly sentence: string;
  readonly life_before: Life | null;
  readonly level_before: Level | null;
  readonly score_before: number | null;
}

/** `vanished`: looked for where it was, and gone. `stale`: not looked for in the last run. */
export type AssetLife = 'present' | 'vanished' | 'stale';

export interface AssetTable {
  readonly number: Generated<number>;
  readonly source: string;
  readonly id: string;
  readonly life: AssetLife;
  readonly kind: string;
  readonly layer: Layer;
  readonly name: string;
  /** Digest of what is known of it, without the lines where it was seen. */
  readonly digest: string;
  readonly scope: string;
  readonly first_run: string;
  readonly first_seen: string;
  readonly last_run: string;
  readonly last_seen: string;
}

interface AssetDetailTable {
  readonly number: number;
  readonly paths: string;
  /** Its identifiers, facts with evidence, systems, and where it was seen. */
  readonly body: string;
}

export type Drift = 'appeared' | 'changed' | 'vanished' | 'returned';

interface AssetChangeTable {
  readonly number: Generated<number>;
  readonly run: string;
  readonly source: string;
  readonly asset: string;
  readonly at: string;
  readonly what: Drift;
  /** The facts that changed: a list of `{ fact, before, after }`. */
  readonly detail: string;
}

interface RunMeasureTable {
  readonly run: string;
  readonly source: string;
  readonly at: string;
  readonly warnings: number;
  readonly watches: number;
  readonly advisories: number;
  /** The gravest forecast’s score. */
  readonly score: number;
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly info: number;
  readonly assets: number;
  readonly files_seen: number;
  readonly files_understood: number;
  /** Questions that could be asked, and those that got an answer. */
  readonly asked: number;
  readonly answered: number;
}

interface AuditTable {
  readonly number: Generated<number>;
  readonly at: string;
  readonly source: string;
  readonly run: string | null;
  readonly subject: 'source' | 'run' | 'finding' | 'forecast';
  readonly id: string;
  readonly before: string | null;
  readonly after: string;
  readonly why: string | null;
}

export interface Tables {
  readonly migration: { readonly version: number; readonly title: string; readonly applied: string };
  readonly source: { readonly id: string; readonly name: string };
  readonly run: RunTable;
  readonly finding: FindingTable;
  readonly finding_detail: FindingDetailTable;
  readonly finding_system: { readonly system: string; readonly number: number };
  readonly finding_in_run: { readonly run: string; readonly finding: string; readonly life: Life };
  readonly forecast: ForecastTable;
  readonly forecast_in_run: ForecastInRunTable;
  readonly asset: AssetTable;
  readonly asset_detail: AssetDetailTable;
  readonly asset_system: { readonly system: string; readonly number: number };
  readonly asset_change: AssetChangeTable;
  readonly run_measure: RunMeasureTable;
  readonly memory: { readonly source: string; readonly run: string; readonly known: Uint8Array };
  readonly audit: AuditTable;
}
