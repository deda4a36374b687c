/** The answers of every route, drawn from what was kept. */
import { type Archive, tellForecast } from '../operate/tell-forecast.ts';
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

/** Each gives a value of its route’s response shape, a kept text of it, or that it is missing. */
export const createAnswers = (archive: Archive, version: string): Answers => ({
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
});
