/** The phase *read*: every claimed file is read at most once, from the cache, in this thread or in workers, in an order that does not matter. */
import { belongsTo } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { Extraction, Gap } from '../domain/observation.ts';
import type { Resource } from '../kit/define-connector.ts';
import { Bug } from '../kit/errors.ts';
import type { ExtractionCache } from './cache.ts';
import { compileClaims } from './claim-files.ts';
import { runPool, type WorkerPort } from './pool.ts';
import {
  decodeReading,
  type EncodedReading,
  type FileReading,
  lostReading,
  type ReadingTools,
  type ReadTask,
  readFile,
  saysAnything,
} from './read-file.ts';

/** With fewer files than this a further worker would take longer to start than it saves. */
const filesPerWorker = 50;

/** How files are read on this machine. */
export interface ReadingPlan extends Omit<ReadingTools, 'cache'> {
  /** Changes whenever a file may have changed; undefined for a file whose change could leave no trace. */
  readonly stamp: (path: string) => string | undefined;
  readonly cache?: ExtractionCache;
  /**
   * Starts a worker; without one all files are read in this thread, where a file that takes for ever takes the scan along. Hence one
   * worker even for few files: it costs 80 ms.
   */
  readonly startWorker?: () => WorkerPort;
  readonly workers: number;
  /** Seconds that one file may take. */
  readonly seconds: number;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, of: number) => void;
}

/** What all files gave, in the order of the resources, whichever was finished first. */
export interface FilesRead {
  readonly read: readonly { readonly path: string; readonly extraction: Extraction }[];
  readonly gaps: readonly Gap[];
  readonly counts: {
    readonly seen: number;
    readonly read: number;
    readonly understood: number;
    readonly bytes: number;
  };
}

/** Version control’s view of a file, added to what stands in it. */
const noteTracked = (extraction: Extraction, ignored: boolean | undefined): Extraction => {
  if (ignored === undefined) return extraction;
  const asks = (kind: AssetKind): boolean => belongsTo('tracked', kind);
  if (!extraction.assets.some((one) => asks(one.kind))) return extraction;
  const tracked = { value: !ignored, how: 'observed', confidence: 0.95 } as const;
  const assets = extraction.assets.map((one) =>
    asks(one.kind) && one.facts?.tracked === undefined ? { ...one, facts: { ...one.facts, tracked } } : one,
  );
  return { ...extraction, assets };
};

/** A task with what the main thread needs to know of its file. */
interface PendingFile extends ReadTask {
  readonly size: number;
  readonly stamp?: string;
}

/** Gathers readings as they come. */
class Readings {
  readonly counts = { seen: 0, read: 0, understood: 0, bytes: 0 };
  readonly telling = new Map<string, FileReading>();
  done = 0;

  add(path: string, { extractions, gaps, bytes }: FileReading): void {
    this.done += 1;
    this.counts.bytes += bytes;
    if (extractions.length > 0 || bytes > 0) this.counts.read += 1;
    if (extractions.length > 0 && gaps.length === 0) this.counts.understood += 1;
    // Of a million files most say nothing, and nothing is kept of those.
    const told = extractions.filter(saysAnything);
    if (told.length > 0 || gaps.length > 0) this.telling.set(path, { extractions: told, gaps, bytes });
  }
}

/** Reads all resources that an extractor claims. */
export const readFiles = async (resources: readonly Resource[], plan: ReadingPlan): Promise<FilesRead> => {
  const claimersOf = compileClaims(plan.extractors);
  const readings = new Readings();
  const pending: PendingFile[] = [];

  readings.counts.seen = resources.length;
  for (const { path, size } of resources) {
    const extractors = claimersOf(path);
    if (extractors.length === 0) continue;
    // Taken before the file is read: if it changes meanwhile, the old stamp never matches again.
    const stamp = plan.cache && plan.stamp(path);
    const kept = stamp === undefined ? undefined : plan.cache?.byStamp(path, stamp);
    const reading = kept && decodeReading(kept);
    if (reading) readings.add(path, reading);
    else pending.push({ path, extractors, size, ...(stamp === undefined ? {} : { stamp }) });
  }
  const claimed = readings.done + pending.length;

  const accept = ({ path, stamp }: PendingFile, made: EncodedReading): void => {
    const reading = decodeReading(made.body);
    if (reading === undefined) throw new Bug(`what was read of ${path} arrived damaged`);
    readings.add(path, reading);
    if (made.isNew) plan.cache?.keep(path, made.content, made.body);
    if (made.isKept && stamp !== undefined) plan.cache?.noteStamp(path, stamp, made.content);
    plan.progress?.(readings.done, claimed);
  };

  plan.progress?.(readings.done, claimed);
  if (plan.startWorker) {
    const options = {
      start: plan.startWorker,
      workers: Math.max(1, Math.min(plan.workers, Math.ceil(pending.length / filesPerWorker))),
      seconds: plan.seconds,
      startSeconds: 60,
      weigh: (file: PendingFile) => file.size,
      ...(plan.signal ? { signal: plan.signal } : {}),
    };
    const give = (file: PendingFile, why: string): void => accept(file, lostReading(file.path, why));
    await runPool<PendingFile, EncodedReading>(pending, options, accept, give);
  } else {
    for (const file of pending) {
      plan.signal?.throwIfAborted();
      accept(file, await readFile(file, plan));
    }
  }
  return collect(resources, readings);
};

/** A gap inside a file as a gap of the file, so that claims about the file know of it. */
const placeGap = (path: string, { what, scope, why }: Gap): Gap => {
  const line = what.startsWith(`${path}:`) ? what.slice(path.length + 1) : undefined;
  return { what: path, scope, why: what === path ? why : `${line === undefined ? what : `line ${line}`}: ${why}` };
};

/** Puts what was read into the order of the resources, whichever file was finished first. */
const collect = (resources: readonly Resource[], { telling, counts }: Readings): FilesRead => {
  const read: { path: string; extraction: Extraction }[] = [];
  const gaps: Gap[] = [];
  for (const { path, ignored } of resources) {
    const reading = telling.get(path);
    if (reading === undefined) continue;
    gaps.push(...reading.gaps);
    for (const extraction of reading.extractions) {
      gaps.push(...extraction.gaps.map((gap) => placeGap(path, gap)));
      read.push({ path, extraction: noteTracked(extraction, ignored) });
    }
  }
  return { read, gaps, counts };
};
