/** The routes of the API: where each is, what it takes, what it answers. All of them only read. */
import { z } from 'zod';
import { levels } from '../../domain/forecast.ts';
import { runStates } from '../../domain/life.ts';
import { reportSchema } from '../../domain/report.ts';
import { runSchema, sourceForecastSchema, sourceSchema } from './shapes.ts';

interface Route {
  readonly path: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly response: z.ZodType;
}

const nothing = z.strictObject({});
const sourceId = z.string().min(1).max(200);

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
      limit: z
        .string()
        .regex(/^(?:[1-9]\d{0,2}|1000)$/, 'it is no number from 1 to 1000')
        .transform(Number)
        .optional(),
    }),
    response: z.object({ runs: z.array(runSchema) }),
  },
  report: {
    path: '/api/v1/runs/:id/report',
    params: z.strictObject({ id: z.string().regex(/^run-[0-9a-f-]{36}$/, 'it is no id of a run') }),
    query: nothing,
    response: reportSchema,
  },
  forecasts: {
    path: '/api/v1/forecasts',
    params: nothing,
    query: z.strictObject({ source: sourceId.optional(), level: z.enum(levels).optional() }),
    response: z.object({ sources: z.array(sourceForecastSchema) }),
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
export type Params<Name extends RouteName> = z.output<(typeof routes)[Name]['params']>;
export type Query<Name extends RouteName> = z.output<(typeof routes)[Name]['query']>;
/** What a caller may write in the query. */
export type Asked<Name extends RouteName> = z.input<(typeof routes)[Name]['query']>;
export type Answer<Name extends RouteName> = z.output<(typeof routes)[Name]['response']>;
