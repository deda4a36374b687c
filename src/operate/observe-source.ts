/** Observe: one run over one source, from its beginning to the last message about it. */
import type { Report } from '../domain/report.ts';
import type { News } from '../kit/define-notifier.ts';
import type { Kept } from '../store/pack-text.ts';
import type { RunChanges, Source, Store } from '../store/store.ts';
import { composeNews } from './compose-news.ts';
import { type Addressee, type Delivery, notify } from './notify.ts';
import type { Transport } from './transport.ts';

export interface Observation {
  readonly store: Pick<Store, 'beginRun' | 'finishRun' | 'interruptRun' | 'readMemory'>;
  readonly source: Source;
  /** What the run leaves out on purpose; see `beginRun`. */
  readonly scope?: string;
  /** Looks at the source once and gives the report, and a text that the next run is given as `memory`. */
  readonly scan: (memory: string | undefined) => Promise<{ readonly report: Report; readonly memory?: string }>;
  readonly addressees: readonly Addressee[];
  readonly transport: Transport;
  readonly clock: () => Date;
  /** Hears what of the history is damaged; the run goes on without it. */
  readonly warn?: (damaged: string) => void;
  /** Where a person can read more; part of every message. */
  readonly link?: string;
}

export interface Observed {
  readonly run: string;
  readonly report: Report;
  readonly changes: RunChanges;
  readonly news: readonly News[];
  readonly deliveries: readonly Delivery[];
}

/** The memory as JSON text; one that does not unpack, or is no JSON, is told and left aside. */
const readKept = (kept: Kept | undefined, warn: (damaged: string) => void): string | undefined => {
  if (kept === undefined) return undefined;
  const told = 'damaged' in kept ? kept.damaged : tellBroken(kept.text);
  if (told === undefined && 'text' in kept) return kept.text;
  warn(`what the last run knew of its assets cannot be read (${told})`);
  return undefined;
};

const tellBroken = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * Runs the scan, keeps its report, and tells the news. When the scan rejects, the run is kept as interrupted and the rejection goes on to
 * the caller; a notifier that fails is told of in `deliveries` and stops nothing.
 */
export const observeSource = async (observation: Observation): Promise<Observed> => {
  const { store, source, scope, scan, addressees, transport, clock, link } = observation;
  const warn = observation.warn ?? (() => undefined);
  const run = await store.beginRun(source, clock(), scope);
  let seen: Awaited<ReturnType<typeof scan>> | undefined;
  try {
    seen = await scan(readKept(await store.readMemory(source.id), warn));
  } finally {
    if (seen === undefined) await store.interruptRun(run, 'the scan did not end', clock());
  }
  const { report, memory } = seen;
  const changes = await store.finishRun(run, report, clock(), memory);
  const news = composeNews(changes.forecasts, report, link);
  const deliveries = await notify(addressees, news, clock(), transport);
  return { run, report, changes, news, deliveries };
};
