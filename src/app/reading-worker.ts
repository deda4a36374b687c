/** Starts a reading worker and shows it to the pool as a port. */
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../engine/pool.ts';
import type { WorkerSetup } from './worker.ts';

/** Heap that one worker may use, in megabytes; beyond it the file it reads is given up. */
const heap = 1024;

// The bundle has its workers as JavaScript beside it, the sources as they are.
const entry = process.env.ISOBAR_BUNDLED
  ? new URL('./worker.js', import.meta.url)
  : new URL('./worker.ts', import.meta.url);

/** Starts one worker. Its environment is empty, so that nothing in it depends on who runs it. */
export const startReadingWorker = (setup: WorkerSetup): WorkerPort => {
  const worker = new Worker(entry, {
    workerData: setup,
    env: process.env.NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  let why = 'its reading thread ended';
  worker.on('error', (error) => {
    const code = (error as { code?: unknown }).code;
    why =
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `reading it needed more than ${heap} MB of memory`
        : `its reading thread broke down (${error.name})`;
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (hear) => void worker.on('message', hear),
    onEnd: (hear) => void worker.on('exit', () => hear(why)),
    terminate: () => worker.terminate(),
  };
};
