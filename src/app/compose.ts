/** The composition root: joins the catalog, the engine and this machine’s capabilities for one folder. */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { catalog } from '../catalog/index.gen.ts';
import { type CacheScope, createExtractionCache } from '../engine/cache.ts';
import type { Catalog } from '../engine/catalog.ts';
import type { ScanInput } from '../engine/run.ts';
import type { Exporter } from '../kit/define-exporter.ts';
import { identifyBuild } from './build-identity.ts';
import { findCacheFile, openCacheStore } from './cache-store.ts';
import { createFiles } from './files.ts';
import { findRepository } from './find-repository.ts';
import { createFingerprint, findKeyFile, identifyKey, loadKey } from './fingerprint-key.ts';
import { createParsers } from './grammars.ts';
import { createProcesses } from './process.ts';
import { startReadingWorker } from './reading-worker.ts';
import { version } from './version.ts';

/** What a scan may be told. */
export interface ScanSettings {
  readonly all: boolean;
  readonly exclude: readonly string[];
  readonly useCache: boolean;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (phase: string, done: number, of: number) => void;
}

/** All shelves that the engine runs. */
export const loadCatalog = async (): Promise<Catalog> => ({
  connectors: await catalog.connectors(),
  extractors: await catalog.extractors(),
  libraries: await catalog.libraries(),
  resolvers: await catalog.resolvers(),
  derivations: await catalog.derivations(),
  detectors: await catalog.detectors(),
  correlations: await catalog.correlations(),
  frameworks: await catalog.frameworks(),
  remediations: await catalog.remediations(),
});

/** The exporters by id. */
export const loadExporters = async (): Promise<ReadonlyMap<string, Exporter>> =>
  new Map((await catalog.exporters()).map((exporter) => [exporter.id, exporter]));

/** Seconds that one file may take to read. */
const secondsPerFile = 30;

/** Everything a scan of the folder `root` (absolute, links followed) needs; `close` when it is done. */
export const composeScan = async (
  root: string,
  settings: ScanSettings,
): Promise<{ input: ScanInput; close(): void }> => {
  const loaded = await loadCatalog();
  const key = loadKey(findKeyFile(process.env));
  const files = createFiles(root);
  const repository = findRepository(root);
  const now = Date.now();
  const scope: CacheScope = { build: identifyBuild(), options: identifyKey(key), place: root };
  const cacheFile = findCacheFile(process.env);
  const store = settings.useCache ? openCacheStore(cacheFile, false, now) : undefined;
  const cache = store ? { file: cacheFile, scope, now } : undefined;
  const input: ScanInput = {
    catalog: loaded,
    version,
    path: basename(root) || '/',
    now: () => new Date(),
    connector: loaded.connectors.find(({ id }) => id === 'file-tree')!,
    capabilities: { files, processes: createProcesses(), ...(repository ? { repository } : {}) },
    options: { name: basename(root) || 'root', all: settings.all, exclude: settings.exclude },
    reading: {
      files,
      extractors: loaded.extractors,
      stamp: files.stamp,
      fingerprint: createFingerprint(key),
      parse: createParsers().parse,
      workers: settings.workers ?? Math.min(8, availableParallelism()),
      seconds: secondsPerFile,
      startWorker: () => startReadingWorker({ root, key, ...(cache ? { cache } : {}) }),
      ...(store ? { cache: createExtractionCache(store, scope) } : {}),
    },
    ...(settings.signal ? { signal: settings.signal } : {}),
    ...(settings.progress ? { progress: settings.progress } : {}),
  };
  return { input, close: () => store?.close() };
};
