/** The worker entry: reads files that the pool hands it, with the catalog’s extractors, and sends back what they gave. */
import { parentPort, workerData } from 'node:worker_threads';
import { catalog } from '../catalog/index.gen.ts';
import { type CacheScope, createExtractionCache } from '../engine/cache.ts';
import { type Concerns, createConcern } from '../engine/concerns.ts';
import { servePool } from '../engine/pool.ts';
import { type EncodedReading, type ReadTask, readFile } from '../engine/read-file.ts';
import { Bug } from '../kit/errors.ts';
import { openCacheStore } from './cache-store.ts';
import { createFiles } from './files.ts';
import { createFingerprint } from './fingerprint-key.ts';
import { createParsers } from './grammars.ts';

/** What a worker is told when it starts. */
export interface WorkerSetup {
  readonly root: string;
  readonly key: Uint8Array;
  /** Hash model files of any size. */
  readonly hash: boolean;
  /** What a program has to import to be read whole at once. */
  readonly concerns: Concerns;
  readonly cache?: { readonly file: string; readonly scope: CacheScope; readonly now: number };
}

const port = parentPort;
if (port === null) throw new Bug('worker.ts was started as a program');
const setup = workerData as WorkerSetup;
const store = setup.cache && openCacheStore(setup.cache.file, true, setup.cache.now);
const files = createFiles(setup.root);
const tools = {
  files,
  ...(setup.hash ? { hash: (path: string) => files.digest(path, 'sha256') } : {}),
  extractors: await catalog.extractors(),
  fingerprint: createFingerprint(setup.key),
  parse: createParsers().parse,
  concerns: createConcern(setup.concerns),
  ...(store && setup.cache ? { cache: createExtractionCache(store, setup.cache.scope) } : {}),
};

servePool<ReadTask, EncodedReading>(
  {
    post: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (hear) => port.on('message', hear),
  },
  async (task) => {
    const made = await readFile(task, tools);
    // Only a buffer of its own may be given away; a slice would take its neighbours along.
    const body = made.body.byteLength === made.body.buffer.byteLength ? made.body : new Uint8Array(made.body);
    return { answer: { ...made, body }, transfer: [body.buffer as ArrayBuffer] };
  },
);
