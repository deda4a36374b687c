/** The configuration file: what `isobar.yaml` may say, as zod schemas; its JSON schema is published from here. */
import { z } from 'zod';
import { severities } from './outcome.ts';

/** Grows as the report’s does: by minor version when fields are added, by major when one changes or goes. */
export const configurationVersion = '1.0';

/** Risk tiers in the words of the EU AI Act, the gravest last. https://eur-lex.europa.eu/eli/reg/2024/1689/oj */
const riskTiers = ['minimal', 'limited', 'high', 'unacceptable'] as const;

/** What may stop a build, see `--fail-on`. */
export const gates = ['critical', 'high', 'medium', 'low', 'warning', 'watch', 'never'] as const;
export type Gate = (typeof gates)[number];

const text = z.string().trim().min(1);
const patterns = z.array(text).describe('Paths below the scanned folder, written as in .gitignore');

export const systemDeclarationSchema = z.strictObject({
  name: text.describe('What people call it'),
  paths: patterns.min(1).describe('Where its parts stand, written as in .gitignore; `.` is the whole folder'),
  owner: text.optional().describe('The person or team that answers for it'),
  purpose: text.optional().describe('What it is for, and for whom'),
  riskTier: z.enum(riskTiers).optional(),
  environment: z.enum(['production', 'staging', 'development', 'test', 'example']).optional(),
  stage: z.enum(['development', 'deployed', 'retired']).optional(),
  exposed: z.boolean().optional().describe('Whether others than its own host are meant to reach its services'),
  oversight: text.optional().describe('The person or role that can review, override and stop what it decides'),
});
export type SystemDeclaration = z.infer<typeof systemDeclarationSchema>;

export const inventorySchema = z.strictObject({
  models: z.array(text).optional().describe('Such as `openai:gpt-4o*`; `*` stands for any text'),
  providers: z.array(text).optional().describe('Such as `openai`, `bedrock`'),
  mcpServers: z.array(text).optional().describe('Name of the entry, package or address'),
  codingAgents: z.array(text).optional().describe('Such as `Claude Code`, `Cursor`'),
});
export type Inventory = z.infer<typeof inventorySchema>;

export const waiverSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^(?:finding|forecast)-[0-9a-f]{16}$/,
      'it is no id of a finding or forecast, such as finding-0123456789abcdef',
    )
    .describe('Id of the finding or forecast; it stays the same from scan to scan'),
  state: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'it is no state of a finding: 12 hexadecimal digits, as `isobar waive` writes them')
    .describe('What was accepted: when the finding is no longer this, the waiver ends'),
  owner: text.describe('Who accepted it'),
  reason: text.describe('Why it is accepted'),
  expires: z.iso.date('it is no day, such as 2027-01-31').describe('Last day on which it holds'),
});
export type Waiver = z.infer<typeof waiverSchema>;

const detectorSettingSchema = z
  .strictObject({
    off: z.literal(true).optional().describe('It is not asked; what it would have found is not found'),
    severity: z.enum(severities).optional().describe('Severity of what it finds, instead of its own'),
    reason: text.describe('Why; every report shows it'),
  })
  .refine(({ off, severity }) => (off === undefined) !== (severity === undefined), {
    message: 'it says neither or both of `off: true` and `severity`',
  });

export const configurationSchema = z.strictObject({
  exclude: patterns.optional().describe('Files left out, written as in .gitignore; every report counts them'),
  failOn: z.enum(gates).optional().describe('What ends the scan with 1, where the command line does not say'),
  outputs: z
    .array(z.strictObject({ format: text, file: text.optional() }))
    .optional()
    .describe('Reports to write, where the command line does not say; only in a file named with --config'),
  detectors: z.record(z.string(), detectorSettingSchema).optional(),
  systems: z.array(systemDeclarationSchema).optional(),
  approved: inventorySchema.optional().describe('The approved inventory; what is used and not on it is shadow AI'),
  waivers: z.array(waiverSchema).optional(),
});
export type Configuration = z.infer<typeof configurationSchema>;
