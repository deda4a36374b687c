/** The composition root: joins the catalog, the engine and this machine’s capabilities for one folder. */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { catalog } from '../catalog/index.gen.ts';
import { type CacheScope, createExtractionCache } from '../engine/cache.ts';
import type { Catalog } from '../engine/catalog.ts';
import { listConcerns } from '../engine/concerns.ts';
import type { ScanInput } from '../engine/run.ts';
import type { Connector } from '../kit/define-connector.ts';
import type { Detector } from '../kit/define-detector.ts';
import type { Exporter } from '../kit/define-exporter.ts';
import { identifyBuild } from './build-identity.ts';
import { findCacheFile, openCacheStore } from './cache-store.ts';
import { createFiles, type DiskFiles } from './files.ts';
import { findRepository } from './find-repository.ts';
import { createFingerprint, findKeyFile, identifyKey, loadKey } from './fingerprint-key.ts';
import { createParsers } from './grammars.ts';
import { type LoadedConfiguration, loadConfiguration } from './load-configuration.ts';
import { createProcesses } from './process.ts';
import { startReadingWorker } from './reading-worker.ts';
import { version } from './version.ts';

/** What a scan may be told. */
export interface ScanSettings {
  readonly all: boolean;
  readonly exclude: readonly string[];
  readonly useCache: boolean;
  /** File of `--config`, false for `--no-config`; without either the folder’s own is looked for. */
  readonly config?: string | false;
  /** Hash model files of any size. */
  readonly hash?: boolean;
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

/** Seconds that one file may take to read, and to read and hash to its end. */
const secondsPerFile = 30;
const secondsPerHash = 1800;

/** The detectors that are asked, with the severities that were chosen. */
const applyTo = (detectors: readonly Detector[], { configuration }: LoadedConfiguration): readonly Detector[] => {
  const settings = configuration.detectors ?? {};
  return detectors.flatMap((detector) => {
    const own = Object.hasOwn(settings, detector.id) ? settings[detector.id] : undefined;
    if (own?.off) return [];
    return [own?.severity === undefined ? detector : { ...detector, severity: own.severity }];
  });
};

/** The connector, with the tree’s own configuration always read, or left unread where another holds. */
const withConfiguration = (
  connector: Connector,
  { from, declarations, leftUnread, applied }: LoadedConfiguration,
): Connector => ({
  ...connector,
  async discover(capabilities, options) {
    const found = await connector.discover(capabilities, options);
    const { resources, excluded, extraction } = found;
    if (leftUnread !== undefined)
      return {
        ...found,
        resources: resources.filter(({ path }) => path !== leftUnread.path),
        excluded: [...excluded, { what: 'configuration of the scanned folder', why: leftUnread.why, count: 1 }],
        extraction: { ...extraction, ...(from === 'given' ? { declarations } : {}) },
      };
    if (from === 'given') return { ...found, extraction: { ...extraction, declarations } };
    const path = from === 'tree' ? applied?.file : undefined;
    // Whoever excludes everything must not take away what is declared of it.
    if (path === undefined || resources.some((one) => one.path === path)) return found;
    return { ...found, resources: [...resources, { path, size: 0 }] };
  },
});

/** Everything a scan of the folder `root` (absolute, links followed) needs; `close` when it is done. */
export const composeScan = async (
  root: string,
  settings: ScanSettings,
): Promise<{ input: ScanInput; configuration: LoadedConfiguration; files: DiskFiles; close(): void }> => {
  const loaded = await loadCatalog();
  const key = loadKey(findKeyFile(process.env));
  const files = createFiles(root);
  const configuration = await loadConfiguration(files, settings.config, {
    detectors: loaded.detectors.map(({ id }) => id),
    formats: [...(await loadExporters()).keys()],
  });
  const repository = findRepository(root);
  const now = Date.now();
  const hash = settings.hash === true;
  const scope: CacheScope = {
    build: identifyBuild(),
    options: `${identifyKey(key)}${hash ? ' hash' : ''}`,
    place: root,
  };
  const cacheFile = findCacheFile(process.env);
  const store = settings.useCache ? openCacheStore(cacheFile, false, now) : undefined;
  const cache = store ? { file: cacheFile, scope, now } : undefined;
  const input: ScanInput = {
    catalog: { ...loaded, detectors: applyTo(loaded.detectors, configuration) },
    version,
    path: basename(root) || '/',
    now: () => new Date(),
    connector: withConfiguration(loaded.connectors.find(({ id }) => id === 'file-tree')!, configuration),
    capabilities: { files, processes: createProcesses(), ...(repository ? { repository } : {}) },
    options: {
      name: basename(root) || 'root',
      all: settings.all,
      exclude: [...settings.exclude, ...(configuration.configuration.exclude ?? [])],
    },
    isThorough: settings.all,
    reading: {
      files,
      extractors: loaded.extractors,
      stamp: files.stamp,
      fingerprint: createFingerprint(key),
      parse: createParsers().parse,
      workers: settings.workers ?? Math.min(8, availableParallelism()),
      ...(hash ? { hash: (path: string) => files.digest(path, 'sha256') } : {}),
      seconds: hash ? secondsPerHash : secondsPerFile,
      startWorker: () =>
        startReadingWorker({ root, key, hash, concerns: listConcerns(loaded.libraries), ...(cache ? { cache } : {}) }),
      ...(store ? { cache: createExtractionCache(store, scope) } : {}),
    },
    ...(settings.signal ? { signal: settings.signal } : {}),
    ...(settings.progress ? { progress: settings.progress } : {}),
  };
  return { input, configuration, files, close: () => store?.close() };
};
