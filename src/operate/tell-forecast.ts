/** Tells the forecast of a source as it stands: its last finished run, what that run changed, and what it did not see. */
import type { Level } from '../domain/forecast.ts';
import { type AssetKind, kinds } from '../domain/kinds.ts';
import type { Life } from '../domain/life.ts';
import type { Report } from '../domain/report.ts';
import { acceptedWords, tellConfiguration } from '../kit/report-standing.ts';
import type { Queries } from '../store/queries.ts';
import type { ForecastChange, KeptForecast, Run, Source, Store } from '../store/store.ts';

/** What a forecast is told from. */
export type Archive = Pick<Store, 'listSources' | 'listRuns' | 'readReport' | 'listForecasts' | 'listForecastChanges'>;

/** The half of the store that only reads. */
export type Posture = Archive & Queries;

/** An asset as a path shows it; `kind` in words. */
export interface PathEnd {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

type Reported = Report['forecasts'][number];

/** A forecast of the last finished run. Its life is as of now: stale where a later run did not end. */
export interface StandingForecast extends Omit<Reported, 'hops' | 'systems'> {
  readonly life: Life;
  readonly firstSeen: string;
  /** What it was before that run. */
  readonly before?: { readonly life: Life; readonly level: Level; readonly score: number };
  readonly systems: readonly string[];
  readonly hops: readonly (Omit<Reported['hops'][number], 'from' | 'to'> & {
    readonly from: PathEnd;
    readonly to: PathEnd;
  })[];
}

/** A forecast that the last finished run did not show: gone, or not looked at. */
export interface MissingForecast {
  readonly id: string;
  readonly life: 'resolved' | 'stale';
  readonly level: Level;
  readonly score: number;
  readonly sentence: string;
  readonly lastSeen: string;
}

/** A forecast that somebody accepted until a day. */
export interface WaivedForecast extends Pick<Reported, 'id' | 'level' | 'score' | 'sentence'> {
  /** By whom, until when and why, in words. */
  readonly waived: string;
}

export interface SourceForecast {
  readonly source: Source;
  /** The last run that finished; absent where none did. Everything below is of it. */
  readonly run?: Run;
  /** The finished run before it. */
  readonly previous?: Run;
  /** The last run, where that is another: it runs still, or was interrupted. */
  readonly unfinished?: Run;
  readonly forecasts: readonly StandingForecast[];
  readonly missing: readonly MissingForecast[];
  readonly waived: readonly WaivedForecast[];
  /** What a configuration left out, switched off or accepted, in sentences. */
  readonly chosen: readonly string[];
  readonly notSeen: Report['notSeen'];
  /** Questions that got no answer for some of their assets. */
  readonly unanswered: readonly { readonly title: string; readonly unknown: number; readonly of: number }[];
  readonly files?: Report['coverage']['files'];
}

const standing = (
  forecast: Reported,
  kept: KeptForecast | undefined,
  change: ForecastChange | undefined,
  report: Report,
): StandingForecast => {
  const assets = new Map(report.assets.map(({ id, name, kind }) => [id, { name, kind }]));
  const systems = new Map(report.systems.map(({ id, name }) => [id, name]));
  const endOf = (id: string): PathEnd => {
    const asset = assets.get(id);
    return { id, name: asset?.name ?? id, kind: asset ? kinds[asset.kind as AssetKind].title : '' };
  };
  return {
    ...forecast,
    life: kept?.life ?? 'new',
    firstSeen: kept?.firstSeen ?? report.startedAt,
    ...(change?.before ? { before: change.before } : {}),
    systems: forecast.systems.map((id) => systems.get(id) ?? id),
    hops: forecast.hops.map((hop) => ({ ...hop, from: endOf(hop.from), to: endOf(hop.to) })),
  };
};

/** The forecast of one source. */
export const tellForecast = async (archive: Archive, source: Source): Promise<SourceForecast> => {
  const [last] = await archive.listRuns({ source: source.id, limit: 1 });
  const [run, previous] = await archive.listRuns({ source: source.id, state: 'complete', limit: 2 });
  const unfinished = last && last.id !== run?.id ? { unfinished: last } : {};
  const kept = run && (await archive.readReport(run.id));
  if (kept === undefined || 'damaged' in kept) {
    const nothing = { forecasts: [], missing: [], waived: [], chosen: [], unanswered: [] };
    const why = `the report that was kept of it is damaged (${kept?.damaged}); scan the source again`;
    const notSeen = kept ? [{ what: 'the last scan', scope: 'source', why }] : [];
    return { source, ...(kept && run ? { run } : {}), ...unfinished, ...nothing, notSeen };
  }
  const report = JSON.parse(kept.text) as Report;
  const shown = new Set(report.forecasts.map(({ id }) => id));
  const known = await archive.listForecasts(source.id);
  const knownById = new Map(known.map((one) => [one.id, one]));
  const changes = new Map((await archive.listForecastChanges(run!.id)).map((one) => [one.id, one]));
  return {
    source,
    run: run!,
    ...(previous ? { previous } : {}),
    ...unfinished,
    forecasts: report.forecasts
      .filter(({ waived }) => waived === undefined)
      .map((one) => standing(one, knownById.get(one.id), changes.get(one.id), report)),
    waived: report.forecasts.flatMap(({ id, level, score, sentence, waived }) =>
      waived ? [{ id, level, score, sentence, waived: acceptedWords(waived) }] : [],
    ),
    chosen: tellConfiguration(report),
    missing: known.flatMap(({ id, life, level, score, sentence, lastSeen }) => {
      if (shown.has(id)) return [];
      // Resolved is told once, by the run that found it so.
      const isTold = life === 'stale' || (life === 'resolved' && changes.get(id)?.life === 'resolved');
      return isTold ? [{ id, life: life as MissingForecast['life'], level, score, sentence, lastSeen }] : [];
    }),
    notSeen: report.notSeen,
    unanswered: report.coverage.detectors.flatMap(({ detector, title, pass, fail, unknown }) =>
      unknown === 0 ? [] : [{ title: title ?? detector, unknown, of: pass + fail + unknown }],
    ),
    files: report.coverage.files,
  };
};
