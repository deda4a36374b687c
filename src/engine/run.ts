/** Run: one source through all phases, each over what the one before it froze, to one report. */
import { type Report, schemaVersion } from '../domain/report.ts';
import type { Capabilities, Connector, ConnectorOptions } from '../kit/define-connector.ts';
import type { Catalog } from './catalog.ts';
import { type Judgement, type JudgeOptions, judge } from './judge.ts';
import type { ReadingPlan } from './read-files.ts';
import { readSource } from './read-source.ts';

/** What a scan needs; everything that touches the world comes in here. */
export interface ScanInput {
  readonly catalog: Catalog;
  readonly version: string;
  /** How the report names the place that was scanned. */
  readonly path: string;
  readonly now: () => Date;
  readonly connector: Connector;
  readonly capabilities: Capabilities;
  readonly options: ConnectorOptions;
  readonly reading: Omit<ReadingPlan, 'signal' | 'progress' | 'concerns' | 'connect'>;
  /** Reads every program whole, also where nothing in it or around it is of concern. */
  readonly isThorough?: boolean;
  readonly signal?: AbortSignal;
  /** What `remember` of an earlier scan was told: keeps the ids of assets that it knew. */
  readonly previous?: JudgeOptions['previous'];
  /** Hears what to hand in as `previous` next time, plain data, and which old ids now mean which asset. */
  readonly remember?: (memory: NonNullable<Judgement['merged']>) => void;
  /** Hears the estate and everything that was judged of it, for whoever lays changes over it afterwards. */
  readonly judged?: (judgement: Judgement) => void;
  /** Hears how far which phase is; `of` is 0 where that is not known. */
  readonly progress?: (phase: string, done: number, of: number) => void;
}

/** Programs that were only outlined, as something left out on purpose. */
const tellOutlined = (count: number) =>
  count === 0
    ? []
    : [
        {
          what: 'programs without AI',
          why: 'they import no library that can make AI or data of it, and no program that does imports them or is imported by them; credentials and imports were read',
          count,
        },
      ];

/**
 * Scans one source. Rejects with the signal’s reason when it is aborted, and with a Bug; whatever is wrong with the source itself is in
 * the report.
 */
export const scan = async (input: ScanInput): Promise<Report> => {
  const { catalog, connector, capabilities, options, signal } = input;
  const startedAt = input.now().toISOString();
  /** Lets signals and timers in between two phases that compute. */
  const begin = async (phase: string): Promise<void> => {
    input.progress?.(phase, 0, 0);
    await new Promise<void>((go) => setTimeout(go, 0));
    signal?.throwIfAborted();
  };

  await begin('looking for files');
  const discovery = await connector.discover(capabilities, options);

  await begin('reading');
  const { statements, gaps, counts } = await readSource(discovery, {
    catalog,
    isThorough: input.isThorough === true,
    reading: {
      ...input.reading,
      ...(signal ? { signal } : {}),
      progress: (done, of) => input.progress?.('reading', done, of),
    },
    between: () => begin('following names'),
  });

  await begin('judging');
  const judgement = judge(statements, catalog, {
    clock: input.now,
    ...(input.previous ? { previous: input.previous } : {}),
  });
  const { parts, merged } = judgement;
  input.judged?.(judgement);
  if (merged) input.remember?.(merged);
  const { coverage, notSeen, startedAt: _began, finishedAt: _ended, ...rest } = parts;
  const { id, remote, commit } = discovery.source;
  return {
    schemaVersion,
    tool: { name: 'isobar', version: input.version },
    target: { path: input.path, source: id, ...(remote ? { remote } : {}), ...(commit ? { commit } : {}) },
    startedAt,
    finishedAt: input.now().toISOString(),
    ...rest,
    coverage: {
      files: {
        seen: counts.seen,
        read: counts.read,
        understood: counts.understood,
        bytes: counts.bytes,
        skipped: new Set(gaps.filter(({ scope }) => scope === 'file').map(({ what }) => what)).size,
      },
      excluded: [...discovery.excluded.map((one) => ({ ...one })), ...tellOutlined(counts.outlined)],
      ...coverage,
    },
    notSeen: [...gaps.map(({ what, scope, why }) => ({ what, scope, why })), ...notSeen],
  };
};
