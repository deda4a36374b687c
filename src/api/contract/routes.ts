/** The routes of the API: where each is, what it takes, what it answers. All of them only read. */
import { z } from 'zod';
import { levels } from '../../domain/forecast.ts';
import { runStates } from '../../domain/life.ts';
import { reportSchema } from '../../domain/report.ts';
import { limit, word } from './asking.ts';
import {
  assetCard,
  assetPage,
  assetQuery,
  driftList,
  findingCard,
  findingCountQuery,
  findingCounts,
  findingPage,
  findingQuery,
  forecastHistory,
  forecastPage,
  forecastQuery,
  runPage,
  runQuery,
  trend,
} from './lists.ts';
import { runSchema, sourceForecastSchema, sourceSchema } from './shapes.ts';

interface Route {
  readonly path: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly response: z.ZodType;
}

const nothing = z.strictObject({});
const sourceId = z.string().min(1).max(200);
const runId = z.string().regex(/^run-[0-9a-f-]{36}$/, 'it is no id of a run');
const ofSource = z.strictObject({ source: sourceId, id: word });

export const routes = {
  health: {
    path: '/api/v1/health',
    params: nothing,
    query: nothing,
    response: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  sources: {
    path: '/api/v1/sources',
    params: nothing,
    query: nothing,
    response: z.object({ sources: z.array(sourceSchema) }),
  },
  runs: {
    path: '/api/v1/runs',
    params: nothing,
    query: z.strictObject({
      source: sourceId.optional(),
      state: z.enum(runStates).optional(),
      limit: limit.optional(),
    }),
    response: z.object({ runs: z.array(runSchema) }),
  },
  report: {
    path: '/api/v1/runs/:id/report',
    params: z.strictObject({ id: runId }),
    query: nothing,
    response: reportSchema,
  },
  forecasts: {
    path: '/api/v1/forecasts',
    params: nothing,
    query: z.strictObject({ source: sourceId.optional(), level: z.enum(levels).optional() }),
    response: z.object({ sources: z.array(sourceForecastSchema) }),
  },
  findings: { path: '/api/v1/findings', params: nothing, query: findingQuery, response: findingPage },
  findingCounts: {
    path: '/api/v1/finding-counts',
    params: nothing,
    query: findingCountQuery,
    response: findingCounts,
  },
  finding: { path: '/api/v1/findings/:source/:id', params: ofSource, query: nothing, response: findingCard },
  assets: { path: '/api/v1/assets', params: nothing, query: assetQuery, response: assetPage },
  asset: { path: '/api/v1/assets/:source/:id', params: ofSource, query: nothing, response: assetCard },
  forecastList: { path: '/api/v1/forecast-list', params: nothing, query: forecastQuery, response: forecastPage },
  forecastHistory: {
    path: '/api/v1/forecast-list/:source/:id/history',
    params: ofSource,
    query: nothing,
    response: forecastHistory,
  },
  runList: { path: '/api/v1/run-list', params: nothing, query: runQuery, response: runPage },
  drift: { path: '/api/v1/runs/:id/drift', params: z.strictObject({ id: runId }), query: nothing, response: driftList },
  trend: {
    path: '/api/v1/sources/:source/trend',
    params: z.strictObject({ source: sourceId }),
    query: z.strictObject({ limit: limit.optional() }),
    response: trend,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
export type Params<Name extends RouteName> = z.output<(typeof routes)[Name]['params']>;
export type Query<Name extends RouteName> = z.output<(typeof routes)[Name]['query']>;
/** What a caller may write in the query. */
export type Asked<Name extends RouteName> = z.input<(typeof routes)[Name]['query']>;
export type Answer<Name extends RouteName> = z.output<(typeof routes)[Name]['response']>;
