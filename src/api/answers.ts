/** The answers of every route, drawn from what was kept. */
import { type Posture, tellForecast } from '../operate/tell-forecast.ts';
import { encodeCursor } from './contract/cursor.ts';
import type { Params, Query, RouteName } from './contract/routes.ts';

/** JSON text that is sent as it was kept. */
export class KeptText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** There is no such thing; `what` completes the sentence. */
export class Missing {
  readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
}

export interface Asked<Name extends RouteName> {
  readonly params: Params<Name>;
  readonly query: Query<Name>;
}

export type Answers = { readonly [Name in RouteName]: (asked: Asked<Name>) => unknown };

/** The members that hold something. */
const given = <Value extends object>(value: Value): { [Name in keyof Value]: Exclude<Value[Name], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Name in keyof Value]: Exclude<Value[Name], undefined>;
  };

const day = (moment: Date): string => moment.toISOString().slice(0, 10);

type Position = readonly (string | number)[];

/** The page with its position as a cursor. */
const toPage = (
  { items, next }: { readonly items: readonly unknown[]; readonly next?: Position },
  mark = (position: Position): Position => position,
): object => ({ items, ...(next ? { next: encodeCursor(mark(next)) } : {}) });

/** Each gives a value of its route’s response shape, a kept text of it, or that it is missing. */
export const createAnswers = (archive: Posture, version: string, clock: () => Date): Answers => ({
  health: () => ({ status: 'ok', version }),
  sources: async () => ({ sources: await archive.listSources() }),
  runs: async ({ query: { source, state, limit } }) => ({
    runs: await archive.listRuns({
      ...(source === undefined ? {} : { source }),
      ...(state === undefined ? {} : { state }),
      ...(limit === undefined ? {} : { limit }),
    }),
  }),
  async report({ params: { id } }) {
    const kept = await archive.readReport(id);
    if (kept === undefined) return new Missing(`run ${id} is not known, or has no report`);
    return 'text' in kept
      ? new KeptText(kept.text)
      : new Missing(`the report of run ${id} is damaged (${kept.damaged})`);
  },
  async forecasts({ query: { source: wanted, level } }) {
    const sources = (await archive.listSources()).filter(({ id }) => wanted === undefined || id === wanted);
    if (wanted !== undefined && sources.length === 0) return new Missing(`source ${wanted} is not known`);
    const isWanted = (one: { readonly level: string }): boolean => level === undefined || one.level === level;
    const all = [];
    for (const source of sources) {
      const told = await tellForecast(archive, source);
      all.push({ ...told, forecasts: told.forecasts.filter(isWanted), missing: told.missing.filter(isWanted) });
    }
    return { sources: all };
  },
  async findings({ query: { cursor, ...asking } }) {
    const { order } = asking;
    const page = await archive.queryFindings({
      ...given(asking),
      ...(cursor ? { after: cursor.slice(1) } : {}),
      today: day(clock()),
    });
    return toPage(page, (position) => [order, ...position]);
  },
  findingCounts: ({ query }) => archive.countFindings({ ...given(query), today: day(clock()) }),
  finding: async ({ params: { source, id } }) =>
    (await archive.readFinding(source, id, day(clock()))) ?? new Missing(`source ${source} has no finding ${id}`),
  assets: async ({ query: { cursor, ...asking } }) =>
    toPage(await archive.queryAssets({ ...given(asking), ...(cursor ? { after: cursor } : {}) })),
  asset: async ({ params: { source, id } }) =>
    (await archive.readAsset(source, id, day(clock()))) ?? new Missing(`source ${source} has no asset ${id}`),
  forecastList: async ({ query: { cursor, ...asking } }) =>
    toPage(await archive.queryForecasts({ ...given(asking), ...(cursor ? { after: cursor } : {}) })),
  async forecastHistory({ params: { source, id } }) {
    const moments = await archive.readForecastHistory(source, id);
    return moments ? { moments } : new Missing(`source ${source} has no forecast ${id}`);
  },
  runList: async ({ query: { cursor, ...asking } }) =>
    toPage(await archive.queryRuns({ ...given(asking), ...(cursor ? { after: cursor } : {}) })),
  drift: async ({ params: { id } }) => ({ changes: await archive.listDrift(id) }),
  trend: async ({ params: { source }, query: { limit = 100 } }) => ({
    measures: await archive.listMeasures(source, limit),
  }),
});
