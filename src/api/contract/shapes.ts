/** The shapes of everything that the API answers, as zod schemas for both its sides. */
import { z } from 'zod';
import { levels } from '../../domain/forecast.ts';
import { lives, runStates } from '../../domain/life.ts';
import { coverageSchema, forecastSchema, reportSchema } from '../../domain/report.ts';

const moment = z.iso.datetime();

export const sourceSchema = z.object({ id: z.string(), name: z.string() });

export const runSchema = z.object({
  id: z.string(),
  source: z.string(),
  state: z.enum(runStates),
  startedAt: moment,
  finishedAt: moment.optional(),
  why: z.string().optional().describe('Why it was interrupted'),
});

const pathEnd = z.object({ id: z.string(), name: z.string(), kind: z.string() });

const standingForecast = forecastSchema.extend({
  life: z.enum(lives),
  firstSeen: moment,
  before: z.object({ life: z.enum(lives), level: z.enum(levels), score: z.number() }).optional(),
  hops: z.array(forecastSchema.shape.hops.element.extend({ from: pathEnd, to: pathEnd })),
});

export const sourceForecastSchema = z.object({
  source: sourceSchema,
  run: runSchema.optional().describe('The last run that finished; everything below is of it'),
  previous: runSchema.optional().describe('The finished run before it'),
  unfinished: runSchema.optional().describe('The last run, where it is another'),
  forecasts: z.array(standingForecast),
  missing: z.array(
    z.object({
      id: z.string(),
      life: z.enum(['resolved', 'stale']),
      level: z.enum(levels),
      score: z.number(),
      sentence: z.string(),
      lastSeen: moment,
    }),
  ),
  waived: z
    .array(
      z.object({
        id: z.string(),
        level: z.enum(levels),
        score: z.number(),
        sentence: z.string(),
        waived: z.string().describe('By whom, until when and why'),
      }),
    )
    .describe('Forecasts that somebody accepted until a day'),
  chosen: z.array(z.string()).describe('What a configuration left out, switched off or accepted'),
  notSeen: reportSchema.shape.notSeen,
  unanswered: z.array(z.object({ title: z.string(), unknown: z.int(), of: z.int() })),
  files: coverageSchema.shape.files.optional(),
});

/** Trouble, as RFC 9457 writes it. https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
});

export type Problem = z.infer<typeof problemSchema>;
export type SourceForecast = z.infer<typeof sourceForecastSchema>;
export type StandingForecast = SourceForecast['forecasts'][number];
