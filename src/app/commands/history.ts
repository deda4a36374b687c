/** `isobar history [PATH]`: the scans that were remembered, latest first, with what each found anew, still and no more. */
import type { Life } from '../../domain/life.ts';
import { ConfigError } from '../../kit/errors.ts';
import { stableId } from '../../kit/stable-id.ts';
import { clean, count } from '../../kit/text-page.ts';
import type { Run, RunSummary, Source, Store } from '../../store/store.ts';
import { openStoreOrRefuse } from '../data-folder.ts';
import { writeOut } from '../outputs.ts';
import { sayTrouble } from '../trouble.ts';
import { findRoot } from './scan.ts';

/** What the command line says. */
export interface HistoryOptions {
  readonly data?: string;
  readonly limit: number;
  readonly json: boolean;
}

const lifeOrder: readonly Life[] = ['new', 're-opened', 'known', 'stale', 'resolved'];

const describeLives = (lives: RunSummary['findings']): string =>
  lifeOrder.flatMap((life) => (lives[life] === undefined ? [] : [`${lives[life]} ${life}`])).join(', ') || 'none';

const describeRun = (run: Run, summary: RunSummary): string => {
  const when = `${run.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  if (run.state !== 'complete') return `  ${when}  ${run.state}${run.why === undefined ? '' : `: ${clean(run.why)}`}\n`;
  const { levels, findings } = summary;
  const forecasts = `${count(levels.warning ?? 0, 'warning')}, ${count(levels.watch ?? 0, 'watch', 'watches')}`;
  return `  ${when}  ${forecasts.padEnd(24)} findings: ${describeLives(findings)}\n`;
};

async function* showHistory(store: Store, sources: readonly Source[], limit: number): AsyncGenerator<string> {
  for (const [at, source] of sources.entries()) {
    yield `${at === 0 ? '' : '\n'}${clean(source.name)}  ${source.id}\n`;
    const runs = await store.listRuns({ source: source.id, limit });
    for (const run of runs) yield describeRun(run, await store.summariseRun(run.id));
    if (runs.length === limit) yield '  earlier scans with --limit\n';
  }
}

/** Runs the command; gives the exit code. Opening the store marks runs whose process is gone as interrupted. */
export const runHistory = async (path: string | undefined, options: HistoryOptions): Promise<number> => {
  const id = path === undefined ? undefined : stableId('source', findRoot(path));
  const store = await openStoreOrRefuse(options.data);
  try {
    const sources = (await store.listSources()).filter((source) => id === undefined || source.id === id);
    if (sources.length === 0 && id !== undefined)
      throw new ConfigError(
        sayTrouble(`${path} was never scanned here`, 'there is no history of it', 'scan it, without --no-history'),
      );
    if (options.json) {
      const told = [];
      for (const source of sources) {
        const runs = [];
        for (const run of await store.listRuns({ source: source.id, limit: options.limit }))
          runs.push({ ...run, ...(await store.summariseRun(run.id)) });
        told.push({ ...source, runs });
      }
      await writeOut(process.stdout, [`${JSON.stringify({ sources: told }, null, 1)}\n`]);
    } else if (sources.length === 0) await writeOut(process.stdout, ['Nothing was scanned yet.\n']);
    else await writeOut(process.stdout, showHistory(store, sources, options.limit));
    return 0;
  } finally {
    await store.close();
  }
};
