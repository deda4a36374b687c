/** One scan of one folder from its configuration to its report, remembered in the store where there is one. */

import type { Configuration } from '../domain/configuration.ts';
import type { Report } from '../domain/report.ts';
import { scan } from '../engine/run.ts';
import { AccessError, ConfigError } from '../kit/errors.ts';
import { stableId } from '../kit/stable-id.ts';
import { applyWaivers } from '../operate/apply-waivers.ts';
import type { Baseline } from '../operate/hold-against-baseline.ts';
import { holdAgainstBaseline } from '../operate/hold-against-baseline.ts';
import { layLives } from '../operate/lay-lives.ts';
import type { Addressee, Delivery } from '../operate/notify.ts';
import { observeSource } from '../operate/observe-source.ts';
import { pathsInQuestion, restrictToChange } from '../operate/restrict-to-change.ts';
import type { Transport } from '../operate/transport.ts';
import type { Store } from '../store/store.ts';
import { isStoreTrouble } from '../store/store-trouble.ts';
import { composeScan, type ScanSettings } from './compose.ts';
import { findChanges, findCommit } from './find-changes.ts';
import { createProcesses } from './process.ts';
import { sayTrouble } from './trouble.ts';

/** What is to be scanned, and held against what. */
export interface ScanRequest extends ScanSettings {
  /** The folder, absolute, links followed. */
  readonly root: string;
  /** The folder as the user wrote it, for messages. */
  readonly named: string;
  readonly store?: Store;
  readonly baseline?: Baseline;
  readonly since?: string;
  readonly addressees?: readonly Addressee[];
  readonly transport?: Transport;
  readonly link?: string;
  /** Hears what the configuration says, before anything is read; whatever it throws ends the scan. */
  readonly prepare?: (configuration: Configuration) => void;
  /** Hears what went wrong beside the scan, and did not stop it. */
  readonly warn: (trouble: string) => void;
}

export interface Performed {
  readonly report: Report;
  readonly configuration: Configuration;
  readonly deliveries: readonly Delivery[];
}

/** What a run leaves out on purpose, as the store compares it: only runs that left out the same resolve anything. */
const scopeOf = ({ all }: ScanSettings, exclude: readonly string[]): string =>
  all || exclude.length > 0 ? JSON.stringify({ all, exclude: [...exclude].sort() }) : '';

/** The latest remembered report of this commit by another run. */
const findRemembered = async (
  store: Store,
  source: string,
  commit: string,
  except: string | undefined,
): Promise<Report | undefined> => {
  for (const { id } of await store.listRuns({ source, state: 'complete', limit: 10 })) {
    if (id === except) continue;
    const kept = await store.readReport(id);
    if (kept === undefined) return undefined;
    // Reports are long; a look at the text spares taking apart those of other commits.
    if ('damaged' in kept || !kept.text.includes(commit)) continue;
    const report = JSON.parse(kept.text) as Report;
    if (report.target.commit === commit) return report;
  }
  return undefined;
};

const nobody: Transport = { send: async () => ({ refused: 'there is nobody to tell' }) };

/** Scans as asked. Rejects with a ConfigError for what the user can mend, and with the signal’s reason when it is aborted. */
export const performScan = async (request: ScanRequest): Promise<Performed> => {
  const { root, named, store, baseline, since, warn, signal } = request;
  const processes = createProcesses();
  const commit = since === undefined ? undefined : await findCommit(processes, root, since);
  try {
    const composed = await composeScan(root, request);
    const { input, configuration, files, close } = composed;
    try {
      request.prepare?.(configuration.configuration);
      const look = async (memory: string | undefined): Promise<{ report: Report; memory?: string }> => {
        let known: string | undefined;
        const seen = await scan({
          ...input,
          ...(memory === undefined ? {} : { previous: JSON.parse(memory) as NonNullable<typeof input.previous> }),
          remember: (merged) => {
            known = JSON.stringify(merged.known);
          },
        });
        const waivers = configuration.configuration.waivers ?? [];
        const accepted = applyWaivers(seen, waivers, new Date());
        const report = configuration.applied
          ? { ...accepted.report, configuration: { ...configuration.applied, waivers: [...accepted.waivers] } }
          : accepted.report;
        return { report, ...(known === undefined ? {} : { memory: known }) };
      };
      const { report: seen, deliveries } = await remember(request, input.options.exclude ?? [], input.path, look);
      let report = baseline ? holdAgainstBaseline(seen, baseline) : seen;
      if (report.baseline && !report.baseline.isSameSource)
        warn(
          sayTrouble(
            `the baseline is of ${report.baseline.source}, and this is ${report.target.source}`,
            'ids of another source mean other things, so most of what is here counts as new',
            'name the baseline of this source',
          ),
        );
      if (commit !== undefined) {
        const changed = await findChanges(root, commit, pathsInQuestion(report), { processes, files });
        const before = store && (await findRemembered(store, stableId('source', root), commit, report.history?.run));
        report = restrictToChange(report, { ref: since!, commit }, (path) => changed.has(path), before);
      }
      return { report, configuration: configuration.configuration, deliveries };
    } finally {
      close();
    }
  } catch (error) {
    if (!(error instanceof AccessError) || signal?.aborted) throw error;
    throw new ConfigError(
      sayTrouble(
        `${named} cannot be listed: ${error.message}`,
        'nothing was scanned',
        'run as a user that may read it',
      ),
    );
  }

  /** With a store the run is kept and the report says what became of everything; trouble with the store does not cost the report. */
  async function remember(
    { addressees = [], transport = nobody, link }: ScanRequest,
    exclude: readonly string[],
    name: string,
    look: (memory: string | undefined) => Promise<{ report: Report; memory?: string }>,
  ): Promise<{ report: Report; deliveries: readonly Delivery[] }> {
    if (!store) return { report: (await look(undefined)).report, deliveries: [] };
    let seen: { report: Report } | undefined;
    try {
      const source = { id: stableId('source', root), name };
      const [previous] = await store.listRuns({ source: source.id, state: 'complete', limit: 1 });
      const { run, report, changes, deliveries } = await observeSource({
        ...{ store, source, addressees, transport, scope: scopeOf(request, exclude), clock: () => new Date() },
        scan: async (memory) => {
          const found = await look(memory);
          seen = found;
          return found;
        },
        warn: (damaged) =>
          warn(
            sayTrouble(
              `the history is damaged: ${damaged}`,
              'assets may get other ids than they had, so what was waived or known may be shown as new',
              'nothing: this scan keeps it anew; restore the data folder (ISOBAR_DATA_DIR) from a backup to have the old ids back',
            ),
          ),
        ...(link === undefined ? {} : { link }),
      });
      return { report: layLives(report, changes, await store.listFindings(source.id), run, previous), deliveries };
    } catch (error) {
      if (!isStoreTrouble(error) || signal?.aborted) throw error;
      warn(
        sayTrouble(
          `the history could not be kept: ${(error as Error).message}`,
          'this report does not say what is new, and the next one will not know of this scan',
          'make room or rights in the data folder (ISOBAR_DATA_DIR), or scan with --no-history',
        ),
      );
      return { report: (seen ?? (await look(undefined))).report, deliveries: [] };
    }
  }
};
