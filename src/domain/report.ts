/** The report: the JSON contract that others build on, as zod schemas; its JSON schema is published from here. */
import { z } from 'zod';
import { categories } from './category.ts';
import { hows } from './evidence.ts';
import { factNames } from './facts.ts';
import { levels } from './forecast.ts';
import { kindIds, layers } from './kinds.ts';
import { lives } from './life.ts';
import { outcomes, severities } from './outcome.ts';
import { relationIds } from './relations.ts';

/** Grows by minor version when fields are added, by major when one changes or goes. */
export const schemaVersion = '1.0';

const place = z.object({
  path: z.string().describe('Path relative to the scanned source'),
  line: z.int().min(0).describe('Line from 1; 0 for the whole file'),
  source: z.string().optional().describe('Id of the source, where more than one was scanned'),
  note: z.string().optional().describe('What this place contributes'),
});
const how = z.enum(hows);
const confidence = z.number().min(0).max(1);
const seen = place.extend({ how, confidence });
const id = z.string().min(1);

const accepted = z.object({ owner: z.string(), reason: z.string(), expires: z.iso.date() });
/** What is known of a finding or forecast beyond the one scan. */
const standing = {
  state: z
    .string()
    .optional()
    .describe(
      'Digest of what it is now: a waiver holds only while it stays the same; absent for an answer that is unknown',
    ),
  life: z.enum(lives).optional().describe('What became of it since the scan before; absent where none is remembered'),
  baseline: z.boolean().optional().describe('It was there in the baseline, no less grave, so it stops no build'),
  waived: accepted.optional().describe('Somebody accepted it until a day; it stops no build'),
  waiverEnded: accepted
    .extend({ why: z.enum(['expired', 'changed']) })
    .optional()
    .describe('It was accepted once, and is open again'),
};

export const systemSchema = z.object({
  id,
  name: z.string(),
  environment: z.string(),
  stage: z.string(),
  declared: z.boolean().optional().describe('Somebody declared it, in isobar.yaml or the file given with --config'),
  owner: z.string().optional(),
  purpose: z.string().optional(),
  riskTier: z.string().optional(),
});

export const assetSchema = z.object({
  id,
  kind: z.enum(kindIds as [string, ...string[]]),
  layer: z.enum(layers),
  name: z.string(),
  systems: z.array(id),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })).optional(),
  facts: z.partialRecord(
    z.enum(factNames as [string, ...string[]]),
    z.object({
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
      how,
      confidence,
      seen: z.array(place),
    }),
  ),
  unknown: z
    .array(z.object({ fact: z.string(), why: z.string() }))
    .optional()
    .describe('Facts that were looked for and could not be had'),
  seen: z.array(seen),
});

export const relationSchema = z.object({
  from: id,
  to: id,
  kind: z.enum(relationIds as [string, ...string[]]),
  how,
  confidence,
  seen: z.array(place),
});

export const findingSchema = z.object({
  id,
  detector: z.string(),
  objective: z.string(),
  category: z.enum(categories),
  severity: z.enum(severities),
  outcome: z.enum(outcomes),
  asset: id,
  discriminator: z
    .string()
    .optional()
    .describe('What of the asset it is about, where one asset can fail several times: the id of an advisory'),
  systems: z.array(id),
  message: z.string(),
  evidence: z.array(place),
  confidence: confidence.optional(),
  missing: z.string().optional(),
  remedy: z.string(),
  references: z.array(z.string()),
  ...standing,
});

export const forecastSchema = z.object({
  id,
  level: z.enum(levels),
  correlation: z.string(),
  references: z.array(z.string()),
  systems: z.array(id),
  score: z.number().min(0).max(100),
  factors: z.array(
    z.object({ name: z.string(), side: z.enum(['likelihood', 'impact']), value: z.number(), why: z.string() }),
  ),
  sentence: z.string(),
  conditions: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['true', 'false', 'unknown']),
      says: z.string(),
      evidence: z.array(place),
      missing: z.string().optional(),
      flip: z.string().optional(),
    }),
  ),
  hops: z.array(z.object({ from: id, relation: z.string(), to: id, evidence: z.array(place) })),
  findings: z.array(id),
  missing: z.string().optional(),
  foldKey: z.string().optional().describe('Forecasts with the same key lack the same thing and fold into one line'),
  fixFirst: z
    .object({ remediation: z.string(), asset: id, does: z.string(), place: place.optional(), ends: z.array(id) })
    .optional(),
  ...standing,
});

export const coverageSchema = z.object({
  files: z.object({ seen: z.int(), read: z.int(), understood: z.int(), skipped: z.int(), bytes: z.int() }),
  detectors: z.array(
    z.object({
      detector: z.string(),
      objective: z.string(),
      title: z.string().optional(),
      why: z.string().optional().describe('Why it matters when it fails'),
      about: z.array(z.string()).optional().describe('Kinds that it asks about'),
      pass: z.int(),
      fail: z.int(),
      unknown: z.int(),
      notApplicable: z.int(),
    }),
  ),
  correlations: z
    .array(z.object({ correlation: z.string(), title: z.string(), warnings: z.int(), watches: z.int() }))
    .optional()
    .describe('Every correlation that was asked: a forecast that is gone of one that is not listed is not resolved'),
  excluded: z
    .array(z.object({ what: z.string(), why: z.string(), count: z.int() }))
    .optional()
    .describe('Left out on purpose, counted; no answer is unknown because of it'),
  frameworks: z.array(
    z.object({
      framework: z.string(),
      edition: z.string(),
      controls: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          state: z.enum(['met', 'not-met', 'not-assessed', 'manual']),
          why: z.string(),
          findings: z.array(id),
        }),
      ),
    }),
  ),
});

export const waiverStates = ['holds', 'expired', 'changed', 'unmatched'] as const;

/** What a configuration file changed, so that nothing is left out in silence. */
export const appliedConfigurationSchema = z.object({
  file: z.string(),
  from: z.enum(['tree', 'given']).describe('It lay in the scanned folder, or was named on the command line'),
  isIgnored: z.boolean().optional().describe('It lies in the scanned folder and was not read'),
  exclude: z.array(z.string()),
  detectorsOff: z.array(z.object({ detector: z.string(), reason: z.string() })),
  severities: z.array(z.object({ detector: z.string(), severity: z.enum(severities), reason: z.string() })),
  waivers: z.array(accepted.extend({ id, state: z.enum(waiverStates) })),
  notApplied: z.array(z.object({ what: z.string(), why: z.string() })),
});

/** How the scan stands among others of its source. */
export const historySchema = z.object({
  run: z.string(),
  previous: z.object({ run: z.string(), startedAt: z.iso.datetime() }).optional(),
  gone: z
    .array(
      z.object({
        id,
        what: z.enum(['finding', 'forecast']),
        life: z.enum(['resolved', 'stale']),
        gravity: z.string().describe('Severity or level that it had'),
        says: z.string(),
      }),
    )
    .describe('What an earlier scan saw and this one does not: resolved, or stale where it was not looked at again'),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  tool: z.object({ name: z.literal('isobar'), version: z.string() }),
  target: z.object({
    path: z.string(),
    source: z.string(),
    remote: z.string().optional(),
    commit: z.string().optional(),
  }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  systems: z.array(systemSchema),
  assets: z.array(assetSchema),
  relations: z.array(relationSchema),
  findings: z.array(findingSchema),
  forecasts: z.array(forecastSchema),
  fixes: z
    .array(
      z.object({ remediation: z.string(), asset: id, does: z.string(), place: place.optional(), ends: z.array(id) }),
    )
    .optional(),
  coverage: coverageSchema,
  configuration: appliedConfigurationSchema.optional(),
  history: historySchema.optional(),
  baseline: z
    .object({ at: z.iso.datetime(), source: z.string(), isSameSource: z.boolean(), gone: z.int() })
    .optional()
    .describe('What the findings were held against; `gone` of it is no longer there'),
  since: z
    .object({
      ref: z.string(),
      commit: z.string(),
      changed: z.int().describe('Files with findings or forecasts that are not as they were'),
      findings: z.int().describe('Left out: they touch nothing that changed'),
      forecasts: z.int(),
      isCompared: z
        .boolean()
        .describe('A scan of that commit is remembered: what it did not have is here whatever file it rests on'),
    })
    .optional()
    .describe('The report holds only findings and forecasts that rest on a file that changed'),
  notSeen: z.array(z.object({ what: z.string(), scope: z.string(), why: z.string() })),
});

export type Report = z.infer<typeof reportSchema>;
