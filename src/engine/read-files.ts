/** The phase *read*: every claimed file is read at most once, from the cache, in this thread or in workers, in an order that does not matter. */
import { belongsTo } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { Extraction, Gap } from '../domain/observation.ts';
import type { Resource } from '../kit/define-connector.ts';
import { Bug } from '../kit/errors.ts';
import { type ExtractionCache, hashContent } from './cache.ts';
import { compileClaims } from './claim-files.ts';
import { runPool, type WorkerPort } from './pool.ts';
import {
  cachePath,
  decodeReading,
  type EncodedReading,
  encodeReading,
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
  /** Of what was read with outlines, the paths whose programs are wanted whole after all. */
  readonly connect?: (read: FilesRead['read']) => ReadonlySet<string>;
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
    /** Programs that import nothing of concern and are not connected with one that does: only their imports were read. */
    readonly outlined: number;
  };
  /** Readings with a gap, which may be due to the moment (a time budget): their tasks and hashes. */
  readonly doubtful: readonly Doubtful[];
}

/** A reading that may be another when it is made again. */
export interface Doubtful {
  readonly task: ReadTask;
  readonly hash: string;
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

/** Who may read the file, for those assets that left it open because an extractor sees only bytes. */
const noteOpenness = (extraction: Extraction, openToOthers: boolean | undefined): Extraction => {
  if (openToOthers === undefined || !extraction.assets.some((one) => one.facts?.readableByOthers)) return extraction;
  const readableByOthers = { value: openToOthers, how: 'observed' } as const;
  const assets = extraction.assets.map((one) =>
    one.facts?.readableByOthers ? { ...one, facts: { ...one.facts, readableByOthers } } : one,
  );
  return { ...extraction, assets };
};

/** A task with what the main thread needs to know of its file. */
interface PendingFile extends ReadTask {
  readonly stamp?: string;
}

/** Gathers readings as they come. */
class Readings {
  readonly counts = { seen: 0, read: 0, understood: 0, bytes: 0, outlined: 0 };
  readonly telling = new Map<string, FileReading>();
  readonly doubtful: Doubtful[] = [];
  done = 0;

  /** Takes the task’s reading down where another try may give another. */
  #doubt(task: ReadTask, reading: FileReading): void {
    if (reading.gaps.length === 0 && reading.extractions.every((one) => one.gaps.length === 0)) return;
    const { path, extractors, size, isWhole } = task;
    this.doubtful.push({ task: { path, extractors, size, isWhole }, hash: hashReading(reading) });
  }

  add(task: ReadTask, reading: FileReading): void {
    const { path } = task;
    const { extractions, gaps, bytes } = reading;
    this.#doubt(task, reading);
    this.done += 1;
    this.counts.bytes += bytes;
    if (extractions.length > 0 || bytes > 0) this.counts.read += 1;
    if (extractions.length > 0 && gaps.length === 0) this.counts.understood += 1;
    // Of a million files most say nothing, and nothing is kept of those.
    const told = extractions.filter(saysAnything);
    if (told.some(isOutline)) this.counts.outlined += 1;
    if (told.length > 0 || gaps.length > 0) this.telling.set(path, { extractions: told, gaps, bytes });
  }

  /** Puts the whole programs of a file in the place of their outlines. */
  complete(task: ReadTask, reading: FileReading): void {
    const { path } = task;
    const { extractions, gaps } = reading;
    this.#doubt(task, reading);
    const known = this.telling.get(path)!;
    this.counts.outlined -= 1;
    if (gaps.length > 0 && known.gaps.length === 0) this.counts.understood -= 1;
    this.telling.set(path, {
      extractions: [...known.extractions.filter((one) => !isOutline(one)), ...extractions.filter(saysAnything)],
      gaps: [...known.gaps, ...gaps],
      bytes: known.bytes,
    });
  }
}

const hashReading = (reading: FileReading): string => hashContent(encodeReading(reading));

const isOutline = ({ programs }: Extraction): boolean => programs.some(({ outline }) => outline === true);

/** Reads all resources that an extractor claims; with `connect`, programs of no concern only as far as it asks for. */
export const readFiles = async (resources: readonly Resource[], plan: ReadingPlan): Promise<FilesRead> => {
  const claimersOf = compileClaims(plan.extractors);
  const readings = new Readings();
  readings.counts.seen = resources.length;
  const claimed = resources.flatMap(({ path, size }) => {
    const extractors = claimersOf(path);
    return extractors.length === 0 ? [] : [{ path, extractors, size, isWhole: plan.connect === undefined }];
  });
  const tell = (): void => plan.progress?.(readings.done, claimed.length);
  tell();
  const { connect } = plan;
  /** Of the outlined programs those that are connected with one that was read whole. */
  const further = (): readonly ReadTask[] => {
    if (connect === undefined || readings.counts.outlined === 0) return [];
    const wanted = connect(collect(resources, readings).read);
    return claimed.flatMap((task) => {
      const extractors = task.extractors.filter((number) => plan.extractors[number]!.outlines === true);
      return wanted.has(task.path) && extractors.length > 0 ? [{ ...task, extractors, isWhole: true }] : [];
    });
  };
  const hear = (task: ReadTask, reading: FileReading): void => {
    if (connect !== undefined && task.isWhole) readings.complete(task, reading);
    else readings.add(task, reading);
    tell();
  };
  await readAll(claimed, plan, hear, further);
  return collect(resources, readings);
};

/** Makes doubtful readings again; tells whether all came out as they were. */
export const rereadDoubtful = async (doubtful: readonly Doubtful[], plan: ReadingPlan): Promise<boolean> => {
  const before = new Map(doubtful.map(({ task, hash }) => [cachePath(task), hash]));
  let isSame = true;
  await readAll(
    doubtful.map(({ task }) => task),
    plan,
    (task, reading) => {
      isSame &&= before.get(cachePath(task)) === hashReading(reading);
    },
  );
  return isSame;
};

/** Gives each task’s reading as it comes: from the cache, from this thread or from workers. */
const readAll = async (
  tasks: readonly ReadTask[],
  plan: ReadingPlan,
  hear: (task: ReadTask, reading: FileReading) => void,
  /** Asked when all tasks are done: what is to be read then. */
  further: () => readonly ReadTask[] = () => [],
): Promise<void> => {
  /** Those that the cache does not have. */
  const lookUp = (wanted: readonly ReadTask[]): readonly PendingFile[] =>
    wanted.flatMap((task) => {
      // Taken before the file is read: if it changes meanwhile, the old stamp never matches again.
      const stamp = plan.cache && plan.stamp(task.path);
      const kept = stamp === undefined ? undefined : plan.cache?.byStamp(cachePath(task), stamp);
      const reading = kept && decodeReading(kept);
      if (reading) hear(task, reading);
      return reading ? [] : [stamp === undefined ? task : { ...task, stamp }];
    });

  const accept = (task: PendingFile, made: EncodedReading): void => {
    const reading = decodeReading(made.body);
    if (reading === undefined) throw new Bug(`what was read of ${task.path} arrived damaged`);
    hear(task, reading);
    const path = cachePath(task);
    if (made.isNew) plan.cache?.keep(path, made.content, made.body);
    if (made.isKept && task.stamp !== undefined) plan.cache?.noteStamp(path, task.stamp, made.content);
  };

  const pending = lookUp(tasks);
  if (plan.startWorker === undefined) {
    const readHere = async (files: readonly PendingFile[]): Promise<void> => {
      for (const file of files) {
        plan.signal?.throwIfAborted();
        accept(file, await readFile(file, plan));
      }
    };
    await readHere(pending);
    await readHere(lookUp(further()));
    return;
  }
  const options = {
    start: plan.startWorker,
    workers: Math.max(1, Math.min(plan.workers, Math.ceil(pending.length / filesPerWorker))),
    seconds: plan.seconds,
    startSeconds: 60,
    weigh: (file: PendingFile) => file.size,
    more: () => lookUp(further()),
    ...(plan.signal ? { signal: plan.signal } : {}),
  };
  const give = (file: PendingFile, why: string): void => accept(file, lostReading(file.path, why));
  await runPool<PendingFile, EncodedReading>(pending, options, accept, give);
};

/** A gap inside a file as a gap of the file, so that claims about the file know of it. */
const placeGap = (path: string, { what, scope, why }: Gap): Gap => {
  const line = what.startsWith(`${path}:`) ? what.slice(path.length + 1) : undefined;
  return { what: path, scope, why: what === path ? why : `${line === undefined ? what : `line ${line}`}: ${why}` };
};

/** Puts what was read into the order of the resources, whichever file was finished first. */
const collect = (resources: readonly Resource[], { telling, counts, doubtful }: Readings): FilesRead => {
  const read: { path: string; extraction: Extraction }[] = [];
  const gaps: Gap[] = [];
  for (const { path, ignored, openToOthers } of resources) {
    const reading = telling.get(path);
    if (reading === undefined) continue;
    gaps.push(...reading.gaps);
    for (const extraction of reading.extractions) {
      gaps.push(...extraction.gaps.map((gap) => placeGap(path, gap)));
      read.push({ path, extraction: noteOpenness(noteTracked(extraction, ignored), openToOthers) });
    }
  }
  return { read, gaps, counts, doubtful };
};
