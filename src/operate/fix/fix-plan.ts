/** The plan of fixes as other programs read it, and as a person agrees to it: what is done where, and what ends by it. */
import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const endedFinding = z.object({ id: z.string(), detector: z.string(), severity: z.string(), message: z.string() });
const endedForecast = z.object({ id: z.string(), level: z.string(), sentence: z.string() });

export const stepSchema = z.object({
  id: z.string().describe('The same in every plan: of what is done, and at which asset'),
  remediation: z
    .string()
    .describe(
      'Id of the remediation; `manual` for a relation taken away; `none` where the detector alone says what to do',
    ),
  kind: z.enum(['patch', 'instructions']),
  title: z.string(),
  does: z.string(),
  effort: z.int().min(1).max(3).optional(),
  asset: z.object({ id: z.string(), kind: z.string(), name: z.string() }),
  place: z.object({ path: z.string(), line: z.int() }).optional(),
  ends: z.object({ findings: z.array(endedFinding), forecasts: z.array(endedForecast) }),
  isSimulated: z.boolean().describe('What ends was found by laying the change over the estate, not read off labels'),
  files: z.array(z.string()).describe('Files that the patch changes'),
  diff: z.string().optional().describe('Unified diff; secrets in it are withheld, so that it may apply nowhere'),
  instructions: z.array(z.string()).describe('What a person does, in this order; beside a patch, what it cannot do'),
  why: z.string().optional().describe('Why there is no patch, or why it waits'),
  waitsFor: z.string().optional().describe('Step whose patch touches the same place; plan again when that one is done'),
});

export const fixPlanSchema = z.object({
  planVersion: z.literal('1.0'),
  target: z.object({ path: z.string(), source: z.string(), commit: z.string().optional() }),
  scannedAt: z.iso.datetime(),
  only: z.array(z.string()),
  steps: z.array(stepSchema),
  files: z
    .array(z.object({ path: z.string(), before: digest, after: digest }))
    .describe('Every file that the patches change together, with SHA-256 of its content before and after'),
  blocked: z
    .array(z.object({ path: z.string(), why: z.string() }))
    .describe('Files that may not be written; nothing is applied while they are among those to change'),
  waived: z.int().describe('Failing findings left out because somebody accepted them'),
});

export type FixPlan = z.infer<typeof fixPlanSchema>;
export type FixStep = z.infer<typeof stepSchema>;
