/** The lists of the API, page by page: what may be asked of findings, assets, forecasts and runs, and what one entry holds. */
import { z } from 'zod';
import { categories } from '../../domain/category.ts';
import { levels } from '../../domain/forecast.ts';
import { layers } from '../../domain/kinds.ts';
import { lives, runStates } from '../../domain/life.ts';
import { severities } from '../../domain/outcome.ts';
import { pageSize, someIds, someOf, text, word, yesOrNo } from './asking.ts';
import { cursorOf } from './cursor.ts';
import { runSchema } from './shapes.ts';

const moment = z.iso.datetime();
const number = z.int().min(0);
const place = z.string().max(1000);

/** A page of entries. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().optional().describe('The cursor of the next page; absent where there is none'),
  });

const kept = {
  source: z.string(),
  id: z.string(),
  firstRun: z.string(),
  firstSeen: moment,
  lastRun: z.string(),
  lastSeen: moment,
};

export const findingEntry = z.object({
  ...kept,
  life: z.enum(lives),
  detector: z.string(),
  objective: z.string(),
  category: z.string().describe('Empty for what was last seen before this was kept'),
  severity: z.enum(severities),
  asset: z.string(),
  assetName: z.string(),
  message: z.string(),
  owner: z.string().optional().describe('Who takes care of it'),
  due: z.iso.date().optional().describe('Day by which it should be resolved'),
  waiver: z
    .object({ owner: z.string(), reason: z.string(), expires: z.string(), by: z.enum(['configuration', 'person']) })
    .optional()
    .describe('Absent where none holds today'),
});
export const findingPage = pageOf(findingEntry);

const detail = z.record(z.string(), z.unknown()).optional().describe('As the report has it');

export const findingCard = findingEntry.extend({
  detail,
  history: z.array(z.object({ run: z.string(), at: moment, life: z.enum(lives) })),
});

const findingFilter = {
  source: word.optional(),
  text: text.optional().describe('Words that all must be there; the last may be the beginning of one'),
  severity: someOf(severities).optional(),
  category: someOf(categories).optional(),
  detector: someIds.optional(),
  life: someOf(lives).optional(),
  system: word.optional(),
  asset: word.optional(),
  owner: z.string().max(200).optional().describe('Empty for what nobody takes care of'),
  waived: yesOrNo.optional(),
  overdue: yesOrNo.optional(),
};
export const findingCountQuery = z.strictObject(findingFilter);
export const findingCounts = z.object({
  severity: z.partialRecord(z.enum(severities), number),
  category: z.record(z.string(), number),
  life: z.partialRecord(z.enum(lives), number),
});

const findingOrders = ['gravest', 'newest', 'due'] as const;
const findingCursor = z.union([
  z.tuple([z.literal('gravest'), z.int().min(0).max(severities.length), number]),
  z.tuple([z.enum(['newest', 'due']), place, number]),
]);
export const findingQuery = z
  .strictObject({
    ...findingFilter,
    order: z.enum(findingOrders).default('gravest'),
    limit: pageSize,
    cursor: cursorOf(findingCursor).optional(),
  })
  .refine(({ order, cursor }) => cursor === undefined || cursor[0] === order, {
    path: ['cursor'],
    message: 'it is no cursor of this list in this order',
  });

const assetLives = ['present', 'vanished', 'stale'] as const;
export const assetEntry = z.object({
  ...kept,
  life: z.enum(assetLives),
  kind: z.string(),
  layer: z.enum(layers),
  name: z.string(),
});
export const assetPage = pageOf(assetEntry);
export const assetQuery = z.strictObject({
  source: word.optional(),
  text: text.optional(),
  kind: someIds.optional(),
  layer: someOf(layers).optional(),
  life: someOf(assetLives).optional(),
  system: word.optional(),
  limit: pageSize,
  cursor: cursorOf(z.tuple([place, number])).optional(),
});

const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const driftEntry = z.object({
  run: z.string(),
  asset: z.string(),
  at: moment,
  what: z.enum(['appeared', 'changed', 'vanished', 'returned']),
  facts: z.array(z.object({ fact: z.string(), before: factValue.optional(), after: factValue.optional() })),
});
export const driftList = z.object({ changes: z.array(driftEntry) });
export const assetCard = assetEntry.extend({
  detail,
  drift: z.array(driftEntry).describe('Latest first'),
  findings: z.array(findingEntry).describe('The gravest hundred'),
});

export const forecastEntry = z.object({
  ...kept,
  life: z.enum(lives),
  correlation: z.string(),
  level: z.enum(levels),
  score: z.number(),
  sentence: z.string(),
});
export const forecastPage = pageOf(forecastEntry);
export const forecastQuery = z.strictObject({
  source: word.optional(),
  text: text.optional(),
  level: someOf(levels).optional(),
  life: someOf(lives).optional(),
  correlation: someIds.optional(),
  system: word.optional(),
  limit: pageSize,
  cursor: cursorOf(z.tuple([z.number().min(0).max(100), place, place])).optional(),
});
export const forecastHistory = z.object({
  moments: z.array(
    z.object({ run: z.string(), at: moment, life: z.enum(lives), level: z.enum(levels), score: z.number() }),
  ),
});

export const runPage = pageOf(runSchema);
export const runQuery = z.strictObject({
  source: word.optional(),
  state: z.enum(runStates).optional(),
  limit: pageSize,
  cursor: cursorOf(z.tuple([number])).optional(),
});

export const trend = z.object({
  measures: z
    .array(
      z.object({
        run: z.string(),
        source: z.string(),
        at: moment,
        score: z.number().describe('Of the gravest forecast'),
        levels: z.record(z.enum(levels), number),
        severities: z.record(z.enum(severities), number),
        assets: number,
        files: z.object({ seen: number, understood: number }),
        questions: z.object({ asked: number, answered: number }),
      }),
    )
    .describe('Of the finished runs, latest first'),
});
