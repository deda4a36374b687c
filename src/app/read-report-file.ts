/** Reads reports and baselines that were written before, from files of any age. */
import { readFileSync, statSync } from 'node:fs';
import { type Report, reportSchema, schemaVersion } from '../domain/report.ts';
import { ConfigError } from '../kit/errors.ts';
import { type Baseline, baselineOf, baselineSchema } from '../operate/hold-against-baseline.ts';
import { explainRefusal } from './files.ts';
import { sayTrouble } from './trouble.ts';

/** A report of the largest estates is some hundred megabytes; a text longer than this is none that can be held. */
const mostBytes = 512 * 1024 ** 2;

const refuse = (path: string, what: string, act: string): never => {
  throw new ConfigError(sayTrouble(`${path} ${what}`, 'there is nothing to compare with', act));
};

const readJson = (path: string, act: string): unknown => {
  let text: string;
  try {
    if (statSync(path).size > mostBytes) return refuse(path, 'is larger than 512 MB', act);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    return refuse(path, isMissing ? 'does not exist' : `cannot be read: ${explainRefusal(error)}`, act);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(path, 'is no JSON', act);
  }
};

const parseReport = (path: string, value: unknown, act: string): Report => {
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  // Fields are added by minor versions and may be left unread; a major version means something else by its fields.
  if (typeof version !== 'string' || version.split('.')[0] !== schemaVersion.split('.')[0])
    return refuse(
      path,
      typeof version === 'string'
        ? `is a report of version ${version}; this program reads ${schemaVersion}`
        : 'is no report of Isobar',
      typeof version === 'string' ? 'scan again with this version of Isobar' : act,
    );
  const parsed = reportSchema.safeParse({ ...(value as object), schemaVersion });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse(
    path,
    `is no report of Isobar: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`,
    'scan again with --format json',
  );
};

/** A report that `scan` wrote; throws a ConfigError for anything else. */
export const readReportFile = (path: string): Report => {
  const act = 'name a file that isobar scan wrote with --format json';
  return parseReport(path, readJson(path, act), act);
};

/** A baseline, or the one that a report makes; throws a ConfigError for anything else. */
export const readBaselineFile = (path: string): Baseline => {
  const act = 'name a file that isobar baseline wrote, or a report that isobar scan wrote with --format json';
  const value = readJson(path, act);
  if (typeof value !== 'object' || value === null || !('baselineVersion' in value))
    return baselineOf(parseReport(path, value, act));
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse(
    path,
    `is no baseline that this version reads: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`,
    'write it anew with isobar baseline',
  );
};
