/** The phase *read*: every claimed file is read at most once, from the cache, in this thread or in workers, in an order that does not matter. */
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
  const asks = (kind: string): boolean => kind === 'secret' || kind === 'model-artifact';
  if (!extraction.assets.some((one) => asks(one.kind))) return extraction;
  const tracked = { value: !ignored, how: 'observed', confidence: 0.95 } as const;
  const assets = extraction.assets.map((one) =>
    asks(one.kind) && one.facts?.tracked === undefined ? { ...one, facts: { ...one.facts, tracked } } : one,
  );
  return { ...extraction, assets };
};

/** Reads all resources that an extractor claims. */
export const readFiles = async (resources: readonly Resource[], plan: ReadingPlan): Promise<FilesRead> => {
  const claimersOf = compileClaims(plan.extractors);
  const readings = new Map<string, FileReading>();
  const sizes = new Map<string, number>();
  const stamps = new Map<string, string>();
  const pending: ReadTask[] = [];
  const claimed: Resource[] = [];

  for (const resource of resources) {
    const extractors = claimersOf(resource.path);
    if (extractors.length === 0) continue;
    claimed.push(resource);
    sizes.set(resource.path, resource.size);
    const stamp = plan.cache && plan.stamp(resource.path);
    const kept = stamp === undefined ? undefined : plan.cache?.byStamp(resource.path, stamp);
    const reading = kept && decodeReading(kept);
    if (reading) readings.set(resource.path, reading);
    else {
      // Taken before the file is read: if it changes meanwhile, the old stamp never matches again.
      if (stamp !== undefined) stamps.set(resource.path, stamp);
      pending.push({ path: resource.path, extractors });
    }
  }

  const accept = (made: EncodedReading): void => {
    const reading = decodeReading(made.body);
    if (reading === undefined) throw new Bug(`what was read of ${made.path} arrived damaged`);
    readings.set(made.path, reading);
    const stamp = stamps.get(made.path);
    if (made.isNew) plan.cache?.keep(made.path, made.content, made.body);
    if (made.isKept && stamp !== undefined) plan.cache?.noteStamp(made.path, stamp, made.content);
    plan.progress?.(readings.size, claimed.length);
  };

  plan.progress?.(readings.size, claimed.length);
  if (plan.startWorker) {
    const options = {
      start: plan.startWorker,
      workers: Math.max(1, Math.min(plan.workers, Math.ceil(pending.length / filesPerWorker))),
      seconds: plan.seconds,
      startSeconds: 60,
      weigh: (task: ReadTask) => sizes.get(task.path) ?? 0,
      ...(plan.signal ? { signal: plan.signal } : {}),
    };
    await runPool<ReadTask, EncodedReading>(
      pending,
      options,
      (_task, made) => accept(made),
      (task, why) => accept(lostReading(task.path, why)),
    );
  } else {
    for (const task of pending) {
      plan.signal?.throwIfAborted();
      accept(await readFile(task, plan));
    }
  }

  return collect(claimed, readings, resources.length);
};

/** A gap inside a file as a gap of the file, so that claims about the file know of it. */
const placeGap = (path: string, { what, scope, why }: Gap): Gap => {
  const line = what.startsWith(`${path}:`) ? what.slice(path.length + 1) : undefined;
  return { what: path, scope, why: what === path ? why : `${line === undefined ? what : `line ${line}`}: ${why}` };
};

const collect = (claimed: readonly Resource[], readings: ReadonlyMap<string, FileReading>, seen: number): FilesRead => {
  const read: { path: string; extraction: Extraction }[] = [];
  const gaps: Gap[] = [];
  const counts = { seen, read: 0, understood: 0, bytes: 0 };
  for (const { path, ignored } of claimed) {
    const reading = readings.get(path);
    if (reading === undefined) continue;
    gaps.push(...reading.gaps);
    for (const extraction of reading.extractions) gaps.push(...extraction.gaps.map((gap) => placeGap(path, gap)));
    counts.bytes += reading.bytes;
    if (reading.extractions.length > 0 || reading.bytes > 0) counts.read += 1;
    if (reading.extractions.length > 0 && reading.gaps.length === 0) counts.understood += 1;
    for (const extraction of reading.extractions) read.push({ path, extraction: noteTracked(extraction, ignored) });
  }
  return { read, gaps, counts };
};
